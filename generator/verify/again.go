package verify

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/gazette"
	"gongshi/generator/page"
	"gongshi/generator/publish"
	"gongshi/generator/render"
)

// unknownProgram is how messages call a program that names no version.
const unknownProgram = "不知道哪个版本"

// mostFiles is how many different files are reported one by one.
const mostFiles = 50

// again makes every file of a site from what it publishes, and compares it byte for byte. So each
// file is accounted for: it follows from the tables, or it differs.
func (r *Report) again(all *files, opt Options) error {
	public, err := gazette.Decode(all)
	switch {
	case err != nil && all.whole:
		r.differ(diag.Position{File: manifest}, packageCode, "公布的数据读不成一整份，网页没有重做：%v", err)
		return nil
	case err != nil:
		r.not("网页：这里只有一个地方，没有全站的 data/site.json，没有重做比对")
		return nil
	}
	digest := "" // there is no theme
	if opt.Theme != nil {
		if digest, err = render.Digest(opt.Theme); err != nil {
			return err
		}
	}
	switch {
	case public.Program != opt.Program:
		r.not("网页：这个网站由 %s 生成，本程序是 %s，没有重做比对；用同一个版本核对，才能逐个字节比对", cmp.Or(public.Program, unknownProgram), cmp.Or(opt.Program, unknownProgram))
		return nil
	case public.Theme != digest:
		r.not("网页：手边没有这个网站所用的主题，没有重做比对；用 --theme 指出主题的文件夹，才能逐个字节比对")
		return nil
	}
	c := comparison{report: r, all: all, seen: make(map[string]bool, len(all.sums)), apart: r.apart(public)}
	for f, err := range render.Site(page.Site(public, page.Options{Place: opt.Place}), opt.Theme, public.Config.Language) {
		if err != nil {
			return fmt.Errorf("重做网页：%w", err)
		}
		if within(f.Path, opt.Place) {
			if err := c.compare(f); err != nil {
				return err
			}
		}
	}
	if mark := publish.Mark(); within(mark.Path, opt.Place) {
		if err := c.compare(mark); err != nil {
			return err
		}
	}
	c.strangers()
	r.done("全部文件：按公布的数据重做 %d 个，逐个字节比对", c.same)
	return nil
}

// apart are the places that were built alone, on another day or by another program: the site does
// not record how its own pages were made then.
func (r *Report) apart(public *gazette.Site) []string {
	var list []string
	for _, p := range public.Places {
		if p.Made != (gazette.Made{Day: public.Day, Program: public.Program}) {
			list = append(list, p.Path)
			r.not("网页：%s 是另外单独生成的，没有重做比对", p.Path)
		}
	}
	return list
}

// comparison compares the files of a site with those made from what it publishes.
type comparison struct {
	report *Report
	all    *files
	apart  []string        // places whose files are not compared
	seen   map[string]bool // made here
	same   int             // how many were compared
	count  int             // number that differ
}

// strangers reports files that nothing published makes.
func (c *comparison) strangers() {
	for _, name := range slices.Sorted(maps.Keys(c.all.sums)) {
		if !c.seen[name] && !c.beside(name) {
			c.differ(name, 0, "网站上多出这个文件：它不是由公布的数据生成的")
		}
	}
	if c.count > mostFiles {
		c.report.differ(diag.Position{File: manifest}, pageCode, "还有 %d 个文件与按公布的数据重做的不同", c.count-mostFiles)
	}
}

// beside reports whether a file is in a place that was built alone, or depends on one.
func (c *comparison) beside(name string) bool {
	return slices.ContainsFunc(c.apart, func(place string) bool {
		return within(name, place) || within(place+"/x", path.Dir(name)) || path.Dir(name) == "."
	})
}

// compare compares a file with its sum in the manifest, which was checked against the site.
func (c *comparison) compare(f publish.File) error {
	c.seen[f.Path] = true
	if c.beside(f.Path) {
		return nil
	}
	c.same++
	sum, named := c.all.sums[f.Path]
	switch {
	case !named:
		c.differ(f.Path, 0, "按公布的数据应有这个文件，网站上没有")
	case sum == sha256.Sum256(f.Content):
	case c.count >= mostFiles:
		c.count++
	default:
		is, err := fs.ReadFile(c.all, f.Path)
		if err != nil {
			return err
		}
		line, words := difference(f.Path, is, f.Content)
		c.differ(f.Path, line, words)
	}
	return nil
}

func (c *comparison) differ(name string, line int, words string) {
	if c.count++; c.count <= mostFiles {
		c.report.differ(diag.Position{File: name, Line: int32(line)}, pageCode, "%s", words)
	}
}

// difference describes where a file first differs from what it should be: its line, and in words
// what is there.
func difference(name string, is, should []byte) (line int, words string) {
	var a, b []piece
	switch {
	case strings.HasSuffix(name, ".html"):
		a, b = piecesOfHTML(is), piecesOfHTML(should)
	case strings.HasSuffix(name, ".csv"):
		a, b = piecesOfCSV(is), piecesOfCSV(should)
	default:
		a, b = piecesOfLines(is), piecesOfLines(should)
	}
	i := common(a, b, piece.same)
	switch {
	case i == len(a) && i == len(b):
		at := common(is, should, func(a, b byte) bool { return a == b })
		return 1 + bytes.Count(is[:at], []byte("\n")), "标记或空白与按公布的数据重做的不同，文字一样"
	case i == len(a):
		return lastLine(is), fmt.Sprintf("缺少%s，按公布的数据应有“%s”", b[i].where(), excerpt(b[i].text, b[i].text))
	case i == len(b):
		return a[i].line, fmt.Sprintf("%s多出“%s”，按公布的数据没有", a[i].where(), excerpt(a[i].text, a[i].text))
	case a[i].name != b[i].name: // something was inserted or is missing
		return a[i].line, fmt.Sprintf("这里是%s，按公布的数据应是%s", a[i].is(b[i].text), b[i].is(a[i].text))
	}
	return a[i].line, fmt.Sprintf("%s写的是“%s”，按公布的数据应是“%s”", a[i].where(), excerpt(a[i].text, b[i].text), excerpt(b[i].text, a[i].text))
}

// common returns the length of what is the same at the beginning of both.
func common[T any](a, b []T, same func(a, b T) bool) int {
	i := 0
	for i < len(a) && i < len(b) && same(a[i], b[i]) {
		i++
	}
	return i
}

func lastLine(a []byte) int { return 1 + bytes.Count(bytes.TrimRight(a, "\r\n"), []byte("\n")) }
