package page

import (
	"path"
	"slices"
	"strings"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// Has tells whether the site has a file at a slash path below its root: what a link in
// an article may lead to. Of a build of one place it answers true for all that lies
// outside, which nobody has read; and of an outline, since the data have errors, for
// every address that a place's pages may take.
func Has(public *gazette.Site, opt Options) func(file string) bool { return newSite(public, opt).has }

func (s *site) has(file string) bool {
	if !within(file, s.opt.Place) || file == "index.html" {
		return true
	}
	if file == "robots.txt" || file == siteMapPath && s.mapped() {
		return true
	}
	for _, a := range s.public.Articles {
		if file == a.Path+".html" && !s.isRules(a) {
			return true
		}
	}
	for _, i := range s.public.Images {
		if file == i.Path {
			return true
		}
	}
	if strings.HasPrefix(file, "data/") && slices.ContainsFunc(s.public.Documents(), func(d gazette.Document) bool { return d.Path == file }) {
		return true
	}
	p := s.placeOf(file)
	if p == nil {
		return file == feedFile && (s.public.Outline || s.public.Drafts || s.hasFeed(""))
	}
	rest := strings.TrimPrefix(file, p.Path+"/")
	if s.public.Outline {
		return ours.MatchString(rest)
	}
	return s.hasPage(p, rest)
}

// hasPage reports whether p has a page or file of its own at rest.
func (s *site) hasPage(p *gazette.Place, rest string) bool {
	dir, file := path.Split(rest)
	name := strings.TrimSuffix(file, ".html")
	switch {
	case rest == "index.html":
		return true
	case rest == "rules.html":
		return s.hasRules(p)
	case rest == "tasks.html":
		return len(p.Tasks) > 0
	case rest == feedFile: // a link to it is right, though a site of drafts has none
		return s.public.Drafts || s.hasFeed(p.Path)
	case rest == calendarFile:
		return s.public.Drafts || s.hasCalendar(p)
	case !p.Keeps && dir != "data/":
		return false
	}
	v := s.village(p)
	switch dir {
	case "data/":
		return v.hasData(p.Path+"/"+rest) || slices.Contains(p.DocumentPaths(), p.Path+"/"+rest) ||
			file == "lines.json" && s.public.Config.SourceURL != ""
	case "distribution/":
		return slices.ContainsFunc(v.place.Distributions, func(d *gazette.Distribution) bool {
			return distributionPath(p, d.Year) == p.Path+"/"+rest
		})
	}
	switch rest {
	case "rewards.html":
		return v.place.Exchanges()
	case "zones.html":
		return hasZones(p)
	case "organisations.html":
		return organised(v.place) != nil
	case "proofs.html", "screen.html":
		return len(v.place.Tables) > 0
	case "checkpoint":
		return v.place.Checkpoint != ""
	case "h/list.js":
		return len(v.place.Tables) > 0
	}
	if name == file || len(v.place.Tables) == 0 {
		return false
	}
	switch period, _ := ledger.ParsePeriod(name); dir {
	case "":
		return v.place.Table(period) != nil
	case "notices/":
		return name == "index" || v.place.Table(period) != nil
	case "honours/":
		t := v.place.Table(period)
		return t != nil && t.Honoured()
	case "h/":
		return name == "index" || v.hasHousehold(name)
	}
	return false
}

func (v *village) hasHousehold(id string) bool {
	for _, h := range v.place.Households {
		if h.ID == id {
			t, _ := v.latest(h.ID)
			return t != nil
		}
	}
	return false
}

func (v *village) hasData(file string) bool {
	for p := range DataPages(v.public, v.place) {
		if p.At() == file {
			return true
		}
	}
	return false
}
