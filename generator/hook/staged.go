package hook

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// Running is the repository for which git runs the hook, in whose working tree it does so. Where
// git did not say which, it is the one around the site.
func Running(site string) (*Repository, error) {
	if os.Getenv("GIT_DIR") == "" {
		return Find(site)
	}
	top, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	below, err := filepath.Rel(top, site)
	return &Repository{Top: top, Site: filepath.ToSlash(below)}, err
}

// read are what of a site's folder is read.
var read = []string{"config.toml", "data", "content", "themes"}

// Staged writes what is staged of the site into a folder, and returns the site's folder there,
// and which of its files the commit changes, by their slash paths below it.
func (r *Repository) Staged(into string) (site string, changed []string, err error) {
	said, err := git(r.Top, nil, "diff", "--cached", "--name-only", "-z", "--no-renames", "--no-ext-diff")
	if err != nil {
		return "", nil, err
	}
	for file := range strings.SplitSeq(string(said), "\x00") {
		if below, ok := r.below(file); ok {
			changed = append(changed, below)
		}
	}
	args := []string{"--literal-pathspecs", "ls-files", "-z", "--"}
	for _, name := range read {
		args = append(args, path.Join(r.Site, name))
	}
	files, err := git(r.Top, nil, args...)
	if err != nil {
		return "", nil, err
	}
	return filepath.Join(into, filepath.FromSlash(r.Site)), changed, r.checkout(into, nil, files)
}

// Sealed writes the seals of the last commit into a folder, and returns the site's folder there.
// Before the first commit there are none.
func (r *Repository) Sealed(into string) (site string, err error) {
	site = filepath.Join(into, filepath.FromSlash(r.Site))
	if _, err := git(r.Top, nil, "rev-parse", "-q", "--verify", "HEAD"); err != nil {
		return site, nil
	}
	if err := os.MkdirAll(into, 0o777); err != nil {
		return "", err
	}
	index := []string{"GIT_INDEX_FILE=" + filepath.Join(into, "index")}
	if _, err := git(r.Top, index, "read-tree", "HEAD"); err != nil {
		return "", err
	}
	files, err := git(r.Top, index, "--literal-pathspecs", "ls-files", "-z", "--", path.Join(r.Site, "data"))
	if err != nil {
		return "", err
	}
	var seals []byte
	for file := range bytes.SplitSeq(files, []byte{0}) {
		if path.Base(string(file)) == "seals.csv" {
			seals = append(append(seals, file...), 0)
		}
	}
	return site, r.checkout(into, index, seals)
}

// checkout writes files of an index into a folder, as git would write them into its own.
func (r *Repository) checkout(into string, index []string, files []byte) error {
	if len(files) == 0 {
		return nil
	}
	_, err := gitReading(r.Top, index, files, "checkout-index", "-z", "--stdin", "--prefix="+filepath.ToSlash(into)+"/")
	return err
}

// below is a path of the repository as seen from the site's folder; false if it lies elsewhere.
func (r *Repository) below(file string) (string, bool) {
	if r.Site == "." {
		return file, file != ""
	}
	return strings.CutPrefix(file, r.Site+"/")
}

// Scope is the place that holds all that a commit changes; "" is the whole site. It is false if the
// commit changes nothing of what is read.
func Scope(site fs.FS, changed []string) (place string, any bool) {
	for _, file := range changed {
		top, rest, _ := strings.Cut(file, "/")
		at := ""
		switch top {
		case "data", "content":
			at = placeOf(site, path.Dir(rest))
		case "config.toml", "themes":
		default:
			continue
		}
		if any {
			at = placeOf(site, common(place, at))
		}
		place, any = at, true
	}
	return place, any
}

// placeOf is the nearest place upwards from a folder below data/; "" if there is none.
func placeOf(site fs.FS, dir string) string {
	for ; dir != "." && dir != ""; dir = path.Dir(dir) {
		if _, err := fs.Stat(site, path.Join("data", dir, "place.toml")); err == nil {
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
