package pack

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"gongshi/generator/scan"
	"gongshi/generator/source"
)

// The limits of a pack: all villages of a county fit, and a hostile pack cannot fill the memory.
const (
	MaxBytes    = 64 << 20  // of the pack itself
	maxEntry    = 32 << 20  // of one file
	maxUnpacked = 256 << 20 // of all
	maxEntries  = 20_000
)

// refusal is the reason for which a pack, or one of its files, is refused.
type refusal struct{ file, what, mend string }

func (r *refusal) Error() string {
	text := r.what
	if r.file != "" {
		text = "“" + scan.Short(r.file) + "”" + r.what
	}
	return text + "；" + r.mend
}

func refused(file, what, mend string) error { return &refusal{file, what, mend} }

const (
	anew    = "请对方重新运行 gongshi pack，把打好的包原样发来"
	foreign = "不要用它，先问清楚是谁给的"
)

// Read reads a pack. Anything in it that gongshi pack does not write is an error.
func Read(data []byte) (*Pack, error) {
	if len(data) > MaxBytes {
		return nil, refused("", "这个包太大，超过 64 MB", anew)
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, refused("", "这个文件不是包，或者没有传完整", anew)
	}
	if len(archive.File) > maxEntries {
		return nil, refused("", fmt.Sprintf("包里的文件太多，超过 %d 个", maxEntries), foreign)
	}
	p := &Pack{Content: map[string][]byte{}}
	if err := p.manifest(archive); err != nil {
		return nil, err
	}
	return p, p.files(archive.File[1:])
}

// manifest reads the pack's manifest.
func (p *Pack) manifest(archive *zip.Reader) error {
	if len(archive.File) == 0 || archive.File[0].Name != manifestName {
		return refused("", "这个压缩文件不是 gongshi pack 打的包，或者解压以后又压缩过", anew)
	}
	content, err := content(archive.File[0])
	if err != nil {
		return err
	}
	dec := json.NewDecoder(bytes.NewReader(content))
	dec.DisallowUnknownFields()
	switch err := dec.Decode(&p.Manifest); {
	case strings.HasPrefix(p.Format, "gongshi-pack-") && p.Format != format:
		return refused("", "这个包是更新的程序打的", "换一个新的 gongshi 程序再来")
	case err != nil || p.Format != format:
		return refused(manifestName, "读不懂", anew)
	case !source.IsPlace(p.Place):
		return refused("", fmt.Sprintf("包里写的地方“%s”不是 data 下面的路径", scan.Short(p.Place)), foreign)
	}
	return nil
}

// files reads the files that the manifest lists, and no others.
func (p *Pack) files(entries []*zip.File) error {
	listed := make(map[string]File, len(p.Files))
	for _, f := range p.Files {
		listed[f.Path] = f
	}
	if len(listed) != len(p.Files) {
		return refused(manifestName, "里有的文件写了两次", foreign)
	}
	folded, total := map[string]bool{}, 0
	for _, e := range entries {
		if err := p.allowed(e); err != nil {
			return err
		}
		key := Fold(e.Name)
		if folded[key] {
			return refused(e.Name, "有两个，或者有另一个只差大小写", foreign)
		}
		folded[key] = true
		body, err := content(e)
		if err != nil {
			return err
		}
		if total += len(body); total > maxUnpacked {
			return refused("", "这个包展开以后太大，超过 256 MB", foreign)
		}
		f, ok := listed[e.Name]
		if !ok || f.Size != len(body) || f.SHA256 != digest(body) {
			return refused(e.Name, "打包以后被人改过或加过", anew)
		}
		delete(listed, e.Name)
		p.Content[e.Name] = body
	}
	for _, f := range p.Files {
		if _, missing := listed[f.Path]; missing {
			return refused(f.Path, "包里缺这个文件", anew)
		}
	}
	return nil
}

// Fold returns a path as systems compare it that ignore case.
func Fold(name string) string { return norm.NFC.String(strings.ToLower(norm.NFC.String(name))) }

// allowed refuses an entry that is not a file of the pack's place.
func (p *Pack) allowed(e *zip.File) error {
	switch {
	case !utf8.ValidString(e.Name) || e.NonUTF8:
		return refused(e.Name, "的名字不是 UTF-8", anew)
	case !e.Mode().IsRegular():
		return refused(e.Name, "是文件夹或链接，不是文件", foreign)
	case e.Flags&1 != 0:
		return refused(e.Name, "加了密码", anew)
	case !p.Within(e.Name):
		return refused(e.Name, fmt.Sprintf("不在 %s 的文件夹里", p.Place), foreign)
	case !source.IsFile(p.Place, e.Name):
		return refused(e.Name, "不是网站要读的文件", foreign)
	}
	return nil
}

// content returns an entry's content, up to the limit.
func content(e *zip.File) ([]byte, error) {
	broken := refused(e.Name, "坏了，读不出来", anew)
	r, err := e.Open()
	if err != nil {
		return nil, broken
	}
	defer r.Close()
	body, err := io.ReadAll(io.LimitReader(r, maxEntry+1))
	if len(body) > maxEntry {
		return nil, refused(e.Name, "太大，超过 32 MB", foreign)
	}
	if err != nil {
		return nil, broken
	}
	return body, nil
}
