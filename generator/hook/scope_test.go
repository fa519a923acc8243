package hook

import (
	"testing"
	"testing/fstest"
)

// What a commit changes is checked with the place that holds all of it.
func TestScope(t *testing.T) {
	file := &fstest.MapFile{}
	site := fstest.MapFS{
		"data/zhen/place.toml": file, "data/zhen/cun/place.toml": file, "data/zhen/li/place.toml": file, "data/zhenyi/place.toml": file,
	}
	for _, c := range []struct {
		changed []string
		place   string
		any     bool
	}{
		{[]string{"data/zhen/cun/scores/2023-01.csv"}, "zhen/cun", true},
		{[]string{"data/zhen/cun/place.toml", "content/zhen/cun/rules.md"}, "zhen/cun", true},
		{[]string{"data/zhen/cun/place.toml", "data/zhen/li/place.toml"}, "zhen", true},
		{[]string{"data/zhen/scheme/2023.toml", "data/zhen/li/place.toml"}, "zhen", true},
		{[]string{"data/zhen/cun/place.toml", "data/zhenyi/place.toml"}, "", true},
		{[]string{"data/zhen/cun/place.toml", "config.toml"}, "", true},
		{[]string{"config.toml", "data/zhen/cun/place.toml"}, "", true},
		{[]string{"data/zhen/gone/place.toml"}, "zhen", true},
		{[]string{"data/gone/place.toml"}, "", true},
		{[]string{"data/calendar/2024.toml"}, "", true},
		{[]string{"content/help/clerk.md"}, "", true},
		{[]string{"README.md", "public/index.html"}, "", false},
		{nil, "", false},
	} {
		place, any := Scope(site, c.changed)
		if place != c.place || any != c.any {
			t.Errorf("%v: %q %v, want %q %v", c.changed, place, any, c.place, c.any)
		}
	}
}
