package proof

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

// characterFile is the list of characters, after lines that tell how they were chosen. It is part
// of the contract: another list would give the seals on paper other words.
//
//go:embed characters.txt
var characterFile string

// Characters are the 2,048 characters of check codes that are read aloud, in order.
var Characters = readCharacters(characterFile)

func readCharacters(file string) []rune {
	var list []rune
	for line := range strings.Lines(file) {
		if !strings.HasPrefix(line, "#") {
			list = append(list, []rune(strings.TrimSpace(line))...)
		}
	}
	return list
}

// Each of the characters encodes 11 bits of a seal's digest.
const (
	spokenCount = 6
	spokenBits  = 11
)

// Spoken returns the check code of a seal in six characters, as it is read over the loudspeaker:
// the first 66 bits of its digest.
func Spoken(digest string) string {
	var bits strings.Builder
	for _, digit := range digest[:(spokenCount*spokenBits+3)/4] {
		n, _ := strconv.ParseUint(string(digit), 16, 4) // it is a digest
		fmt.Fprintf(&bits, "%04b", n)
	}
	var code []rune
	for i := range spokenCount {
		n, _ := strconv.ParseUint(bits.String()[i*spokenBits:(i+1)*spokenBits], 2, spokenBits)
		if code = append(code, Characters[n]); i == spokenCount/2-1 {
			code = append(code, ' ')
		}
	}
	return string(code)
}

// IsCode reports whether a text may be a check code: six of the characters, or at least the digits
// that are on paper. What parts its groups is left out of it before.
func IsCode(typed string) bool {
	if length := len([]rune(typed)); length == spokenCount && strings.Trim(typed, string(Characters)) == "" {
		return true
	} else if length < codeLength || length > digestLength {
		return false
	}
	return strings.Trim(typed, "0123456789abcdef") == ""
}

// HasCode reports whether a seal with that digest has a check code, in either form.
func HasCode(digest, code string) bool {
	return strings.HasPrefix(digest, code) || strings.ReplaceAll(Spoken(digest), " ", "") == code
}
