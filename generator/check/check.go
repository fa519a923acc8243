// Package check checks a Book against the rules that no single cell can break: references between
// files, identities given twice, dates out of order, figures that do not follow from one another,
// groups and panels outside their limits.
//
// In: the Book, as source read it, complete or with gaps where a file could not be read. Out:
// diagnostics, each at the exact cell or key, in plain Chinese, with what to do.
//
// It never changes the Book, never works out a standing, and knows no day, so it does not check
// for dates in the future. It does not repeat what source reports about encodings, forms, unknown
// keys and required ones. Errors that only a figure can show (an overdraft, a stock) are reported
// by score.
//
// An error stops the build, so errors are only for what would make a published figure wrong or
// leave it without an answer. What is merely unlikely, and what is missing from a period that is
// not posted yet, is a note.
package check

import (
	"fmt"
	"sync"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// Book reports every problem of b, in order of file, line and column. It takes time in proportion
// to the Book, however many problems it has.
func Book(b *ledger.Book) diag.List {
	c := New(b)
	for _, p := range b.Places {
		c.Place(p)
	}
	return c.Found()
}

// Checker checks the places of a book, in any order, several at a time.
type Checker struct {
	known *articles
	order map[string]int            // of places in the book, by path
	rules map[string]*ledger.Scheme // by their files

	gathering sync.Mutex
	diag.List
	fine finely
}

// New checks what belongs to no place.
func New(b *ledger.Book) *Checker {
	c := &Checker{known: newArticles(b), order: make(map[string]int), rules: make(map[string]*ledger.Scheme), fine: make(finely)}
	for i, p := range b.Places {
		c.order[p.Path] = i
		for _, s := range p.Schemes {
			c.rules[s.File] = s
		}
	}
	c.config(&b.Config)
	c.exceptions(b)
	return c
}

// Findings are what was found in one place.
type Findings struct {
	List diag.List
	Fine map[string]Fine // by the files of the rules
}

// Place checks one place, of which nothing is needed afterwards. It reports whether a site can be
// built in spite of what was found.
func (c *Checker) Place(at *ledger.Place) (found Findings, fit bool) {
	texts := &place{Place: at}
	var beside sync.WaitGroup
	beside.Go(texts.delicate)
	p := openPlace(at)
	p.rules()
	p.schemes()
	p.groups()
	p.example()
	p.households()
	p.members()
	p.notices()
	p.sheets(p.Sheets, scored)
	p.gaps()
	p.sheets(p.Declared, claimed) // what a household declares does not count, so no row or cell is required
	p.events()
	p.corrections()
	p.rewards()
	p.redemptions()
	p.distributions()
	p.tasks(c.known)
	beside.Wait()
	p.List = append(p.List, texts.List...)
	p.strays()
	own := make(finely)
	own.in(at)
	found = Findings{p.List, own}
	c.Gather(at, found)
	return found, !p.HasErrors()
}

// Gather adds what was found in a place, now or when it was the same.
func (c *Checker) Gather(at *ledger.Place, found Findings) {
	c.gathering.Lock()
	defer c.gathering.Unlock()
	c.List = append(c.List, found.List...)
	for file, fine := range found.Fine {
		fine.Order = c.order[at.Path]
		c.fine.add(file, fine)
	}
}

// Found returns all that was found, in order of file, line and column.
func (c *Checker) Found() diag.List {
	c.decimals(c.fine)
	c.Sort()
	return c.List
}

// config: links to the source show data unmasked to everybody who can follow them.
func (of *Checker) config(c *ledger.Config) {
	if c.SourceURL != "" && c.Privacy.Names != ledger.NamesFull {
		of.Note(c.At("source.url"), sourceLink,
			fmt.Sprintf("[source] url 让每个分数链接到原始数据“%s”，而 names = “%s” 要求隐去姓名；能打开链接的人会看到全名", c.SourceURL, c.Privacy.Names),
			"只在公众看不到这个仓库、或数据本来就公开时才写 url；否则清空它")
	}
}
