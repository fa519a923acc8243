package hook

import (
	"bytes"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// Running returns the repository for which git runs the hook, in whose working tree it does so.
// If git did not name one, it is the one around the site.
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

// read are the parts of a site's folder that are read.
var read = []string{"config.toml", "data", "content", "themes"}

// Staged writes the staged files of the site into a folder, as far as the commit's changes
// concern them. It returns the site's folder there and the place that has all the changes, or ""
// for the whole site. It returns false if the commit changes nothing that is read.
func (r *Repository) Staged(into string) (site, place string, any bool, err error) {
	said, err := git(r.Top, nil, "diff", "--cached", "--name-only", "-z", "--no-renames", "--no-ext-diff")
	if err != nil {
		return "", "", false, err
	}
	args := []string{"--literal-pathspecs", "ls-files", "-z", "--"}
	for _, name := range read {
		args = append(args, path.Join(r.Site, name))
	}
	listed, err := git(r.Top, nil, args...)
	if err != nil {
		return "", "", false, err
	}
	files := r.below(listed)
	place, any = scope(files, r.below(said))
	if !any {
		return "", "", false, nil
	}
	var wanted []byte
	for _, file := range files {
		if concerns(file, place) {
			wanted = append(append(wanted, path.Join(r.Site, file)...), 0)
		}
	}
	return filepath.Join(into, filepath.FromSlash(r.Site)), place, true, r.checkout(into, nil, wanted)
}

// Sealed writes the seals that the last commit has of a place, or of all for "", into a folder,
// and returns the site's folder there. Before the first commit there are none.
func (r *Repository) Sealed(into, place string) (site string, err error) {
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
	files, err := git(r.Top, index, "--literal-pathspecs", "ls-files", "-z", "--", path.Join(r.Site, "data", place))
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

// below returns those of the repository's paths, each ended by a zero byte, that are in the
// site's folder, relative to it.
func (r *Repository) below(listed []byte) []string {
	var list []string
	for file := range strings.SplitSeq(string(listed), "\x00") {
		below, ok := file, file != ""
		if r.Site != "." {
			below, ok = strings.CutPrefix(file, r.Site+"/")
		}
		if ok {
			list = append(list, below)
		}
	}
	return list
}
