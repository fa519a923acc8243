package verify

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"

	"gongshi/generator/diag"
)

// read reads a file, compares it with its checksum, and reports if it is missing or altered. It
// returns the text if it is to be kept. An error makes checking impossible.
func (f *files) read(name string, most int64, kept bool) (text []byte) {
	in, err := f.reader(name, most)
	if errors.Is(err, fs.ErrNotExist) {
		f.tell(f.absent, name, "清单 "+manifest+" 里有这个文件，网站上却没有")
		return nil
	}
	if err != nil {
		f.fail(err)
		return nil
	}
	defer in.Close()
	sum := sha256.New()
	if in.table = kept && path.Ext(name) == ".csv"; kept {
		text, err = io.ReadAll(io.TeeReader(in, sum))
	} else {
		_, err = io.Copy(sum, in)
	}
	if want := f.sums[name]; err == nil && string(sum.Sum(nil)) != string(want[:]) {
		f.tell(f.altered, name, "内容与清单 "+manifest+" 里的校验和不符：生成以后有人改动过这个文件")
	}
	f.fail(err)
	return text
}

// tell reports a file's error once.
func (f *files) tell(told map[string]bool, name, message string) {
	f.lock.Lock()
	defer f.lock.Unlock()
	if !told[name] {
		told[name] = true
		f.found.Wrong(diag.Field{Position: diag.At(name, 0, 0)}, manifestCode, message, "")
	}
}

// bounded is a file that is given up if it, or all files together, are too large.
type bounded struct {
	fs.File
	files *files
	name  string
	most  int64
	left  int64
	table bool // it is a table that takes memory
}

// reader opens a file, if it is one.
func (f *files) reader(name string, most int64) (*bounded, error) {
	if disk, ok := f.site.(fs.StatFS); ok { // opening a pipe would wait for ever
		switch info, err := disk.Stat(name); {
		case err != nil && strings.Contains(err.Error(), "escapes"): // package os has no name for it
			return nil, refused("“%s”是通到网站文件夹外面的链接，没有读", name)
		case err == nil && !info.Mode().IsRegular():
			return nil, refused("“%s”不是普通的文件（%s），没有读", name, info.Mode().Type())
		}
	}
	in, err := f.site.Open(name)
	if err != nil {
		return nil, err
	}
	return &bounded{File: in, files: f, name: name, most: most, left: most}, nil
}

func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.File.Read(p)
	b.left -= int64(n)
	switch failed := b.files.err(); {
	case failed != nil:
		err = failed // of another file
	case b.left < 0:
		err = refused("“%s”太大，超过 %s", b.name, megabytes(b.most))
	case b.files.left.Add(-int64(n)) < 0:
		err = refused("读到“%s”，所有文件加起来超过 %s", b.name, megabytes(b.files.limits.all))
	case b.table && b.files.room.Add(-room(p[:n])) < 0:
		err = refused("读到“%s”，这个地方的表加起来要占超过 %s 的内存", b.name, megabytes(b.files.limits.room))
	}
	return n, err
}

// room is the memory that the cells and rows in a part of a table will need: one character of a
// hostile file may take a hundred bytes.
func room(part []byte) int64 {
	return int64(len(part) + 20*bytes.Count(part, []byte(",")) + 80*bytes.Count(part, []byte("\n")))
}
