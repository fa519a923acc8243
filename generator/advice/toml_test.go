package advice

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// line is the problem's own line, with all of its file.
func (t *trial) line() ([]string, int, error) {
	lines, err := t.lines(t.d.File)
	if err == nil && (t.d.Line < 1 || int(t.d.Line) > len(lines)) {
		err = errors.New("no line is named")
	}
	return lines, int(t.d.Line) - 1, err
}

var assignment = regexp.MustCompile(`^(\s*)[^=＝:：]*(?:[=＝:：]|\s)(.*)$`)

// writeKey writes key = value in place of what is on the line.
func (t *trial) writeKey() error {
	for _, s := range t.spots() {
		lines, err := t.lines(s.File)
		if err != nil {
			return err
		}
		m := assignment.FindStringSubmatch(lines[s.Line-1])
		if m == nil {
			return errors.New("no value on the line")
		}
		was := uncommented(m[2])
		if !t.concerns(strings.Trim(was, `"`)) {
			continue
		}
		t.edits = append(t.edits, edit{was, t.m[2], false})
		lines[s.Line-1] = m[1] + t.m[1] + " = " + t.m[2]
		if err := t.save(s.File, lines); err != nil {
			return err
		}
	}
	return nil
}

func uncommented(value string) string {
	before, _, _ := strings.Cut(value, "#")
	return strings.TrimSpace(before)
}

// writeHeader writes a header as it should be, and with 每一处 all that are as it is.
func (t *trial) writeHeader() error {
	lines, i, err := t.line()
	if err != nil {
		return err
	}
	was, every := strings.TrimSpace(lines[i]), strings.HasPrefix(t.advice.words, "每一处")
	for j := range lines {
		if j == i || every && strings.TrimSpace(lines[j]) == was {
			lines[j] = t.m[1]
		}
	}
	return t.save(t.d.File, lines)
}

// drop takes an element out of a list.
func (t *trial) drop() error {
	lines, i, err := t.line()
	if err != nil {
		return err
	}
	line := []rune(lines[i])
	rest := strings.TrimLeft(string(line[t.d.Column-1:]), "0123456789-")
	lines[i] = strings.TrimRight(string(line[:t.d.Column-1]), ", ") + rest
	return t.save(t.d.File, lines)
}

// takeKeys takes the keys that the message names out of their lines.
func (t *trial) takeKeys() (rest, keys []string, err error) {
	lines, i, err := t.line()
	if err != nil {
		return nil, nil, err
	}
	for _, name := range t.found() {
		own := regexp.MustCompile(`^\s*` + regexp.QuoteMeta(name) + `\s*=`)
		at := slices.IndexFunc(lines[i:], own.MatchString)
		if at < 0 {
			continue
		}
		keys = append(keys, strings.TrimSpace(lines[i+at]))
		lines = slices.Delete(lines, i+at, i+at+1)
	}
	if keys == nil {
		err = fmt.Errorf("no line of %q", t.found())
	}
	return lines, keys, err
}

func (t *trial) moveToTop() error {
	lines, keys, err := t.takeKeys()
	if err != nil {
		return err
	}
	return t.save(t.d.File, append(keys, lines...))
}

func (t *trial) moveToEnd() error {
	lines, keys, err := t.takeKeys()
	if err != nil {
		return err
	}
	return t.save(t.d.File, append(append(lines, t.m[1]), keys...))
}

func (t *trial) moveBelow() error {
	lines, keys, err := t.takeKeys()
	if err != nil {
		return err
	}
	at := slices.IndexFunc(lines, func(l string) bool { return strings.TrimSpace(l) == t.m[1] })
	if at < 0 {
		return fmt.Errorf("no %s in %s", t.m[1], t.d.File)
	}
	return t.save(t.d.File, slices.Insert(lines, at+1, keys...))
}

// writeMark writes an English mark for each Chinese one of the line.
func (t *trial) writeMark() error {
	lines, i, err := t.line()
	if err != nil {
		return err
	}
	lines[i] = strings.ReplaceAll(lines[i], t.m[1], t.m[2])
	return t.save(t.d.File, lines)
}
