package verify

import (
	"bytes"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"sync"

	"golang.org/x/net/html"

	"gongshi/generator/diag"
)

// cells finds the cell of a figure, to hold every figure of every page against it, and the rows
// that are missing on a page that must show them.
type cells struct {
	all    *files
	data   map[string][]string // the tables of each place
	lock   sync.Mutex
	tables map[string]map[string]row // of a file and a heading, by what stands under it
	named  map[string]map[string]bool
	sum    [2]int // pages and figures that were checked
}

func newCells(all *files) *cells {
	c := &cells{all: all, data: make(map[string][]string), named: make(map[string]map[string]bool)}
	for place, names := range all.of {
		for _, name := range names {
			if strings.HasPrefix(name, place+"/data/") && path.Ext(name) == ".csv" {
				c.data[place] = append(c.data[place], name)
			}
		}
	}
	c.forget()
	return c
}

// forget drops the rows of a place that is done; the names of its people stay, for the pages
// of the places above.
func (c *cells) forget() { c.tables = make(map[string]map[string]row) }

// check checks the pages of a place, of which no more are in the memory than are being checked.
func (c *cells) check(place string, r *Report) {
	names := slices.DeleteFunc(slices.Clone(c.all.of[place]), func(name string) bool { return path.Ext(name) != ".html" })
	results := make([]Report, len(names))
	counts := make([]int, len(names))
	c.all.each(len(names), 4, func(i int) {
		var content []byte
		c.all.fail(c.all.read(names[i], c.all.limits.page, func(in io.Reader) (err error) {
			if content, err = io.ReadAll(in); err == nil {
				err = c.all.tame(names[i], content)
			}
			return err
		}))
		if c.all.has(names[i]) && c.all.err() == nil {
			counts[i] = c.page(names[i], content, &results[i])
		}
	})
	for i := range names {
		r.Differences = append(r.Differences, results[i].Differences...)
		c.sum[1] += counts[i]
	}
	c.sum[0] += len(names)
	c.names(place)
	c.missing(place, r)
	c.foreign(names, r)
}

// finish says what was checked of all pages.
func (c *cells) finish(r *Report) {
	r.done("网页：%d 页上的 %d 个数字，与开放数据逐字对照", c.sum[0], c.sum[1])
	r.not("网页上没有标明出处的文字（分项得分、算式、平均、图表、说明、办法）：只核对了校验和")
}

// page checks one page, and tells how many figures it has.
func (c *cells) page(name string, content []byte, r *Report) int {
	doc, err := html.Parse(bytes.NewReader(content))
	if err != nil {
		r.differ(diag.Position{File: name}, pageCode, "不是网页："+err.Error())
		return 0
	}
	seen := make(map[string]bool)
	several, loose := len(figuresOf(doc)) > 1, false
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		for _, a := range n.Attr {
			switch a.Key {
			case "data-figure":
				seen[a.Val] = true
				c.figure(name, content, a.Val, text(n), r)
				if inside(n, "hidden") {
					r.differ(lineOf(name, content, a.Val), pageCode, fmt.Sprintf("网页上的 %s 藏着，读者看不见", a.Val))
				}
				loose = loose || several && !inside(n, "data-row")
			case "data-seal":
				seen["seal "+a.Val] = true
				c.seal(name, content, a.Val, text(n), r)
			case "href":
				c.person(name, content, a.Val, n, r)
			case "data-row":
				c.row(name, content, n, r)
			}
		}
	}
	if loose {
		r.differ(diag.Position{File: name}, pageCode, "这一页有几户的数字，有的不在一户的行（data-row）里，认不出写的是哪一户")
	}
	c.complete(name, seen, r)
	c.state(name, doc, r)
	return len(seen)
}

// text is what a reader sees of an element.
func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// figure holds one figure, <file>/<户号>/<column>, against its cell.
func (c *cells) figure(name string, content []byte, key, shows string, r *Report) {
	parts := strings.Split(key, "/")
	if len(parts) != 3 {
		r.differ(lineOf(name, content, key), pageCode, fmt.Sprintf("认不出数字“%s”", key))
		return
	}
	cell, ok := c.cell(name, parts)
	switch {
	case !ok:
		r.differ(lineOf(name, content, key), pageCode, fmt.Sprintf("网页上的 %s 是 %s，开放数据里没有这个数", key, shows))
	case cell != shows:
		r.differ(lineOf(name, content, key), pageCode, fmt.Sprintf("网页上的 %s 是 %s，开放数据里是 %s", key, shows, cell))
	}
}

// seal holds a check code on a page against the chain.
func (c *cells) seal(name string, content []byte, no, shows string, r *Report) {
	seal, ok := c.rows(c.near(name, "seals"), "序号")[no]
	code := strings.Join(strings.Fields(shows), "")
	if !ok || code == "" || !strings.HasPrefix(seal.get("摘要"), code) {
		r.differ(lineOf(name, content, `data-seal="`+no), pageCode, fmt.Sprintf("网页上第 %s 号封存的核对码是 %s，与封存记录不同", no, shows))
	}
}

// lineOf is the line of a page on which a key stands first.
func lineOf(name string, content []byte, key string) diag.Position {
	i := bytes.Index(content, []byte(html.EscapeString(key)))
	return diag.At(name, 1+bytes.Count(content[:max(i, 0)], []byte("\n")), 0)
}

// cell is the cell of a figure in the data of the nearest place up the tree.
func (c *cells) cell(page string, key []string) (string, bool) {
	file := key[0]
	if file == "balance" {
		file = "balances"
	}
	r, ok := c.rows(c.near(page, file), "户号")[key[1]]
	if !ok {
		return "", false
	}
	_, ok = r.index[key[2]]
	return r.get(key[2]), ok
}

// near is the data file of that name of the nearest place up the tree.
func (c *cells) near(page, file string) string {
	for dir := path.Dir(page); dir != "."; dir = path.Dir(dir) {
		if name := dir + "/data/" + file + ".csv"; c.all.has(name) {
			return name
		}
	}
	return ""
}

// rows are the rows of a table by a column, read once.
func (c *cells) rows(name, by string) map[string]row {
	c.lock.Lock()
	defer c.lock.Unlock()
	key := by + " " + name
	if rows, ok := c.tables[key]; ok {
		return rows
	}
	rows := make(map[string]row)
	if t, err := c.all.table(name); err == nil && t != nil {
		for _, r := range t.rows {
			rows[r.get(by)] = r
		}
	}
	c.tables[key] = rows
	return rows
}
