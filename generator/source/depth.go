package source

// deepest is how many tables, lists and parts of a name may be one in another. Nothing of the contract needs
// more than four, and the parser takes a time that grows with the square of it.
const deepest = 20

// tooDeep returns where a TOML text goes deeper, or -1.
func tooDeep(text string) int {
	open, dots := 0, 0
	for l := (locator{text: text}); l.pos < len(text); l.pos++ {
		switch text[l.pos] {
		case '"', '\'':
			l.quoted()
			l.pos-- // what follows is looked at next
		case '#':
			l.comment()
			l.pos--
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
			return l.pos
		}
	}
	return -1
}
