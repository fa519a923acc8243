package hook

import (
	"path"
	"strings"
)

// scope returns the place that has all the changes of a commit, or "" for the whole site. It
// returns false if the commit changes nothing that is read.
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

// nearest returns the nearest place upwards from a folder below data/, or "".
func nearest(places map[string]bool, dir string) string {
	for ; dir != "." && dir != ""; dir = path.Dir(dir) {
		if places[dir] {
			return dir
		}
	}
	return ""
}

// common returns the longest path above both.
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

// concerns reports whether a file is read when only a place is checked: its own files and those
// below it, what it inherits from the places above, all articles (tasks refer to them), and what
// belongs to no place.
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
