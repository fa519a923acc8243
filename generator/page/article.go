package page

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// Article is a page from content/.
type Article struct {
	Head
	Title string
	Date  ledger.Date
	Body  string // Markdown
}

// Image is a file from content/ that is copied as it is.
type Image struct {
	gazette.Located
	Content []byte
}

func (s *site) article(a *gazette.Article) *Article {
	head := s.head(a.Path+".html", "article")
	if p := s.placeOf(a.Path); p != nil { // it belongs to the place below whose address it is
		head = s.headOf(p, head.Path, head.Kind)
	}
	m := &Article{Head: head, Title: a.Title, Date: a.Date, Body: a.Body}
	m.Changed = changed(a.Changed)
	for way, index := len(m.Crumbs), s.indexOf(a); index != nil; index = s.indexOf(index) {
		m.Crumbs = slices.Insert(m.Crumbs, way, Crumb{Name: index.Title, Href: m.Href(index.Path + ".html")})
	}
	return m
}

// indexOf is the article index.md of the nearest folder above a, from which a is reached; nil
// if there is none below the place, or the site, that a belongs to.
func (s *site) indexOf(a *gazette.Article) *gazette.Article {
	for dir := path.Dir(a.Path); dir != "." && s.public.Place(dir) == nil; dir = path.Dir(dir) {
		if index := s.public.Article(dir + "/index"); index != nil && index != a {
			return index
		}
	}
	return nil
}

// placeOf is the nearest place below whose address path lies; nil if there is none.
func (s *site) placeOf(file string) *gazette.Place {
	for dir := path.Dir(file); dir != "."; dir = path.Dir(dir) {
		if p := s.public.Place(dir); p != nil {
			return p
		}
	}
	return nil
}

// isRules reports whether a is on a page of rules, not on its own.
func (s *site) isRules(a *gazette.Article) bool {
	dir, file := path.Split(a.Path)
	return file == "rules" && s.public.Place(strings.TrimSuffix(dir, "/")) != nil
}

// articleLink leads to an article by its path, nil if there is none with a page of its own.
func (s *site) articleLink(h *Head, path string) *Link {
	a := s.public.Article(path)
	if a == nil || s.isRules(a) {
		return nil
	}
	return &Link{a.Title, h.Href(a.Path + ".html")}
}

// articlesOf are the links to the articles of a place, or of the site where p is nil,
// by weight, then latest first; those that a folder's index lists are left to it.
func (s *site) articlesOf(h *Head, p *gazette.Place) []Link {
	var list []*gazette.Article
	for _, a := range s.public.Articles {
		if !s.isRules(a) && s.placeOf(a.Path) == p && s.indexOf(a) == nil {
			list = append(list, a)
		}
	}
	slices.SortStableFunc(list, func(a, b *gazette.Article) int {
		return cmp.Or(cmp.Compare(a.Weight, b.Weight), cmp.Compare(b.Date, a.Date))
	})
	links := make([]Link, len(list))
	for i, a := range list {
		links[i] = Link{cmp.Or(a.Title, path.Base(a.Path)), h.Href(a.Path + ".html")}
	}
	return links
}
