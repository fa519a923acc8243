package page

import (
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"gongshi/generator/diag"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// ownFiles are the names below a place that its own pages may take, of one that keeps points and of one that does not,
// beside those of periods and all that is in ledger.PageFolders. Windows and macOS do not tell case apart, so neither
// do these.
var ownFiles = sync.OnceValue(func() map[string]bool {
	names := make(map[string]bool)
	for _, keeps := range []bool{true, false} {
		p := &gazette.Place{Path: "place", Keeps: keeps}
		for _, l := range (&site{public: &gazette.Site{}}).village(p).planned() {
			names[strings.TrimPrefix(l.path, p.Path+"/")] = true
		}
	}
	return names
})

// ourRoot are the names at the root that pages of ours and the static files of the theme take.
var ourRoot = regexp.MustCompile(`(?i)^((index|404)\.html|feed\.xml|robots\.txt|sitemap(-\d+)?\.xml|[^/]+\.[0-9a-f]{8}\.[a-z]+)$`)

// Clashes finds the articles and images that would be where a page of ours is,
// and those whose address another one has but for the case of its letters.
func Clashes(public *gazette.Site) diag.List {
	c := clashes{site: &site{public: public}, spelt: make(map[string]string)}
	for _, p := range public.Places {
		c.respelt(p.Path)
	}
	for _, a := range public.Articles {
		if !c.site.isRules(a) {
			c.add(a.Position, a.Path+".html")
		}
	}
	for _, i := range public.Images {
		c.add(diag.Position{File: "content/" + i.Path}, i.Path)
	}
	return c.list
}

type clashes struct {
	site  *site
	spelt map[string]string // addresses and the folders above them, by lower case, as first written
	list  diag.List
}

func (c *clashes) add(at diag.Position, address string) {
	taken := c.site.isOurs(address)
	now, former := c.respelt(address)
	switch {
	case taken:
		c.list.Wrong(diag.Field{Position: at}, "address-clash", "文章或图片的网址 "+address+" 与本站自动生成的网页相同",
			"给文件改名，或放到别的文件夹")
	case former != "":
		c.list.Wrong(diag.Field{Position: at}, "address-clash",
			"网址 "+now+" 与 "+former+" 只差大小写，在 Windows 和 macOS 上是同一个名字", "把文件或文件夹的名字改成一致的写法，或换一个名字")
	}
}

// isOurs reports whether an address is one that a page of ours may take.
func (s *site) isOurs(address string) bool {
	p := s.placeOf(address)
	if p == nil {
		return ourRoot.MatchString(address)
	}
	rest := strings.ToLower(strings.TrimPrefix(address, p.Path+"/"))
	if folder, _, below := strings.Cut(rest, "/"); below {
		return slices.Contains(ledger.PageFolders, folder)
	}
	name, page := strings.CutSuffix(rest, ".html")
	_, period := ledger.ParsePeriod(strings.ToUpper(name))
	return ownFiles()[rest] || page && period
}

// respelt notes an address and the folders above it. It returns the longest of them
// that is known in another spelling, and that one; empty if none is.
func (c *clashes) respelt(address string) (now, former string) {
	for now = address; now != "."; now = path.Dir(now) {
		key := strings.ToLower(now)
		switch former, there := c.spelt[key]; {
		case !there:
			c.spelt[key] = now
		case former != now:
			return now, former
		}
	}
	return "", ""
}
