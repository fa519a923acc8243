package verify

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"slices"

	"gongshi/generator/diag"
	"gongshi/generator/gazette"
)

// table is a CSV file of open data.
type table struct {
	file  string
	head  []string
	index map[string]int
	rows  []row
	found map[string]map[string]row // of find: heading → text → row
}

// row is one row of a table.
type row struct {
	*table
	cells []string
	line  int
}

// get is the cell under a heading; empty where there is no such column.
func (r row) get(heading string) string {
	i, ok := r.index[heading]
	if !ok {
		return ""
	}
	return gazette.Plain(r.cells[i])
}

func (r row) at() diag.Position { return diag.At(r.file, r.line, 0) }

// readTable reads a CSV file, for whose rows room is taken.
func readTable(name string, file io.Reader, take func(bytes int) bool) (*table, error) {
	text := bufio.NewReader(charged{file, take})
	if mark, _ := text.Peek(3); string(mark) == "\ufeff" {
		_, _ = text.Discard(3)
	}
	in := csv.NewReader(text)
	head, err := in.Read()
	if err != nil {
		return nil, fmt.Errorf("没有表头：%w", err)
	}
	if !take(64 * len(head)) {
		return nil, errRoom
	}
	t := &table{file: name, head: head, index: make(map[string]int, len(head))}
	for i, h := range head {
		t.index[gazette.Plain(h)] = i
	}
	for {
		cells, err := in.Read()
		if err == io.EOF {
			return t, nil
		}
		if err != nil {
			return nil, err
		}
		line, _ := in.FieldPos(0)
		t.rows = append(t.rows, row{t, cells, line})
	}
}

// charged takes, of a table that is read, the room that its cells and rows will need: one
// character of a hostile file may take a hundred bytes.
type charged struct {
	io.Reader
	take func(bytes int) bool
}

func (c charged) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	if !c.take(n + 20*bytes.Count(p[:n], []byte(",")) + 80*bytes.Count(p[:n], []byte("\n"))) {
		return 0, errRoom
	}
	return n, err
}

// find is the first row with a text under a heading; false if there is none.
func (t *table) find(heading, text string) (row, bool) {
	if t == nil {
		return row{}, false
	}
	by := t.found[heading]
	if by == nil {
		by = make(map[string]row, len(t.rows))
		for _, r := range slices.Backward(t.rows) {
			by[r.get(heading)] = r
		}
		if t.found == nil {
			t.found = make(map[string]map[string]row)
		}
		t.found[heading] = by
	}
	r, ok := by[text]
	return r, ok
}
