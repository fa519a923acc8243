// Package ledger holds the nouns of village points: points, dates, periods, places,
// schemes, households, sheets, events, corrections, notices, and the Book that
// gathers them.
//
// In: nothing. Out: values that package source fills from the clerk's files and
// every later room reads. The nouns know where they stand in the files, and the
// plain look-ups of formats.md (which scheme is in force, which row of a household
// a period reads). They compute no figure, judge nothing but whether a group keeps to its
// [zone] (which check reports and page publishes), and never touch the disk.
package ledger

import (
	"slices"
	"strings"

	"gongshi/generator/diag"
)

// Book is everything that the site's files say, as written, before anything is judged.
type Book struct {
	Config    Config
	Places    []*Place          // by path; a place stands before those below it
	Calendars map[int]*Calendar // by year: those that the program knows, and the site's own in their place
	Articles  []*Article        // by path
	Images    []Image           // files beside the articles, by path
}

// Place finds a place by its path; nil if there is none.
func (b *Book) Place(path string) *Place {
	i := slices.IndexFunc(b.Places, func(p *Place) bool { return p.Path == path })
	if i < 0 {
		return nil
	}
	return b.Places[i]
}

// Alone is the book with one of its places.
func (b *Book) Alone(p *Place) *Book {
	alone := *b
	alone.Places = []*Place{p}
	return &alone
}

// Keys tells where the keys of a TOML table stand. A key that was left out is not in it.
type Keys map[string]diag.Position

// At is where key stands, or else the table that lacks it.
func (k Keys) At(key string, table diag.Position) diag.Field {
	if p, ok := k[key]; ok {
		table = p
	}
	return table.As(key[strings.LastIndex(key, ".")+1:])
}

// Article is a Markdown file below content/. A place's rules.md stands on that
// place's rules page; every other becomes a page of its own.
type Article struct {
	diag.Position        // line 1 of the file
	Path          string `json:"path,omitzero"` // slash path below content/, without .md
	Title         string `json:"title,omitzero"`
	Date          Date   `json:"date,omitzero"`
	Weight        int    `json:"weight,omitzero"`
	Body          string `json:"-"`                  // Markdown, without its front matter
	BodyLine      int    `json:"body_line,omitzero"` // the file's line on which Body begins
}

// Image is a file beside the articles that is copied as it is.
type Image struct {
	Path    string `json:"path"` // slash path below content/
	Content []byte `json:"-"`
}
