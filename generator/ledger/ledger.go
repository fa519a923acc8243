// Package ledger defines the nouns of village points: points, dates, periods, places, schemes,
// households, sheets, events, corrections, notices, and the Book that contains them.
//
// In: nothing. Out: values that package source fills from the clerk's files and every later room
// reads. The nouns know their places in the files, and the plain look-ups of formats.md (which
// scheme is in force, which row of a household a period reads). They compute no figure, judge
// nothing but whether a group keeps to its [zone] (which check reports and page publishes), and
// never touch the disk.
package ledger

import (
	"slices"
	"strings"

	"gongshi/generator/diag"
)

// Book is the content of the site's files as written, before any check.
type Book struct {
	Config    Config
	Places    []*Place          // by path; a place is before those below it
	Calendars map[int]*Calendar // by year: those that the program knows, or the site's own instead
	Articles  []*Article        // by path
	Images    []Image           // files beside the articles, by path

	Exceptions []Exception // what is published of people on purpose
}

// Place returns a place by its path, or nil.
func (b *Book) Place(path string) *Place {
	return Find(b.Places, func(p *Place) bool { return p.Path == path })
}

// Find returns the first of a list that is sought, or nil.
func Find[T any](list []*T, sought func(*T) bool) *T {
	if i := slices.IndexFunc(list, sought); i >= 0 {
		return list[i]
	}
	return nil
}

// Alone returns the book with one of its places.
func (b *Book) Alone(p *Place) *Book {
	alone := *b
	alone.Places = []*Place{p}
	return &alone
}

// Section is the place of a TOML table, and of its keys.
type Section struct {
	diag.Position
	Keys Keys `json:"keys,omitzero"`
}

// Keys are the places of the keys of a TOML table: "days", "contact.phone" for those of a table in it. A key that was
// left out is not among them.
type Keys map[string]diag.Position

// SectionAt returns a table without keys.
func SectionAt(at diag.Position) Section { return Section{at, Keys{}} }

// At returns the place of a key, or else of the table that lacks it.
func (s Section) At(key string) diag.Field {
	at := s.Position
	if p, ok := s.Keys[key]; ok {
		at = p
	}
	return at.As(key[strings.LastIndex(key, ".")+1:])
}

// SetFile names the file of a table and its keys.
func (s *Section) SetFile(file string) {
	s.File = file
	for key, at := range s.Keys {
		at.File = file
		s.Keys[key] = at
	}
}

// Article is a Markdown file below content/. A place's rules.md is on that place's rules page;
// every other becomes a page of its own.
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
