package render

import (
	"net/url"
	"path"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// Reference is a link or an image of an article that leads to a file of the site.
type Reference struct {
	diag.Position
	Href string
	File string // slash path below the site's root; "" if Href is not an address
}

// References returns those of all articles, without addresses of other sites, and where an article
// goes beyond what is read of one.
func References(articles []*ledger.Article) ([]Reference, diag.List) {
	var list []Reference
	var wrong diag.List
	for _, a := range articles {
		_, links, beyond := Markdown(a.Body)
		for _, b := range beyond {
			at := diag.Position{File: a.File, Line: int32(a.BodyLine + b.Line - 1)}
			wrong.Wrong(diag.Field{Position: at}, "markdown-limit", b.Message, b.Hint)
		}
		for _, l := range links {
			r := Reference{diag.Position{File: a.File, Line: int32(a.BodyLine + l.Line - 1)}, l.Href, ""}
			u, err := url.Parse(l.Href)
			switch {
			case err == nil && (u.Scheme != "" || u.Host != "" || u.Path == ""):
				continue
			case err == nil:
				r.File = path.Join(path.Dir(a.Path), u.Path)
			}
			list = append(list, r)
		}
	}
	return list, wrong
}

// BrokenLinks returns the references that lead to no file of the site; has reports whether a file
// exists.
func BrokenLinks(references []Reference, has func(file string) bool) diag.List {
	var list diag.List
	for _, r := range references {
		if r.File == "" || !has(r.File) {
			list.Wrong(diag.Field{Position: r.Position}, "broken-link", "链接 "+r.Href+" 指向的网页或文件不存在",
				"链接写网页的文件名，从本文所在的文件夹算起，例如 ../help/villager.html")
		}
	}
	return list
}
