package privacy

import "strings"

// What must be near the sign of a phrase.

func always([]rune, int) bool { return true }

// bornAfter: 出生, 生日, 生于.
func bornAfter(text []rune, i int) bool {
	after := at(text, i+1)
	return at(text, i-1) == '出' || after == '日' || after == '于'
}

// bornBefore: the end of a day and 生 or 出生.
func bornBefore(text []rune, i int) bool {
	if at(text, i-1) == '出' {
		i--
	}
	r := at(text, i-1)
	return isDigit(r) || strings.ContainsRune("日月-./ ", r)
}

// onLane: the end of a word for a lane, and a number.
func onLane(text []rune, i int) bool {
	i = blankBefore(text, i)
	end := i
	for isDigit(at(text, i-1)) || at(text, i-1) == '-' {
		i--
	}
	return i < end && endsLane(at(text, blankBefore(text, i)-1))
}

// endsLane reports whether one of the words for a lane ends with a character.
func endsLane(r rune) bool {
	switch r {
	case '路', '街', '巷', '弄', '同', '道', '村', '组', '队', '庄', '屯', '寨', '湾', '区', '园', '寓', '苑':
		return true
	}
	return false
}

// amidDigits: a number before and behind.
func amidDigits(text []rune, i int) bool { return amid(text, i, i) }

// ofNumber: 号楼 between numbers.
func ofNumber(text []rune, i int) bool { return at(text, i-1) == '号' && amid(text, i-1, i) }

// ofUnit: 单元 between numbers.
func ofUnit(text []rune, i int) bool { return at(text, i-1) == '单' && amid(text, i-1, i) }

// amid reports whether digits are before one character and behind another.
func amid(text []rune, first, last int) bool {
	if last++; at(text, last) == ' ' {
		last++
	}
	return isDigit(at(text, blankBefore(text, first)-1)) && isDigit(at(text, last))
}

// blankBefore is where the blank begins that may be before a character.
func blankBefore(text []rune, i int) int {
	if at(text, i-1) == ' ' {
		return i - 1
	}
	return i
}

// at is a character of the text, or 0 outside of it.
func at(text []rune, i int) rune {
	if i < 0 || i >= len(text) {
		return 0
	}
	return text[i]
}
