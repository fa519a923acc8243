package site

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"gongshi/generator/cache"
	"gongshi/generator/oracle"
)

// files are those below a folder of the site, as their suffix has it.
func (e *editor) files(dir, suffix string) (list []string) {
	filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.HasSuffix(name, suffix) && !strings.Contains(name, ".git") {
			list = append(list, name)
		}
		return nil
	})
	return list
}

func (e *editor) pick(dir, suffix string) string {
	list := e.files(dir, suffix)
	if len(list) == 0 {
		return filepath.Join(dir, "none")
	}
	return list[e.IntN(len(list))]
}

func (e *editor) data(suffix string) string {
	return e.pick(filepath.Join(e.opt.Source, "data"), suffix)
}

// edit changes a file's lines.
func (e *editor) edit(name string, change func(lines []string) []string) string {
	text, _ := os.ReadFile(name)
	if lines := strings.SplitAfter(string(text), "\n"); len(lines) > 2 {
		e.write(name, []byte(strings.Join(change(lines), "")))
	}
	return name
}

// value puts another digit in the place of one.
func (e *editor) value() string {
	return "value " + e.edit(e.data(".csv"), func(lines []string) []string {
		i := 1 + e.IntN(len(lines)-1)
		if at := strings.LastIndexAny(lines[i], "123456789"); at >= 0 {
			lines[i] = lines[i][:at] + fmt.Sprint(1+e.IntN(9)) + lines[i][at+1:]
		}
		return lines
	})
}

func (e *editor) row() string {
	return "row " + e.edit(e.data(".csv"), func(lines []string) []string {
		i := 1 + e.IntN(len(lines)-1)
		return slices.Delete(lines, i, i+1)
	})
}

func (e *editor) kinds() string {
	return "place or rules " + e.edit(e.data(".toml"), func(lines []string) []string {
		i := e.IntN(len(lines))
		if at := strings.LastIndexAny(lines[i], "123456789"); at >= 0 {
			lines[i] = lines[i][:at] + fmt.Sprint(1+e.IntN(9)) + lines[i][at+1:]
		}
		return lines
	})
}

func (e *editor) add() string {
	name := e.data(".csv")
	text, _ := os.ReadFile(name)
	to := filepath.Join(filepath.Dir(e.data(".csv")), []string{"2023-05.csv", "2024-02.csv", "x.csv", filepath.Base(name)}[e.IntN(4)])
	e.write(to, text)
	return "add " + to
}

func (e *editor) remove() string {
	name := e.data("")
	os.Remove(name)
	return "remove " + name
}

func (e *editor) rename() string {
	from := e.data("")
	to := filepath.Join(filepath.Dir(from), []string{"x.csv", "2023-06.csv", "2023-07.toml", "第3季.csv"}[e.IntN(4)])
	os.Rename(from, to)
	return "rename " + from + " to " + to
}

func (e *editor) article() string {
	place := e.pick(filepath.Join(e.opt.Source, "data"), "place.toml")
	where, _ := filepath.Rel(filepath.Join(e.opt.Source, "data"), filepath.Dir(place))
	to := filepath.Join(e.opt.Source, "content", where, fmt.Sprintf("a%d.md", e.IntN(3)))
	e.write(to, fmt.Appendf(nil, "+++\ntitle = \"说明 %d\"\n+++\n\n[各期](notices/index.html)，[别处](../%s/index.html)。\n", e.IntN(9), filepath.Base(where)))
	return "article " + to
}

func (e *editor) theme() string {
	e.write(filepath.Join(e.opt.Source, "themes/default/static/own.txt"), fmt.Append(nil, e.IntN(5)))
	return "theme"
}

func (e *editor) words() string {
	name := filepath.Join(e.opt.Source, "themes/default/i18n/zh-CN.toml")
	if os.Remove(name) == nil {
		return "no words"
	}
	text, err := os.ReadFile("../../themes/default/i18n/zh-CN.toml")
	if err != nil {
		e.t.Fatal(err)
	}
	e.write(name, []byte(strings.ReplaceAll(string(text), "公示", "公布")))
	return "words"
}

func (e *editor) drafts() string {
	e.opt.Drafts = !e.opt.Drafts
	return "drafts"
}

func (e *editor) later() string {
	e.opt.Clock = e.opt.Clock.Add(24 * time.Hour)
	if e.opt.Date = 0; e.IntN(2) == 0 {
		e.opt.Date = oracle.Day(oracle.RandomSite(uint64(e.IntN(9)))) + 3
	}
	return "another day"
}

// damage damages the cache.
func (e *editor) damage() string {
	name := e.pick(filepath.Join(e.opt.Cache, "builds"), "")
	text, err := os.ReadFile(name)
	if err != nil || len(text) == 0 {
		return "no cache"
	}
	switch at := e.IntN(len(text)); e.IntN(3) {
	case 0:
		text[at] ^= 1 << e.IntN(8)
	case 1:
		text = text[:at]
	case 2:
		text = append(text, text[at:]...)
	}
	e.write(name, text)
	return "damaged cache"
}

// another is a cache that another program has left.
func (e *editor) another() string {
	f := cache.At(e.opt.Cache, e.opt.Source, e.opt.Output)
	var r record
	if f.Load(&r) {
		r.Program.Sights[0].Sum[0]++
		r.Program.Sights[0].Stamp.Size++
		r.List = nil
		if err := f.Keep(r); err != nil {
			e.t.Fatal(err)
		}
	}
	return "another program"
}

// between builds the site without a cache while a value is another, in the same folder.
func (e *editor) between() string {
	did := e.value()
	opt := e.opt
	opt.Cache = ""
	Build(opt)
	return did + " for one build, " + e.undo()
}

// page changes a page, or removes it.
func (e *editor) page() string {
	name := e.pick(e.opt.Output, "")
	if filepath.Base(name) == "SHA256SUMS" {
		return "no page"
	}
	if e.IntN(2) == 0 {
		os.Remove(name)
	} else {
		text, _ := os.ReadFile(name)
		e.write(name, append(text, '!'))
	}
	return "page " + name
}

func (e *editor) mistake() string {
	return "mistake " + e.edit(e.data(".csv"), func(lines []string) []string {
		return append(lines, "没有,这,样,的,一,行\n")
	})
}

func (e *editor) touch() string {
	name := e.data("")
	os.Chtimes(name, e.opt.Clock, e.opt.Clock)
	return "touch " + name
}

// undo takes back what no site can be built with.
func (e *editor) undo() string {
	data := filepath.Join(e.opt.Source, "data")
	for name := range e.tree(data) {
		if _, there := e.good[name]; !there {
			os.Remove(filepath.Join(data, name))
		}
	}
	for name, text := range e.good {
		if now, err := os.ReadFile(filepath.Join(data, name)); err != nil || string(now) != text {
			e.write(filepath.Join(data, name), []byte(text))
		}
	}
	return "undo"
}
