package advice

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"gongshi/generator/diag"
)

// trial is a copy of a site on which one advice is followed.
type trial struct {
	place
	advice advice
	d      diag.Diagnostic
	m      []string // what the advice names
	dir    string   // the copy's folder
	edits  []edit
	to     string // where the file went
}

// copyTree copies a script's folder, with its links.
func copyTree(from, to string) error {
	return filepath.WalkDir(from, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(from, name)
		target := filepath.Join(to, rel)
		switch {
		case e.IsDir() && (rel == "public" || rel == ".tmp"):
			return filepath.SkipDir
		case e.IsDir():
			return os.MkdirAll(target, 0o755)
		case e.Type()&fs.ModeSymlink != 0:
			link, err := os.Readlink(name)
			if err != nil {
				return err
			}
			return os.Symlink(strings.Replace(link, from, to, 1), target)
		}
		return os.Link(name, target) // what changes a file makes a new one
	})
}

func (t *trial) path(file string) string { return filepath.Join(t.dir, filepath.FromSlash(file)) }

// put moves the problem's file, or a folder, within the site.
func (t *trial) put(from, to string) error {
	if _, err := os.Lstat(t.path(to)); err == nil && !strings.EqualFold(from, to) {
		return fmt.Errorf("%s is there already", to)
	}
	if err := os.MkdirAll(filepath.Dir(t.path(to)), 0o755); err != nil {
		return err
	}
	t.edits = append(t.edits, edit{base(from), base(to), true})
	t.to = to
	return os.Rename(t.path(from), t.path(to))
}

func base(file string) string { return path.Base(file) }

func (t *trial) rename() error { return t.put(t.d.File, path.Join(path.Dir(t.d.File), t.m[1])) }

func (t *trial) move() error { return t.put(t.d.File, t.m[1]) }

func (t *trial) pour() error {
	entries, err := os.ReadDir(t.path(t.d.File))
	if err != nil {
		return err
	}
	for _, e := range entries {
		if err := t.put(path.Join(t.d.File, e.Name()), path.Join(t.m[1], e.Name())); err != nil {
			return err
		}
	}
	t.to = ""
	return os.Remove(t.path(t.d.File))
}

func (t *trial) takeAway() error { return os.RemoveAll(t.path(t.d.File)) }

// lines are those of a file of the site.
func (t *trial) lines(file string) ([]string, error) {
	b, err := os.ReadFile(t.path(file))
	if err != nil {
		return nil, err
	}
	if b, err = inUTF8(b); err != nil {
		return nil, err
	}
	text := strings.NewReplacer("\ufeff", "", "\r\n", "\n", "\r", "\n").Replace(string(b))
	return strings.Split(text, "\n"), nil
}

// inUTF8 is a text that may be in GB18030, or have a mark of UTF-16.
func inUTF8(b []byte) ([]byte, error) {
	if bytes.HasPrefix(b, []byte{0xff, 0xfe}) || bytes.HasPrefix(b, []byte{0xfe, 0xff}) {
		return unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(b)
	}
	if utf8.Valid(b) {
		return b, nil
	}
	return simplifiedchinese.GB18030.NewDecoder().Bytes(b)
}

func (t *trial) save(file string, lines []string) error {
	if err := os.Remove(t.path(file)); err != nil {
		return err
	}
	return os.WriteFile(t.path(file), []byte(strings.Join(lines, "\n")), 0o644)
}

// spots are where the advice is to be followed, from the last of each file to the first, so that
// what was done before does not move what is still to do.
func (t *trial) spots() []diag.Spot {
	spots := slices.Clone(t.d.Spots)
	if len(spots) == 0 {
		spots = []diag.Spot{{Position: t.d.Position, Cell: t.d.Cell}}
	}
	slices.SortFunc(spots, func(a, b diag.Spot) int {
		return int(b.Line-a.Line)<<12 + int(b.Column-a.Column)
	})
	return slices.CompactFunc(spots, func(a, b diag.Spot) bool { return a.Position == b.Position })
}

func (t *trial) deleteRow() error {
	for _, s := range t.spots() {
		lines, err := t.lines(s.File)
		if err != nil {
			return err
		}
		if err := t.save(s.File, slices.Delete(lines, int(s.Line)-1, int(s.Line))); err != nil {
			return err
		}
	}
	return nil
}
