package site

import (
	"cmp"
	"fmt"
	"io/fs"
	"iter"
	"slices"
	"time"

	"gongshi/generator/check"
	"gongshi/generator/diag"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/origin"
	"gongshi/generator/page"
	"gongshi/generator/proof"
	"gongshi/generator/publish"
	"gongshi/generator/render"
	"gongshi/generator/score"
	"gongshi/generator/source"
)

// Work is what the rooms made of the clerk's files, up to the pages, which are made one at a time
// as they are asked for.
type Work struct {
	Book      *ledger.Book
	Day       ledger.Date // as of which everything is reported
	Theme     fs.FS
	Standings *score.Standings
	Proofs    *proof.Proofs
	Public    *gazette.Site   // the data have errors, so this is an outline
	History   *origin.History // nil if not asked for
	Pages     iter.Seq[page.Page]
}

// Read takes the clerk's files as far as the pages, and writes nothing. If the list has errors
// there are no standings and no pages.
func Read(opt Options) (Work, diag.List, error) {
	folder := opt.folder()
	work, list, err := read(folder, opt)
	return work, opt.told(folder, work.Book, list), err
}

// folder returns the site as it is, or as it would be.
func (o Options) folder() fs.FS {
	if o.watch != nil {
		return o.watch.site
	}
	if o.files == nil { // of a command that reads once and ends
		o.files = source.Dir(o.Source)
	}
	if o.Instead != nil {
		return Overlay(o.files, o.Instead)
	}
	return o.files
}

// told returns what was found, in order, with the cells as a spreadsheet names them.
func (o Options) told(folder fs.FS, book *ledger.Book, list diag.List) diag.List {
	source.Cells(folder, book, list)
	list.Sort()
	if !o.Apart {
		list.Group()
	}
	return list
}

func read(folder fs.FS, opt Options) (Work, diag.List, error) {
	book, list, err := source.Read(folder, opt.Place)
	if err != nil {
		return Work{Book: book}, list, err
	}
	if opt.Figures {
		return opt.figures(book, list)
	}
	theme, unknown := render.Theme(folder, book.Config)
	work := Work{Book: book, Theme: theme}
	list = append(list, unknown...)
	list = append(list, check.Book(book)...)
	choices, err := opt.choices(book.Config)
	if err != nil {
		return work, list, err
	}
	work.Day = choices.Day
	work.Public = gazette.Outline(book, choices)
	list = append(list, page.Clashes(work.Public)...)
	pages := page.Options{Place: opt.Place}
	if !list.HasErrors() {
		history, notes := opt.history(book, func(p *ledger.Place) bool { return len(p.Seals) > 0 }, choices.Zone)
		work.History, choices.History = history, history
		gone, err := opt.gone(book)
		if err != nil {
			return work, list, err
		}
		standings, proofs, wrong, err := opt.reckon(book, choices)
		if err != nil {
			return work, list, err
		}
		wrong = slices.Concat(wrong, notes, gone, proof.NeverSealed(book, work.Day, wrong))
		if !wrong.HasErrors() {
			wrong = append(wrong, standings.States.Reminders(book, opt.Date != 0)...)
			work.Standings, work.Proofs = standings, proofs
			work.Public = gazette.Of(book, standings, proofs, choices)
			work.Pages = page.Site(work.Public, pages)
		}
		list = append(list, wrong...)
	}
	references, beyond := render.References(book.Articles)
	list = slices.Concat(list, beyond, render.BrokenLinks(references, page.NewLookup(work.Public, pages).Has))
	return work, list, nil
}

// figures takes what was read as far as figures and seals.
func (o Options) figures(book *ledger.Book, list diag.List) (Work, diag.List, error) {
	work := Work{Book: book}
	list = append(list, check.Book(book)...)
	choices, err := o.choices(book.Config)
	work.Day = choices.Day
	if err != nil || list.HasErrors() {
		return work, list, err
	}
	standings, proofs, wrong, err := o.reckon(book, choices)
	if !wrong.HasErrors() {
		work.Standings, work.Proofs = standings, proofs
	}
	return work, append(list, wrong...), err
}

// namesKept notes that git has the file of names, which then tells them to everybody who has the repository.
func namesKept(c ledger.Config, history *origin.History) (list diag.List) {
	if name := c.Privacy.NamesFile; name != "" && history.Keeps(name) {
		list.Add(diag.Diagnostic{Position: diag.At(name, 0, 0), Severity: diag.Note, Code: "names-in-git",
			Message: "names_file 写的文件“" + name + "”在 git 里：谁拿到仓库，谁就看得到全部姓名",
			Hint:    "运行 git rm --cached " + name + "，在 .gitignore 里写一行 /" + name + "，再提交；以前的提交里仍然有，要去掉见手册“隐私”"})
	}
	return list
}

// choices returns the choices that follow from the configuration and the clock. The day is the one
// asked for, or config.toml's, or the clock's in the site's time zone. Pages built for a chosen day
// do not change with the clock, nor do drafts, which nobody should pass on.
func (o Options) choices(config ledger.Config) (gazette.Choices, error) {
	zone, err := time.LoadLocation(config.Timezone)
	if err != nil {
		return gazette.Choices{}, fmt.Errorf("时区 %s：%w", config.Timezone, err)
	}
	c := gazette.Choices{Drafts: o.Drafts, Zone: zone, Day: cmp.Or(o.Date, config.Date), Still: true}
	if c.Day == 0 {
		c.Day, c.Still = ledger.Day(o.Clock.In(zone).Date()), o.Drafts
	}
	return c, nil
}

// Files returns the files of the site, printed one at a time: each is valid until the next.
func (w Work) Files(opt Options) iter.Seq2[publish.File, error] {
	if w.Book.Config.SourceURL != "" {
		w.History.Trace(entered(w.Book.Places), opt.lines())
	}
	digest, err := render.Digest(w.Theme)
	if err != nil {
		return func(yield func(publish.File, error) bool) { yield(publish.File{}, err) }
	}
	w.Public.MadeBy(opt.Program, digest)
	return render.Site(w.Pages, w.Theme, w.Book.Config.Language)
}
