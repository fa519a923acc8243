package desk

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"

	"gongshi/generator/disk"
	"gongshi/generator/source"
)

// words are an error in the clerk's words.
func words(err error) string { return disk.Words(err) }

// digest is the digest of a file's bytes; "" of none.
func digest(content []byte) string {
	if content == nil {
		return ""
	}
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// read reads a file of the site; nil if it is not there.
func (d *Desk) read(name string) ([]byte, error) {
	folder := source.Dir(d.opt.Site.Source)
	defer folder.Close()
	content, err := folder.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err == nil && content == nil {
		content = []byte{}
	}
	return content, err
}

// step is a save that can be taken back.
type step struct {
	files   []saved
	changes []string // what it changed, in words
	final   bool     // neither it nor what was before it is taken back
}

// saved is a file as it was before a save, and as it was left.
type saved struct {
	path   string
	before []byte // nil: it was not there
	after  string // its digest
}

// remembered is how many saves can be taken back, and how many versions of files are known.
const remembered = 40

// write writes files below data/ that are still as they were read, and remembers how they were. Nobody gets out of
// data/ by a link: its folder itself is the root.
func (d *Desk) write(was map[string][]byte, files []disk.File, changes []string) error {
	s := step{changes: changes}
	for _, f := range files {
		now, err := d.read(f.Path)
		if err != nil {
			return err
		}
		if !bytes.Equal(now, was[f.Path]) || (now == nil) != (was[f.Path] == nil) {
			return wrong("“" + fileWords(f.Path) + "”刚刚被别的程序改了，没有保存：刷新这一页，看过再存。")
		}
		s.files = append(s.files, saved{f.Path, now, digest(f.Content)})
	}
	if err := d.put(files, nil); err != nil {
		return err
	}
	d.steps = append(d.steps, s)
	if len(d.steps) > remembered {
		d.steps = d.steps[1:]
	}
	return nil
}

// put writes and removes files below data/, all or none.
func (d *Desk) put(files []disk.File, remove []string) error {
	site, err := os.OpenRoot(d.opt.Site.Source)
	if err != nil {
		return err
	}
	defer site.Close()
	data, err := site.OpenRoot("data")
	if err != nil {
		return err
	}
	defer data.Close()
	inside := func(name string) (string, error) {
		rest, ok := strings.CutPrefix(name, "data/")
		if !ok || !fs.ValidPath(rest) {
			return "", errors.New("data 以外的文件不写：" + name)
		}
		return rest, nil
	}
	files, remove = slices.Clone(files), slices.Clone(remove)
	for i := range files {
		if files[i].Path, err = inside(files[i].Path); err != nil {
			return err
		}
	}
	for i := range remove {
		if remove[i], err = inside(remove[i]); err != nil {
			return err
		}
	}
	return disk.Change(data, files, remove)
}

// taking is a request to take back the last save.
type taking struct {
	Digest string `json:"digest"` // of a file as the page's own save left it
}

// undo takes back the last save, if its files are still as it left them, and if it was that of the page that asks.
func (d *Desk) undo(in taking) (any, error) {
	d.lock.Lock()
	defer d.lock.Unlock()
	if len(d.steps) == 0 {
		return nil, wrong("没有可以撤销的：只能撤销这次打开程序以后存的。")
	}
	last := d.steps[len(d.steps)-1]
	if last.final {
		return nil, wrong("封存了，不撤销：以前存的要改回去，没有封存的自己改，封存了的写更正。")
	}
	if !slices.ContainsFunc(last.files, func(f saved) bool { return f.after == in.Digest }) {
		return nil, wrong("最后一次存的不是这一页存的：先撤销后来存的那一次，或者自己改回去。")
	}
	var files []disk.File
	var remove []string
	for _, f := range last.files {
		now, err := d.read(f.path)
		switch {
		case err != nil:
			return nil, err
		case digest(now) != f.after:
			return nil, wrong("“" + fileWords(f.path) + "”存了以后又改过，撤销会把后来改的也去掉，所以没有动：要改回去，自己改。")
		case f.before == nil:
			remove = append(remove, f.path)
		default:
			files = append(files, disk.File{Path: f.path, Content: f.before})
		}
	}
	if err := d.put(files, remove); err != nil {
		return nil, err
	}
	d.steps = d.steps[:len(d.steps)-1]
	first := last.files[0]
	d.bases.keep(first.path, first.before)
	return map[string]any{"file": first.path, "digest": digest(first.before), "changes": last.changes}, nil
}

// memory are versions of files, by their digests.
type memory struct{ list []version }

type version struct {
	path, digest string
	content      []byte
}

func (m *memory) keep(path string, content []byte) {
	if _, known := m.find(path, digest(content)); known {
		return
	}
	m.list = append(m.list, version{path, digest(content), content})
	if len(m.list) > remembered {
		m.list = m.list[1:]
	}
}

func (m *memory) find(path, digest string) (content []byte, known bool) {
	if digest == "" {
		return nil, true
	}
	for _, v := range m.list {
		if v.path == path && v.digest == digest {
			return v.content, true
		}
	}
	return nil, false
}
