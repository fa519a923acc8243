package source

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"gongshi/generator/disk"
)

// IsPlace reports whether a path below data/ can be a place's.
func IsPlace(where string) bool {
	if !fs.ValidPath(where) || where == "." {
		return false
	}
	return !slices.ContainsFunc(strings.Split(where, "/"), func(name string) bool { return FolderName(name) != nil })
}

// IsFile reports whether a slash path below a site's folder is that of a file that is read of a
// place, or of one below it: its own files, those of its data folders, its articles and what lies
// beside them. The name is one that every system can have.
func IsFile(place, name string) bool {
	if !fs.ValidPath(name) || !IsPlace(place) {
		return false
	}
	if below, ok := strings.CutPrefix(name, "content/"+place+"/"); ok {
		return isArticle(below)
	}
	below, ok := strings.CutPrefix(name, "data/"+place+"/")
	if !ok {
		return false
	}
	folder, base := path.Split(below)
	parts := strings.Split(strings.TrimSuffix(folder, "/"), "/")
	sub := ""
	if last := parts[len(parts)-1]; slices.Contains(dataFolders, last) {
		sub, parts = last, parts[:len(parts)-1]
	}
	if folder != "" && len(parts) > 0 && !IsPlace(path.Join(parts...)) {
		return false
	}
	return portable(base) && !Hidden(base) && isRead(sub, base)
}

func isArticle(below string) bool {
	for part := range strings.SplitSeq(below, "/") {
		if !portable(part) || Hidden(part) {
			return false
		}
	}
	ext := path.Ext(below)
	return ext == ".md" || slices.Contains(imageExts, strings.ToLower(ext))
}

// portable reports whether a file can have a name on every system.
func portable(name string) bool { return len(name) <= 200 && disk.Name(name) == nil }
