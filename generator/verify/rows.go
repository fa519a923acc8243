package verify

import (
	"fmt"
	"net/url"
	"path"
	"strings"

	"golang.org/x/net/html"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
)

// value is an attribute of an element; false if it has none.
func value(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

// inside reports whether an element, or one around it, has an attribute.
func inside(n *html.Node, key string) bool {
	for at := n; at != nil; at = at.Parent {
		if _, ok := value(at, key); ok {
			return true
		}
	}
	return false
}

// household is the 户号 to whose page an address leads, and that page; empty if to none.
func (c *cells) household(page, href string) (id, target string) {
	at, err := url.PathUnescape(strings.SplitN(href, "#", 2)[0])
	target = path.Join(path.Dir(page), at)
	if err != nil || !strings.HasSuffix(target, ".html") || path.Base(path.Dir(target)) != "h" || path.Base(target) == "index.html" {
		return "", ""
	}
	return strings.TrimSuffix(path.Base(target), ".html"), target
}

// person: a link to a household's page is named by its 户号, and by a name that its place's
// tables give it.
func (c *cells) person(page string, content []byte, href string, n *html.Node, r *Report) {
	id, target := c.household(page, href)
	said := text(n)
	if id == "" || said == id || inside(n, "data-prose") { // people word links as they like
		return
	}
	name, named := strings.CutPrefix(said, id+" ")
	if !named || !c.names(strings.TrimSuffix(target, "/h/"+id+".html"))[id+" "+name] {
		r.differ(lineOf(page, content, ">"+said), pageCode, fmt.Sprintf("网页上把户号“%s”写作“%s”，开放数据里不是这样", id, said))
	}
}

// names are all the names under which a place's tables list its households: 户号 and name.
func (c *cells) names(place string) map[string]bool {
	c.lock.Lock()
	known, ok := c.named[place]
	c.lock.Unlock()
	if ok {
		return known
	}
	known = make(map[string]bool)
	for _, name := range c.tablesOf(place) {
		for id, r := range c.rows(name, "户号") {
			known[id+" "+r.get("户主")] = true
		}
	}
	c.lock.Lock()
	defer c.lock.Unlock()
	c.named[place] = known
	return known
}

// tablesOf are a place's tables that name households, one for each file.
func (c *cells) tablesOf(place string) []string {
	var list []string
	for _, name := range c.data[place] {
		base := path.Base(name)
		_, period := ledger.ParsePeriod(strings.TrimSuffix(base, ".csv"))
		if period || base == "balances.csv" || strings.HasPrefix(base, "distribution-") || strings.HasPrefix(base, "honours-") {
			list = append(list, name)
		}
	}
	return list
}

// row: the figures of a row (data-row) are those of the household that the row names.
func (c *cells) row(page string, content []byte, row *html.Node, r *Report) {
	named, figures := "", figuresOf(row)
	for n := range row.Descendants() {
		if href, ok := value(n, "href"); ok && named == "" {
			named, _ = c.household(page, href)
		}
	}
	if len(figures) > 1 || named != "" && len(figures) == 1 && !figures[named] {
		r.differ(lineOf(page, content, named), pageCode, fmt.Sprintf("网页上有一行写着户号“%s”，数字却是别的户的", named))
	}
}

// figuresOf are the households that have figures in a part of a page.
func figuresOf(part *html.Node) map[string]bool {
	ids := make(map[string]bool)
	for n := range part.Descendants() {
		if key, ok := value(n, "data-figure"); ok {
			if parts := strings.Split(key, "/"); len(parts) == 3 {
				ids[parts[1]] = true
			}
		}
	}
	return ids
}

// complete: a page has all the figures that its tables make it show.
func (c *cells) complete(name string, seen map[string]bool, r *Report) {
	dir, file := path.Split(name)
	stem := strings.TrimSuffix(file, ".html")
	place, folder := strings.TrimSuffix(dir, "/"), ""
	if base := path.Base(place); base == "notices" || base == "honours" || base == "distribution" || base == "h" {
		place, folder = path.Dir(place), base
	}
	need := func(key string) {
		if !seen[key] {
			r.differ(diag.Position{File: name}, pageCode, "网页上少了 "+key)
		}
	}
	each := func(table, of string, columns ...string) {
		for id, row := range c.rows(place+"/data/"+table+".csv", "户号") {
			for _, column := range columns {
				if _, ok := row.index[column]; ok {
					need(of + "/" + id + "/" + column)
				}
			}
		}
	}
	_, period := ledger.ParsePeriod(stem)
	switch {
	case period && (folder == "" || folder == "notices"):
		each(stem, stem, "合计", "平均", "名次")
	case period && folder == "honours":
		each("honours-"+stem, stem, "名次")
	case folder == "distribution":
		each("distribution-"+stem, "distribution-"+stem, "金额元")
	case folder == "" && file == "rewards.html":
		each("balances", "balance", "余额")
	case folder == "h":
		c.own(place, stem, need)
	}
	c.codes(name, place, folder, stem, need)
}

// own: a household's page shows its total and rank of every period.
func (c *cells) own(place, id string, need func(string)) {
	for _, table := range c.data[place] {
		stem := strings.TrimSuffix(path.Base(table), ".csv")
		if _, ok := ledger.ParsePeriod(stem); !ok {
			continue
		}
		if _, stands := c.rows(table, "户号")[id]; stands {
			for _, column := range []string{"合计", "名次", "累计"} {
				need(stem + "/" + id + "/" + column)
			}
		}
	}
}

// codes: a notice shows the codes of its period's seals, and the page of proofs those of all.
func (c *cells) codes(name, place, folder, stem string, need func(string)) {
	for no, seal := range c.rows(place+"/data/seals.csv", "序号") {
		if folder == "" && stem == "proofs" || folder == "notices" && seal.get("周期") == stem {
			need("seal " + no)
		}
	}
}

var stateWords = map[string]string{
	notice.Open.String(): "open", notice.Disputed.String(): "disputed", notice.Final.String(): "final", notice.Draft.String(): "draft",
}

// state: the first state on the page of a period, and on its notice, is that of notices.csv.
func (c *cells) state(name string, doc *html.Node, r *Report) {
	dir, file := path.Split(name)
	period, ok := ledger.ParsePeriod(strings.TrimSuffix(file, ".html"))
	place := strings.TrimSuffix(strings.TrimSuffix(dir, "/"), "/notices")
	row, told := c.rows(place+"/data/notices.csv", "周期")[period.String()]
	if !ok || !told || strings.HasSuffix(dir, "/honours/") || strings.HasSuffix(dir, "/distribution/") {
		return
	}
	for n := range doc.Descendants() {
		if word, ok := value(n, "data-state"); ok {
			if word != stateWords[row.get("状态")] {
				r.differ(diag.Position{File: name}, pageCode, fmt.Sprintf("网页上的状态是“%s”（data-state=\"%s\"），notices.csv 里是“%s”", text(n), word, row.get("状态")))
			}
			return
		}
	}
	r.differ(diag.Position{File: name}, pageCode, "网页上没有写状态（data-state）")
}

// missing finds the pages of a place that are not there though its data make them.
func (c *cells) missing(place string, r *Report) {
	tables := c.data[place]
	if len(tables) == 0 {
		return
	}
	pages := map[string]bool{place + "/index.html": true, place + "/data/index.html": true}
	for _, name := range tables {
		c.pagesFor(place, strings.TrimSuffix(path.Base(name), ".csv"), name, pages)
	}
	for page := range pages {
		if !c.all.has(page) {
			r.differ(diag.Position{File: page}, pageCode, "公布了数据，却没有这一页")
		}
	}
}

func (c *cells) pagesFor(place, stem, name string, pages map[string]bool) {
	add := func(list ...string) {
		for _, page := range list {
			pages[place+"/"+page+".html"] = true
		}
	}
	if _, ok := ledger.ParsePeriod(stem); ok {
		add(stem, "notices/"+stem, "notices/index", "h/index", "proofs", "rules", "screen")
		for id := range c.rows(name, "户号") {
			add("h/" + id)
		}
	}
	if period, ok := strings.CutPrefix(stem, "honours-"); ok {
		add("honours/" + period)
	}
	if year, ok := strings.CutPrefix(stem, "distribution-"); ok {
		add("distribution/" + year)
	}
	switch stem {
	case "balances":
		add("rewards")
	case "tasks":
		add("tasks")
	}
}

// foreign finds the pages of households that no table knows.
func (c *cells) foreign(names []string, r *Report) {
	for _, name := range names {
		id, _ := c.household("", name)
		place := strings.TrimSuffix(name, "/h/"+id+".html")
		if id == "" {
			continue
		}
		known := false
		for _, table := range c.data[place] {
			if _, period := ledger.ParsePeriod(strings.TrimSuffix(path.Base(table), ".csv")); period {
				_, stands := c.rows(table, "户号")[id]
				known = known || stands
			}
		}
		if !known {
			r.differ(diag.Position{File: name}, pageCode, fmt.Sprintf("有户号“%s”的网页，开放数据里却没有这一户", id))
		}
	}
}
