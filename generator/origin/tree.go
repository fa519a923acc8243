package origin

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"gongshi/generator/ledger"
)

// site are the parts of a site's folder that its pages are made from.
var site = []string{"config.toml", "data", "content"}

// of appends the site's parts to arguments.
func of(args ...string) []string { return append(append(args, "--"), site...) }

// place finds where the site is in the repository, and the commits at the edge of a shallow
// clone, which git shows as if they added everything.
func (h *History) place() (edge []string, err error) {
	out, err := h.output("rev-parse", "--is-shallow-repository", "--git-path", "shallow", "--show-prefix")
	if err != nil {
		return nil, err
	}
	lines := strings.Split(string(out), "\n")
	if len(lines) < 3 {
		return nil, &failure{"rev-parse", string(out), nil}
	}
	h.Shallow, h.prefix = lines[0] == "true", lines[2]
	if !h.Shallow {
		return nil, nil
	}
	name := lines[1]
	if !filepath.IsAbs(name) {
		name = filepath.Join(h.dir, name)
	}
	list, err := os.ReadFile(name)
	return strings.Fields(string(list)), err
}

// head finds the commit that is checked out.
func (h *History) head() error {
	if _, err := h.output("rev-parse", "--verify", "--quiet", "HEAD"); err != nil {
		if f, is := errors.AsType[*failure](err); is && strings.TrimSpace(f.said) == "" {
			return errNoCommit
		}
		return err
	}
	out, err := h.output("log", "-1", "--format=%H %ct", "HEAD")
	if err == nil {
		h.Head, err = h.commit(strings.TrimSpace(string(out)))
	}
	return err
}

// commit reads a hash and the seconds since 1970.
func (h *History) commit(text string) (Commit, error) {
	hash, seconds, _ := strings.Cut(text, " ")
	at, err := strconv.ParseInt(seconds, 10, 64)
	if err != nil {
		return Commit{}, fmt.Errorf("git log 说的“%s”不是提交", text)
	}
	y, m, d := time.Unix(at, 0).In(h.zone).Date()
	return Commit{hash, ledger.Day(y, m, d)}, nil
}

// tree lists what is checked out of the site.
func (h *History) tree() error {
	out, err := h.output(of("ls-tree", "-r", "-z", "HEAD")...)
	if err != nil {
		return err
	}
	for entry := range bytes.SplitSeq(out, []byte{0}) {
		about, path, ok := strings.Cut(string(entry), "\t")
		words := strings.Fields(about)
		switch {
		case !ok || len(words) < 3:
		case words[1] == "commit", words[0] == symlink:
			h.modules = append(h.modules, path)
		default:
			h.files = append(h.files, file{path: path, blob: words[2], order: unknown})
		}
	}
	if len(h.files) == 0 && len(h.modules) == 0 {
		return errNoCommit
	}
	h.sort()
	return nil
}

// symlink is the mode of a link: what is read through it is from no commit here.
const symlink = "120000"

func (h *History) sort() {
	slices.SortFunc(h.files, func(a, b file) int { return strings.Compare(a.path, b.path) })
}

// status marks what differs from what is checked out: changed, removed or added.
func (h *History) status() error {
	out, err := h.differs()
	if err != nil {
		return err
	}
	for entry := range bytes.SplitSeq(out, []byte{0}) {
		if len(entry) < 4 { // XY, a space, a path from the repository's root
			continue
		}
		h.Uncommitted = true
		path := strings.TrimPrefix(string(entry[3:]), h.prefix)
		if i, found := h.find(path); found {
			h.files[i].changed = true
		} else {
			h.files = slices.Insert(h.files, i, file{path: path, order: unknown, changed: true})
		}
	}
	return nil
}

// differs returns git's list of what differs from what is checked out.
func (h *History) differs() ([]byte, error) {
	return h.output(of("status", "--porcelain", "-z", "--untracked-files=all", "--no-renames", "--ignore-submodules=all")...)
}
