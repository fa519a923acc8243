package origin

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"os/exec"
	"slices"
)

// State returns a text that is the same as long as git tells the same of the site in dir: which
// commit is checked out, how far the repository goes back, and what differs from the commit. It
// returns false if git cannot tell.
func State(dir string) (string, bool) {
	if repository(dir) == "" {
		return string(NoRepository), true
	}
	h := &History{dir: dir}
	edge, err := h.place()
	if errors.Is(err, exec.ErrNotFound) {
		return string(NoGit), true
	}
	if err != nil {
		return "", false
	}
	head, err := h.output("rev-parse", "--verify", "HEAD")
	if err != nil {
		return "", false
	}
	differs, err := h.differs()
	return fmt.Sprintf("%s\n%s\n%q\n%s", head, h.prefix, slices.Sorted(slices.Values(edge)), differs), err == nil
}

// Digests returns, by the owner of each file, a text that is the same as long as the history has
// the same of that owner's files.
func (h *History) Digests(owner func(path string) string) map[string]string {
	all := make(map[string]hash.Hash)
	of := func(owner string) hash.Hash {
		if all[owner] == nil {
			all[owner] = sha256.New()
		}
		return all[owner]
	}
	if h == nil {
		return nil
	}
	fmt.Fprintf(of(""), "%v %q %t %t %q %q\n", h.Head, h.Why, h.Shallow, h.Uncommitted, h.prefix, h.modules)
	for _, f := range h.files {
		to := of(owner(f.path))
		fmt.Fprintf(to, "%q %s %t %t %v", f.path, f.blob, f.added, f.changed, f.lines)
		if f.order != unknown {
			fmt.Fprintf(to, " %v %d", h.commits[f.order], len(h.commits)-f.order)
		}
		fmt.Fprintln(to)
	}
	sums := make(map[string]string, len(all))
	for owner, sum := range all {
		sums[owner] = hex.EncodeToString(sum.Sum(nil))
	}
	return sums
}
