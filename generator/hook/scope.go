package hook

import (
	"path"
	"strings"
)

// scope is the place that holds all that a commit changes; "" is the whole site. It is false if the
// commit changes nothing of what is read.
func scope(files, changed []string) (place string, any bool) {
	places := map[string]bool{}
	for _, file := range files {
		if below, ok := strings.CutPrefix(file, "data/"); ok && path.Base(file) == "place.toml" {
			places[path.Dir(below)] = true
		}
	}
	for _, file := range changed {
		top, rest, _ := strings.Cut(file, "/")
		at := ""
		switch top {
		case "data", "content":
			at = nearest(places, path.Dir(rest))
		case "config.toml", "themes":
		default:
			continue
		}
		if any {
			at = nearest(places, common(place, at))
		}
		place, any = at, true
	}
	return place, any
}

// nearest is the nearest place upwards from a folder below data/; "" if there is none.
func nearest(places map[string]bool, dir string) string {
	for ; dir != "." && dir != ""; dir = path.Dir(dir) {
		if places[dir] {
			return dir
		}
	}
	return ""
}

// common is the longest path that two have in common.
func common(a, b string) string {
	for a != b {
		if len(a) < len(b) {
			a, b = b, a
		}
		if a = path.Dir(a); a == "." {
			a = ""
		}
	}
	return a
}

// concerns reports whether a file is read where a place alone is: its own and what lies below it,
// what the places above hand down, all articles (tasks refer to them), and what is no place's.
func concerns(file, place string) bool {
	below, ok := strings.CutPrefix(file, "data/")
	switch {
	case place == "" || !ok && path.Ext(file) == ".md":
		return true
	case !ok:
		below, ok = strings.CutPrefix(file, "content/")
		return !ok || strings.HasPrefix(below, place+"/")
	case strings.HasPrefix(below, place+"/"), strings.HasPrefix(below, "calendar/"):
		return true
	}
	dir := strings.TrimSuffix(path.Dir(below), "/scheme")
	return strings.HasPrefix(place, dir+"/") && (path.Base(file) == "place.toml" || path.Dir(below) != dir)
}
