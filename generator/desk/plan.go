package desk

import (
	"net/http"
	"slices"

	"gongshi/generator/convert"
	"gongshi/generator/desk/grid"
	"gongshi/generator/diag"
	"gongshi/generator/disk"
	"gongshi/generator/edit"
	"gongshi/generator/ledger"
	"gongshi/generator/scan"
	"gongshi/generator/source"
)

// plan is what a form would change.
type plan struct {
	files    []disk.File
	changes  []string // in words
	told     []string // what there is to know about it
	problems []grid.Problem
	act      func() error // what is done beside files; nil: nothing
	meets    bool         // rows that are there are changed
	final    bool         // it is not taken back
	does     string       // what the button does, where that is more than the form's own words tell
	then     *door        // where to go on once it is written; nil: nowhere
	same     []string     // what may be done where the same was written on the same day before: amend, again
}

// fill tells what a form would change, and writes it where that is asked for and right.
func (d *Desk) fill(f form) func(filled) (any, error) {
	return func(in filled) (any, error) {
		if err := in.check(); err != nil {
			return nil, err
		}
		d.lock.Lock()
		defer d.lock.Unlock()
		v, err := d.view(in.Place, in.Period)
		if err != nil {
			return nil, err
		}
		p, err := f.plan(v, in)
		if err != nil {
			return nil, err
		}
		p.told = append(v.read, p.told...)
		was, seen := map[string][]byte{}, map[string]string{}
		for _, file := range p.files {
			if was[file.Path], err = d.read(file.Path); err != nil {
				return nil, err
			}
			seen[file.Path] = digest(was[file.Path])
		}
		if len(p.files) > 0 {
			if err := v.outlook(p); err != nil {
				return nil, err
			}
		}
		ready := (len(p.files) > 0 || p.act != nil) && len(p.changes) > 0 && !p.hasErrors()
		answer := map[string]any{"changes": orNone(p.changes), "told": orNone(p.told), "problems": p.problems, "seen": seen, "ready": ready, "written": false, "does": p.does, "same": orNone(p.same), "then": p.then}
		if p.problems == nil {
			answer["problems"] = []grid.Problem{}
		}
		if !in.Write || !ready {
			return answer, nil
		}
		for _, file := range p.files {
			if in.Seen[file.Path] != seen[file.Path] {
				return nil, &refusal{http.StatusConflict, map[string]any{"error": "“" + fileWords(file.Path) + "”刚刚在别处改过，没有保存：看看现在会怎样写，再按一次。"}}
			}
		}
		answer["written"] = true
		if p.act != nil {
			return answer, p.act()
		}
		if err := d.write(was, p.files, p.changes); err != nil {
			return nil, err
		}
		d.steps[len(d.steps)-1].final = p.final
		if !p.final {
			answer["digest"] = digest(p.files[0].Content)
		}
		return answer, nil
	}
}

func orNone(list []string) []string { return append([]string{}, list...) }

// outlook adds what would be wrong with the village that is not wrong now.
func (v *view) outlook(p *plan) error {
	_, list, err := v.d.look(v.place.Path, p.files...)
	if err != nil {
		return err
	}
	known := map[[3]string]int{}
	for _, d := range v.had {
		known[[3]string{d.File, d.Code, d.Message}]++
	}
	for _, d := range list {
		key := [3]string{d.File, d.Code, d.Message}
		if known[key]--; known[key] >= 0 || d.Code == "zone-panel" { // which nobody mends here
			continue
		}
		p.tell(d)
	}
	return nil
}

// tell adds a problem.
func (p *plan) tell(d diag.Diagnostic) {
	text := d.Message
	if d.Hint != "" {
		text += "。" + d.Hint
	}
	problem := grid.Problem{Severity: d.Severity.String(), Text: spoken(text)}
	if !slices.Contains(p.problems, problem) { // the same of many households is said once
		p.problems = append(p.problems, problem)
	}
}

func (p *plan) hasErrors() bool {
	for _, problem := range p.problems {
		if problem.Severity == diag.Error.String() {
			return true
		}
	}
	return false
}

// taken is a plan of what rows of a table would change, as if they were imported: numbered, in their place, in the
// file where they belong.
func (v *view) taken(period ledger.Period, rows ...[]string) (*plan, error) {
	folder := source.Dir(v.d.opt.Site.Source)
	defer folder.Close()
	s := &convert.Site{Files: folder, Book: v.work.Book, Day: v.work.Day, Same: source.Same, Date: source.Date, Key: source.Key,
		Table: func(name string, data []byte) (*ledger.Table, diag.List) {
			return source.Table(name, data, v.work.Book)
		}}
	book, list := convert.Read("填写的内容.csv", scan.Excel(rows...))
	im := s.NewImport()
	im.Problems = append(im.Problems, list...)
	if book != nil {
		im.Take(book, convert.Scope{Place: v.place, Period: period})
	}
	p := &plan{}
	for _, d := range im.Problems {
		if d.Severity == diag.Error {
			p.tell(d)
		}
	}
	if p.hasErrors() {
		return p, nil
	}
	for _, c := range im.Changes {
		switch {
		case c.Row == 0:
			p.changes = append(p.changes, "新增 "+c.Who+"："+c.To)
		default:
			p.meets = true
			p.changes = append(p.changes, c.Who+" "+c.Column+"："+orNothing(c.From)+" → "+orNothing(c.To))
		}
	}
	var err error
	p.files, err = im.Files(false)
	if len(p.changes) == 0 {
		p.told = append(p.told, "已经有一样的，没有要写的。")
	}
	return p, err
}

func orNothing(text string) string {
	if text == "" {
		return "空"
	}
	return text
}

// table opens a table of the village to change it.
func (v *view) table(name string) (*edit.Table, error) {
	content, err := v.d.read(name)
	if err != nil {
		return nil, err
	}
	t, list := source.Table(name, content, v.work.Book)
	if t == nil || list.HasErrors() {
		return nil, wrong("“" + fileWords(name) + "”读不出来，先改好它：" + list.Errors()[0].Text())
	}
	return edit.Open(t, content)
}

// change adds what is changed of a table.
func (p *plan) change(name string, t *edit.Table, keys ...string) error {
	content, err := t.Bytes()
	if err != nil {
		return err
	}
	p.files = append(p.files, disk.File{Path: name, Content: content})
	p.changes = append(p.changes, t.Words(keys...)...)
	return nil
}

// problemOf is an error in words.
func problemOf(text string) grid.Problem {
	return grid.Problem{Severity: diag.Error.String(), Text: text}
}
