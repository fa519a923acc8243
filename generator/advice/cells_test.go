package advice

import (
	"errors"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"gongshi/generator/diag"
)

// write writes what the advice names in place of what was found.
func (t *trial) write() error {
	done := false
	for _, s := range t.spots() {
		change := t.rewriteWord
		if path.Ext(s.File) == ".csv" {
			change = t.rewriteCell
		}
		changed, err := change(s, t.m[1])
		if err != nil {
			return err
		}
		done = done || changed
	}
	if !done {
		return errors.New("no value to replace")
	}
	return nil
}

var quotation = regexp.MustCompile(`“([^”]*)”`)

// found are the values that the problem's message names.
func (t *trial) found() []string {
	var values []string
	for _, m := range quotation.FindAllStringSubmatch(t.d.Message, -1) {
		values = append(values, m[1])
	}
	return values
}

// concerns reports whether the advice is for a value.
func (t *trial) concerns(value string) bool {
	return t.advice.values == nil || slices.Contains(t.advice.values, strings.TrimSpace(value))
}

// rewriteCell writes another value into the cell of a table.
func (t *trial) rewriteCell(s diag.Spot, value string) (bool, error) {
	lines, err := t.lines(s.File)
	if err != nil {
		return false, err
	}
	if s.Column == 0 {
		return false, errors.New("no cell is named")
	}
	line := []rune(lines[s.Line-1])
	from := int(s.Column) - 1
	to := endOfCell(line, from, separator(lines))
	typed := strings.Trim(strings.TrimSpace(string(line[from:to])), `"`)
	if !t.concerns(typed) {
		return false, nil
	}
	t.edits = append(t.edits, edit{typed, value, false})
	lines[s.Line-1] = string(line[:from]) + value + string(line[to:])
	return true, t.save(s.File, lines)
}

func separator(lines []string) rune {
	best, most := ',', 0
	for _, r := range ",\t;，" {
		if n := strings.Count(lines[0], string(r)); n > most {
			best, most = r, n
		}
	}
	return best
}

func endOfCell(line []rune, from int, sep rune) int {
	quoted := false
	for i := from; i < len(line); i++ {
		switch {
		case line[i] == '"':
			quoted = !quoted
		case line[i] == sep && !quoted:
			return i
		}
	}
	return len(line)
}

// rewriteWord writes another word for the one that the message names on a line of a text.
func (t *trial) rewriteWord(s diag.Spot, value string) (bool, error) {
	lines, err := t.lines(s.File)
	if err != nil {
		return false, err
	}
	line := lines[s.Line-1]
	for _, typed := range t.found() {
		if typed == value || !t.concerns(typed) || !strings.Contains(line, typed) {
			continue
		}
		t.edits = append(t.edits, edit{typed, value, false})
		lines[s.Line-1] = strings.Replace(line, typed, value, 1)
		return true, t.save(s.File, lines)
	}
	return false, nil
}

var alike = regexp.MustCompile(`((?:“[^”]*”、?)+)，像是((?:“[^”]*”、?)+)`)

// writeAlike writes for each name the known one that the message finds it like.
func (t *trial) writeAlike() error {
	m := alike.FindStringSubmatch(t.d.Message)
	if m == nil {
		return errors.New("the message names none")
	}
	typed, known := quotation.FindAllStringSubmatch(m[1], -1), quotation.FindAllStringSubmatch(m[2], -1)
	for i := range min(len(typed), len(known)) {
		t.advice.values = []string{typed[i][1]}
		for _, s := range t.spots() {
			if _, err := t.rewriteCell(s, known[i][1]); err != nil {
				return err
			}
		}
	}
	return nil
}

// writeZeros writes each 户号 as the register has it.
func (t *trial) writeZeros() error {
	for _, s := range t.spots() {
		full, err := t.registered(s)
		if err != nil {
			return err
		}
		if _, err := t.rewriteCell(s, full); err != nil {
			return err
		}
	}
	return nil
}

// registered is the 户号 of the register that the cell means, of which zeros were lost.
func (t *trial) registered(s diag.Spot) (string, error) {
	lines, err := t.lines(s.File)
	if err != nil {
		return "", err
	}
	line := []rune(lines[s.Line-1])
	typed := strings.Trim(strings.TrimSpace(string(line[s.Column-1:endOfCell(line, int(s.Column)-1, separator(lines))])), `"`)
	dir := path.Dir(s.File)
	for ; dir != "."; dir = path.Dir(dir) {
		list, err := t.lines(path.Join(dir, "households.csv"))
		if err != nil {
			continue
		}
		for _, l := range list {
			id, _, _ := strings.Cut(l, ",")
			if strings.TrimLeft(id, "0") == strings.TrimLeft(typed, "0") && id != "" {
				return id, nil
			}
		}
	}
	return "", fmt.Errorf("nobody in the register for %q", typed)
}
