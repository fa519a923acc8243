package page

import (
	"testing"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// Files whose addresses differ only in case cannot stand side by side everywhere.
func TestClashesOfSpelling(t *testing.T) {
	for _, test := range []struct {
		articles []string
		want     int
	}{
		{[]string{"help/a", "help/b"}, 0},
		{[]string{"help/a", "help/A"}, 1},
		{[]string{"help/a", "Help/b"}, 1},
		{[]string{"Zhen/cun/about"}, 1}, // the place is zhen/cun
		{[]string{"zhen/cun/Rules"}, 1},
		{[]string{"zhen/cun/H/x"}, 1},
		{[]string{"Index"}, 1},
	} {
		book := fixture()
		book.Articles, book.Images = nil, nil
		for _, path := range test.articles {
			book.Articles = append(book.Articles, &ledger.Article{Path: path})
		}
		if list := Clashes(gazette.Outline(book, gazette.Choices{})); len(list) != test.want {
			t.Errorf("%q: %v", test.articles, list)
		}
	}
}

// The files to subscribe to are addresses of ours, at the root and in every place.
func TestNewsAddressesAreKept(t *testing.T) {
	for address, want := range map[string]int{
		"feed.xml": 1, "FEED.XML": 1, "calendar.ics": 0, "help/feed.xml": 0, "zhen/feed.xml": 0,
		"zhen/cun/feed.xml": 1, "zhen/cun/calendar.ics": 1, "zhen/cun/Calendar.ics": 1, "zhen/cun/news/feed.xml": 0,
	} {
		book := fixture()
		book.Articles, book.Images = nil, []ledger.Image{{Path: address}}
		if list := Clashes(gazette.Outline(book, gazette.Choices{})); len(list) != want {
			t.Errorf("%s: %v", address, list)
		}
	}
}
