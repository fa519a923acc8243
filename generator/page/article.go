package page

import (
	"cmp"
	"path"
	"regexp"
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// Article is a page from content/.
type Article struct {
	Head
	Title string
	Date  ledger.Date
	Body  string // Markdown
	File  string // where Body stands, for diagnostics
	Line  int    // the line of File on which it begins
}

// Image is a file from content/ that is copied as it is.
type Image struct {
	Path    string
	Content []byte
}

// At is the image's address.
func (f *Image) At() string { return f.Path }

func (s *site) article(a *ledger.Article) *Article {
	return &Article{
		Head:  s.articleHead(a),
		Title: a.Title, Date: a.Date, Body: a.Body, File: a.File, Line: a.BodyLine,
	}
}

// articleHead begins an article: one below a place's address belongs to that place.
func (s *site) articleHead(a *ledger.Article) Head {
	if p := s.placeOf(a.Path); p != nil {
		return s.headOf(p, strings.TrimPrefix(a.Path, p.Path+"/")+".html", "article")
	}
	return s.head(a.Path+".html", "article")
}

// placeOf is the nearest place below whose address path lies; nil if there is none.
func (s *site) placeOf(file string) *ledger.Place {
	for dir := path.Dir(file); dir != "."; dir = path.Dir(dir) {
		if p := s.book.Place(dir); p != nil {
			return p
		}
	}
	return nil
}

// isRules reports whether a stands on a page of rules, not on its own.
func (s *site) isRules(a *ledger.Article) bool {
	dir, file := path.Split(a.Path)
	return file == "rules" && s.book.Place(strings.TrimSuffix(dir, "/")) != nil
}

// content yields the articles and images that the build wants.
func (s *site) content(yield func(Page) bool) bool {
	for _, a := range s.book.Articles {
		if within(a.Path, s.opt.Place) && !s.isRules(a) && !yield(s.article(a)) {
			return false
		}
	}
	for _, i := range s.book.Images {
		if within(i.Path, s.opt.Place) && !yield(&Image{i.Path, i.Content}) {
			return false
		}
	}
	return true
}

// articlesOf are the links to the articles of a place, or of the site where p is nil,
// by weight, then latest first.
func (s *site) articlesOf(h *Head, p *ledger.Place) []Link {
	var list []*ledger.Article
	for _, a := range s.book.Articles {
		if !s.isRules(a) && s.placeOf(a.Path) == p {
			list = append(list, a)
		}
	}
	slices.SortStableFunc(list, func(a, b *ledger.Article) int {
		return cmp.Or(cmp.Compare(a.Weight, b.Weight), cmp.Compare(b.Date, a.Date))
	})
	links := make([]Link, len(list))
	for i, a := range list {
		links[i] = Link{cmp.Or(a.Title, path.Base(a.Path)), h.Href(a.Path + ".html")}
	}
	return links
}

// ours are the addresses below a place that its own pages may take, and at the root.
var ours = regexp.MustCompile(`^(index\.html|rules\.html|\d{4}(-\d\d|-Q\d)?\.html|(h|data|notices|honours|distribution)/.*)$`)

// Clashes finds the articles and images that would stand where a page of ours stands.
func Clashes(b *ledger.Book) diag.List {
	s := &site{book: b}
	var list diag.List
	clash := func(at diag.Position, address string) {
		rest := address
		p := s.placeOf(address)
		if p != nil {
			rest = strings.TrimPrefix(address, p.Path+"/")
		}
		if p == nil && (address == "index.html" || address == "404.html") || p != nil && ours.MatchString(rest) {
			list.Add(diag.Diagnostic{
				Position: at, Code: "address-clash",
				Message: "文章或图片的网址 " + address + " 与本站自动生成的网页相同",
				Hint:    "给文件改名，或放到别的文件夹",
			})
		}
	}
	for _, a := range b.Articles {
		if !s.isRules(a) {
			clash(a.Position, a.Path+".html")
		}
	}
	for _, i := range b.Images {
		clash(diag.Position{File: "content/" + i.Path}, i.Path)
	}
	return list
}
