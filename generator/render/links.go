package render

import (
	"net/url"
	"path"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// BrokenLinks are the links and images of articles that lead to no file of the site; has
// tells which files there are. Addresses of other sites are not looked at.
func BrokenLinks(articles []*ledger.Article, has func(file string) bool) diag.List {
	var list diag.List
	for _, a := range articles {
		_, links := Markdown(a.Body)
		for _, l := range links {
			if !l.resolves(a.Path, has) {
				list.Add(diag.Diagnostic{
					Position: diag.Position{File: a.File, Line: int32(a.BodyLine + l.Line - 1)},
					Code:     "broken-link",
					Message:  "链接 " + l.Href + " 指向的网页或文件不存在",
					Hint:     "链接写网页的文件名，从本文所在的文件夹算起，例如 ../help/villager.html",
				})
			}
		}
	}
	return list
}

// resolves reports whether a link of the article at from leads somewhere.
func (l Link) resolves(from string, has func(file string) bool) bool {
	u, err := url.Parse(l.Href)
	switch {
	case err != nil:
		return false
	case u.Scheme != "" || u.Host != "", u.Path == "":
		return true
	}
	return has(path.Join(path.Dir(from), u.Path))
}
