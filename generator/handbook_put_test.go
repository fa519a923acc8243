package main

import (
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// file puts a block where it says.
func (w *worker) file(b handbookBlock) {
	name := filepath.FromSlash(b.words[1])
	text := strings.Join(b.lines, "\n") + "\n"
	if b.says("=") {
		w.published(b, text)
		return
	}
	if b.says("+") {
		old, err := os.ReadFile(name)
		if err != nil {
			w.Fatalf("%s:%d: %v", w.page, b.line, err)
		}
		text = added(path.Ext(name), string(old), b.lines)
	}
	writeExample(w.T, name, []byte(text))
}

// published builds the site, and compares a file of it.
func (w *worker) published(b handbookBlock, want string) {
	if out, status := w.command("gongshi build"); status != 0 {
		w.Fatalf("%s:%d: %s", w.page, b.line, out)
	}
	text, err := os.ReadFile(filepath.FromSlash(b.words[1]))
	if err != nil {
		w.Fatalf("%s:%d: %v", w.page, b.line, err)
	}
	got := strings.ReplaceAll(strings.TrimPrefix(string(text), "\ufeff"), "\r\n", "\n")
	if got != want {
		w.Errorf("%s:%d: the site has\n%s", w.page, b.line, got)
	}
}

// added is a file's text with a part added to it.
func added(ext, old string, lines []string) string {
	if ext == ".csv" {
		return old + strings.Join(lines[1:], "\n") + "\n"
	}
	head, tables := parted(lines)
	oldHead, oldTables := parted(strings.Split(old, "\n"))
	oldHead = slices.DeleteFunc(oldHead, func(l string) bool {
		return slices.ContainsFunc(head, func(n string) bool { return n != "" && keyOf(n) == keyOf(l) })
	})
	for _, line := range tables {
		if strings.HasPrefix(line, "[") && !strings.HasPrefix(line, "[[") {
			oldTables = without(oldTables, strings.Trim(line, "[]"))
		}
	}
	return strings.Join(slices.Concat(head, oldHead, oldTables, []string{""}, tables), "\n") + "\n"
}

// parted are the lines above the first [ ], and those from it on.
func parted(lines []string) (head, tables []string) {
	i := slices.IndexFunc(lines, func(l string) bool { return strings.HasPrefix(l, "[") })
	if i < 0 {
		i = len(lines)
	}
	return slices.Clone(lines[:i]), lines[i:]
}

func keyOf(line string) string {
	key, _, _ := strings.Cut(line, "=")
	return strings.TrimSpace(key)
}

// without are the lines of all tables but one, and those below it.
func without(lines []string, table string) []string {
	var left []string
	gone := false
	for _, line := range lines {
		if strings.HasPrefix(line, "[") {
			name := strings.Trim(line, "[]")
			gone = name == table || strings.HasPrefix(name, table+".")
		}
		if !gone {
			left = append(left, line)
		}
	}
	return left
}
