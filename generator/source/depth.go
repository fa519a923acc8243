package source

import "strings"

// deepest is how many tables, lists and parts of a name may stand one in another. Nothing of the contract needs
// more than four, and the parser takes a time that grows with the square of it.
const deepest = 20

// tooDeep returns where a TOML text goes deeper, or -1.
func tooDeep(text string) int {
	open, dots := 0, 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '"', '\'':
			i += quotedLength(text[i:]) - 1
		case '#':
			if end := strings.IndexByte(text[i:], '\n'); end >= 0 {
				i += end - 1
				continue
			}
			return -1
		case '[', '{':
			open++
			dots = 0
		case ']', '}':
			open = max(0, open-1)
			dots = 0
		case '.':
			dots++
		case '=', ',', '\n':
			dots = 0
		}
		if open+dots > deepest {
			return i
		}
	}
	return -1
}

// quotedLength is how long a text in quotation marks is, with these; of one that does not end, to its line's end.
func quotedLength(text string) int {
	mark := text[:1]
	if strings.HasPrefix(text, strings.Repeat(mark, 3)) {
		mark = text[:3]
	}
	for i := len(mark); i < len(text); i++ {
		switch {
		case strings.HasPrefix(text[i:], mark):
			return i + len(mark)
		case text[i] == '\\' && mark[0] == '"':
			i++
		case text[i] == '\n' && len(mark) == 1:
			return i
		}
	}
	return len(text)
}
