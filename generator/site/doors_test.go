package site_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"gongshi/generator/sitetest"
)

// Every page of a village has its doors at its head, in one order, and the one that the page lies
// behind is marked. A page of a place that keeps no points has none.
func TestEveryPageOfAVillageHasItsDoors(t *testing.T) {
	order := []string{"自家", "排名", "公示", "办法", "荣誉"}
	behind := map[string]string{
		"household": "自家", "households": "自家", "period": "排名", "notice": "公示", "notices": "公示", "rules": "办法", "honours": "荣誉",
	}
	villages := 0
	for name, doc := range sitetest.SamplePages(t) {
		kind := sitetest.KindOf(doc)
		doors, current := doorsOf(doc)
		at := -1
		for _, d := range doors {
			i := slices.Index(order, d)
			if i <= at {
				t.Errorf("%s: doors %q", name, doors)
			}
			at = i
		}
		keeps := strings.HasPrefix(name, "zhongping/") && kind != "screen" // whose slides have no head
		if keeps && len(doors) != len(order) || kind == "overview" && doors != nil {
			t.Errorf("%s: doors %q", name, doors)
		}
		if want := behind[kind]; len(doors) > 0 && current != want {
			t.Errorf("%s: %q is the present door, not %q", name, current, want)
		}
		if keeps {
			villages++
		}
	}
	if villages < 90 {
		t.Errorf("only %d pages were looked at", villages)
	}
}

// doorsOf are the words of a page's doors, and of the one that is marked.
func doorsOf(doc *html.Node) (doors []string, current string) {
	for n := range doc.Descendants() {
		if class, _ := sitetest.Attr(n, "class"); n.Type != html.ElementNode || class != "five" {
			continue
		}
		for a := range n.ChildNodes() {
			if a.Type != html.ElementNode {
				continue
			}
			doors = append(doors, sitetest.Text(a))
			if _, marked := sitetest.Attr(a, "aria-current"); marked {
				current = sitetest.Text(a)
			}
		}
	}
	return doors, current
}
