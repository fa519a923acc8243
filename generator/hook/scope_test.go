package hook

import "testing"

// What a commit changes is checked with the place that holds all of it.
func TestScope(t *testing.T) {
	files := []string{"data/zhen/place.toml", "data/zhen/cun/place.toml", "data/zhen/li/place.toml", "data/zhenyi/place.toml", "config.toml"}
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
		place, any := scope(files, c.changed)
		if place != c.place || any != c.any {
			t.Errorf("%v: %q %v, want %q %v", c.changed, place, any, c.place, c.any)
		}
	}
}

// Of a place alone what it inherits is written out, too, and nothing of its neighbours.
func TestConcerns(t *testing.T) {
	for file, want := range map[string]bool{
		"data/zhen/cun/place.toml": true, "data/zhen/cun/scores/2023-01.csv": true, "data/zhen/cun/zu/place.toml": true,
		"data/zhen/place.toml": true, "data/zhen/scheme/2023.toml": true, "data/zhen/tasks.csv": false, "data/zhen/scores/2023-01.csv": false,
		"data/zhen/li/place.toml": false, "data/zhen/li/scheme/2023.toml": false, "data/zhenyi/place.toml": false, "data/zhen/cunli/place.toml": false,
		"data/calendar/2024.toml": true, "config.toml": true, "themes/own/layouts/x.html": true,
		"content/zhen/cun/x.png": true, "content/zhen/li/x.png": false, "content/articles/x.md": true, "content/articles/x.png": false,
	} {
		if got := concerns(file, "zhen/cun"); got != want {
			t.Errorf("%s: %v", file, got)
		}
		if !concerns(file, "") {
			t.Errorf("%s does not concern the site", file)
		}
	}
}
