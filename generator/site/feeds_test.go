package site_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"
	"testing"
	"time"

	"gongshi/generator/site"
	"gongshi/generator/sitetest"
)

// element is any element of an XML file.
type element struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Text     string     `xml:",chardata"`
	Children []element  `xml:",any"`
}

const atom = "http://www.w3.org/2005/Atom"

func (e *element) all(name string) (list []element) {
	for _, c := range e.Children {
		if c.XMLName.Space == atom && c.XMLName.Local == name {
			list = append(list, c)
		}
	}
	return list
}

func (e *element) attr(name string) string {
	for _, a := range e.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// atomProblems holds a file against RFC 4287: what a feed and an entry must have, how
// often, and the form of each construct. Only what this site uses is allowed.
func atomProblems(content []byte) []string {
	var feed element
	c := &atomCheck{ids: make(map[string]bool)}
	if !bytes.HasPrefix(content, []byte(`<?xml version="1.0" encoding="UTF-8"?>`)) {
		c.say("no XML declaration")
	}
	if err := xml.Unmarshal(content, &feed); err != nil {
		return append(c.problems, err.Error())
	}
	if feed.XMLName.Space != atom || feed.XMLName.Local != "feed" {
		c.say("the root is %v", feed.XMLName)
	}
	if feed.attr("lang") == "" {
		c.say("no xml:lang")
	}
	updated := c.container("feed", &feed, "id", "title", "updated", "author", "link", "entry")
	entries := feed.all("entry")
	if len(entries) == 0 || len(entries) > 50 {
		c.say("%d entries", len(entries))
	}
	var latest time.Time
	for i := range entries {
		e := &entries[i]
		at := c.container("entry", e, "id", "title", "updated", "published", "author", "link", "summary")
		if latest.Before(at) {
			latest = at
		}
		c.date(e, "published")
		c.one(e, "summary", "entry")
	}
	if !updated.Equal(latest) {
		c.say("updated %v, the latest entry %v", updated, latest)
	}
	return c.problems
}

type atomCheck struct {
	problems []string
	ids      map[string]bool
}

func (c *atomCheck) say(format string, args ...any) {
	c.problems = append(c.problems, fmt.Sprintf(format, args...))
}

// one is the text of the only element by that name: a text construct without markup.
func (c *atomCheck) one(in *element, name, of string) string {
	list := in.all(name)
	if len(list) != 1 {
		c.say("%s: %d times %s", of, len(list), name)
		return ""
	}
	e := list[0]
	if len(e.Children) > 0 || e.attr("type") != "" || strings.TrimSpace(e.Text) == "" || strings.ContainsRune(e.Text, '\ufffd') {
		c.say("%s: %s is no plain text: %q", of, name, e.Text)
	}
	return e.Text
}

// date is a date construct: RFC 3339 with capital T, and an offset.
func (c *atomCheck) date(in *element, name string) time.Time {
	text := c.one(in, name, in.XMLName.Local)
	at, err := time.Parse(time.RFC3339, text)
	if err != nil {
		c.say("%v", err)
	}
	return at
}

// container checks what a feed and an entry have in common, and tells when it was updated.
func (c *atomCheck) container(of string, e *element, allowed ...string) time.Time {
	for _, child := range e.Children {
		if child.XMLName.Space != atom || !slices.Contains(allowed, child.XMLName.Local) {
			c.say("%s: a %v", of, child.XMLName)
		}
	}
	c.one(e, "title", of)
	id := c.one(e, "id", of)
	if u, err := url.Parse(id); err != nil || !u.IsAbs() || c.ids[id] {
		c.say("%s: the id %q is not absolute, or stands twice", of, id)
	}
	c.ids[id] = true
	for _, author := range e.all("author") {
		c.one(&author, "name", "author")
	}
	if len(e.all("author")) != 1 {
		c.say("%s: %d authors", of, len(e.all("author")))
	}
	c.links(of, e)
	return c.date(e, "updated")
}

// links: each has a target, and no relation stands twice; one leads to what it tells of.
func (c *atomCheck) links(of string, e *element) {
	seen := make(map[string]bool)
	for _, l := range e.all("link") {
		rel := l.attr("rel")
		if _, err := url.Parse(l.attr("href")); err != nil || l.attr("href") == "" || seen[rel] || len(l.Children) > 0 || !strings.Contains(l.attr("type"), "/") {
			c.say("%s: link %v", of, l.Attrs)
		}
		seen[rel] = true
	}
	if !seen["alternate"] {
		c.say("%s: no alternate link", of)
	}
}

// What the test of feeds finds wrong, so that it can be trusted where it finds nothing.
func TestAtomProblems(t *testing.T) {
	entry := `<entry><id>urn:b</id><title>b</title><updated>2024-01-02T00:00:00+08:00</updated><published>2024-01-02T00:00:00+08:00</published>` +
		`<author><name>n</name></author><link rel="alternate" type="text/html" href="x.html"/><summary>s</summary></entry>`
	good := `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN"><id>urn:a</id><title>t</title>` +
		`<updated>2024-01-02T00:00:00+08:00</updated><author><name>n</name></author><link rel="alternate" type="text/html" href="i.html"/>` + entry + `</feed>`
	if list := atomProblems([]byte(good)); len(list) > 0 {
		t.Errorf("of a good one: %v", list)
	}
	for _, c := range [][2]string{
		{`<?xml version="1.0" encoding="UTF-8"?>`, ``}, {`2005/Atom`, `2005/atom`}, {`<id>urn:a</id>`, ``}, {`urn:b`, `urn:a`}, {`urn:b`, `b`},
		{`<title>t</title>`, `<title>t</title><title>t</title>`}, {`<title>b</title>`, `<title><b>b</b></title>`},
		{`2024-01-02T00:00:00+08:00</updated><published>`, `2024-01-02</updated><published>`}, {`<author><name>n</name></author><link`, `<link`},
		{`rel="alternate" type="text/html" href="x.html"`, `rel="self" type="text/html" href="x.html"`}, {`href="x.html"`, `href=""`},
		{`<summary>s</summary>`, ``}, {entry, ``}, {`<updated>2024-01-02`, `<updated>2024-01-03`}, {`xml:lang="zh-CN"`, ``}, {`</feed>`, ``},
	} {
		bad := strings.Replace(good, c[0], c[1], 1)
		if bad == good || len(atomProblems([]byte(bad))) == 0 {
			t.Errorf("%q for %q is not found", c[1], c[0])
		}
	}
}

// Every feed of the sample is valid, speaks of no day after the site's, and leads to
// files of the site: whether the site knows its own address or not.
func TestFeedsAreAtom(t *testing.T) {
	checkFeeds(t, sitetest.Sample(t), "https://gongshi.example/x/")
	checkFeeds(t, homeless(t), "")
}

// homeless is the sample as built where the site does not know its own address: its feeds and
// calendars, and of all else the paths alone.
var homeless = sitetest.Once(func(tb testing.TB) sitetest.Tree {
	paths := make(sitetest.Tree)
	files := sitetest.Part(tb, site.Options{Source: sitetest.CopySample(tb, func(_ string, b []byte) []byte {
		return bytes.Replace(b, []byte(`base_url = "https://gongshi.example/x/"`), []byte(`base_url = ""`), 1)
	})}, func(name string) bool {
		paths[name] = nil
		return path.Ext(name) == ".ics" || path.Base(name) == "feed.xml"
	})
	maps.Copy(paths, files)
	return paths
})

func checkFeeds(t *testing.T, files sitetest.Tree, base string) {
	t.Helper()
	end := time.Date(2024, 1, 13, 0, 0, 0, 0, time.FixedZone("", 8*3600))
	feeds := 0
	for name, content := range files {
		if path.Base(name) != "feed.xml" {
			continue
		}
		feeds++
		for _, problem := range atomProblems(content) {
			t.Errorf("%s: %s", name, problem)
		}
		var feed element
		if err := xml.Unmarshal(content, &feed); err != nil {
			t.Fatal(err)
		}
		links := feed.all("link")
		for _, e := range feed.all("entry") {
			links = append(links, e.all("link")...)
			if at, _ := time.Parse(time.RFC3339, e.all("updated")[0].Text); !at.Before(end) {
				t.Errorf("%s: an entry of %v", name, at)
			}
		}
		for _, l := range links {
			checkFeedLink(t, files, name, base, l)
		}
		if self := len(feed.all("link")) == 2; self != (base != "") {
			t.Errorf("%s: a link to itself: %v", name, self)
		}
	}
	if feeds < 20 {
		t.Errorf("only %d feeds", feeds)
	}
}

func checkFeedLink(t *testing.T, files sitetest.Tree, from, base string, l element) {
	t.Helper()
	target, found := strings.CutPrefix(l.attr("href"), base)
	if base == "" {
		target = path.Join(path.Dir(from), target)
	}
	if _, ok := files[target]; !ok || !found || l.attr("rel") == "self" && target != from {
		t.Errorf("%s: %s leads nowhere", from, l.attr("href"))
	}
}
