package source

import (
	"strconv"
	"strings"
)

// node is the place of a key or an element in a TOML text, and its source.
type node struct {
	offset int // of the key, the table's header or the element
	raw    string
	kids   map[string]*node
	list   []*node
}

func (n *node) kid(key string) *node {
	if n == nil {
		return nil
	}
	return n.kids[key]
}

func (n *node) element(i int) *node {
	if n == nil || i >= len(n.list) {
		return nil
	}
	return n.list[i]
}

// grow is the child of that key, made at an offset if it is not there yet.
func (n *node) grow(key string, offset int) *node {
	if len(n.list) > 0 {
		n = n.list[len(n.list)-1] // a key below [[x]] means its latest element
	}
	if n.kids == nil {
		n.kids = map[string]*node{}
	}
	if n.kids[key] == nil {
		n.kids[key] = &node{offset: offset}
	}
	return n.kids[key]
}

// locate finds the keys and elements of a TOML text that is known to be valid. It
// understands no values; of an invalid text it finds what it can.
func locate(text string) *node {
	l := &locator{text: text}
	root := &node{}
	if tooDeep(text) >= 0 {
		return root
	}
	current := root
	for l.blanks(); l.pos < len(text); l.blanks() {
		from := l.pos
		if text[l.pos] == '[' {
			current = l.header(root)
		} else {
			l.pair(current)
		}
		if l.pos == from {
			l.pos++
		}
	}
	return root
}

type locator struct {
	text string
	pos  int
}

// blanks passes over spaces, line endings and comments.
func (l *locator) blanks() {
	for l.skip(" \t\n\r"); strings.HasPrefix(l.text[l.pos:], "#"); l.skip(" \t\n\r") {
		l.comment()
	}
}

// skip passes over some signs.
func (l *locator) skip(signs string) {
	l.pos = len(l.text) - len(strings.TrimLeft(l.text[l.pos:], signs))
}

// until passes over what is before the first of some signs, or the text's end.
func (l *locator) until(signs string) {
	if n := strings.IndexAny(l.text[l.pos:], signs); n >= 0 {
		l.pos += n
	} else {
		l.pos = len(l.text)
	}
}

// comment passes over what follows # on its line.
func (l *locator) comment() { l.until("\n") }

// take skips a sign, or several, if it is here.
func (l *locator) take(sign string) bool {
	here := strings.HasPrefix(l.text[l.pos:], sign)
	if here {
		l.pos += len(sign)
	}
	return here
}

// header reads [a.b] or [[a.b]] and answers the table that it opens.
func (l *locator) header(root *node) *node {
	at := l.pos
	l.take("[")
	array := l.take("[")
	n := l.named(root, at)
	if array {
		element := &node{}
		n.list = append(n.list, element)
		n = element
	}
	n.offset = at
	l.skip("]")
	return n
}

// pair reads key = value into a table.
func (l *locator) pair(table *node) {
	n := l.named(table, l.pos)
	if l.take("=") {
		l.skip(" \t")
		l.value(n)
	}
}

// named reads a.b."c", up to the = or ] after it, and answers the node of that name below n, made at an offset
// as far as it is not there yet.
func (l *locator) named(n *node, offset int) *node {
	for {
		l.skip(" \t")
		n = n.grow(l.key(), offset)
		l.skip(" \t")
		if !l.take(".") {
			return n
		}
	}
}

func (l *locator) key() string {
	from := l.pos
	if l.pos < len(l.text) && (l.text[l.pos] == '"' || l.text[l.pos] == '\'') {
		l.quoted()
		raw := l.text[from:l.pos]
		if raw[0] == '"' {
			if key, err := strconv.Unquote(raw); err == nil {
				return key
			}
		}
		return strings.Trim(raw, raw[:1])
	}
	l.until(" \t\n\r=.[]{}#,\"'")
	return l.text[from:l.pos]
}

// quoted passes over a string of one of the four kinds.
func (l *locator) quoted() {
	mark := l.text[l.pos : l.pos+1]
	end := strings.Repeat(mark, 3)
	long := l.take(end)
	if !long {
		l.take(mark)
		end = mark
	}
	for l.pos < len(l.text) && (long || l.text[l.pos] != '\n') {
		switch {
		case mark == `"` && l.text[l.pos] == '\\':
			l.pos = min(l.pos+2, len(l.text))
		case l.take(end):
			for n := 0; n < 2 && long && l.take(mark); n++ { // """"" ends with two marks that belong to the text
			}
			return
		default:
			l.pos++
		}
	}
}

// value reads what is after = or in an array.
func (l *locator) value(n *node) {
	from := l.pos
	if l.pos >= len(l.text) {
		return
	}
	switch l.text[l.pos] {
	case '"', '\'':
		l.quoted()
	case '[':
		l.pos++
		l.inside("]", func() {
			e := &node{offset: l.pos}
			if l.value(e); l.pos > e.offset {
				n.list = append(n.list, e)
			}
		})
	case '{':
		l.pos++
		l.inside("}", func() { l.pair(n) })
	default:
		l.until(",]}#\n\r")
	}
	n.raw = strings.TrimRight(l.text[from:l.pos], " \t")
}

// inside reads what is between brackets, parted by commas, up to the one that closes them.
func (l *locator) inside(closing string, one func()) {
	for l.blanks(); l.pos < len(l.text) && !l.take(closing); l.blanks() {
		if l.take(",") {
			continue
		}
		from := l.pos
		if one(); l.pos == from {
			return
		}
	}
}
