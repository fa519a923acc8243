package page

import (
	"slices"

	"gongshi/generator/gazette"
)

// The addresses of a place's pages, below the site's root.

func placePath(p *gazette.Place) string  { return p.Path + "/index.html" }
func periodPath(t *gazette.Table) string { return t.Place.Path + "/" + t.Period.String() + ".html" }
func noticePath(t *gazette.Table) string {
	return t.Place.Path + "/notices/" + t.Period.String() + ".html"
}
func honoursPath(t *gazette.Table) string {
	return t.Place.Path + "/honours/" + t.Period.String() + ".html"
}
func csvPath(t *gazette.Table) string { return t.Place.Path + "/data/" + t.Period.String() + ".csv" }

// absolute is a file's address on the web, for paper, feeds and calendars; "" where
// config.toml does not say where the site stands.
func (s *site) absolute(path string) string {
	if s.public.Config.BaseURL == "" {
		return ""
	}
	return s.public.Config.BaseURL + escape(path)
}

func householdFile(id string) string { return "h/" + id + ".html" }

// hasRules reports whether p has a page of rules.
func (s *site) hasRules(p *gazette.Place) bool {
	if len(p.Schemes) > 0 || s.explanation(p) != nil {
		return true
	}
	return p.Keeps && len(versions(p)) > 0
}

// explanation is the Markdown of p's page of rules, nil if there is none.
func (s *site) explanation(p *gazette.Place) *gazette.Article {
	i := slices.IndexFunc(s.public.Articles, func(a *gazette.Article) bool { return a.Path == p.Path+"/rules" })
	if i < 0 {
		return nil
	}
	return s.public.Articles[i]
}

// versions are the versions of the rules that matter to p, latest first: those of its
// nearest folder that has any, and before their first those of the folders above.
func versions(p *gazette.Place) []*gazette.Scheme {
	var list []*gazette.Scheme
	for at := p; at != nil; at = at.Parent {
		for _, s := range slices.Backward(at.Schemes) {
			if len(list) == 0 || s.Of == list[0].Of || s.Effective < list[len(list)-1].Effective {
				list = append(list, s)
			}
		}
	}
	return list
}
