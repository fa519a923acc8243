package origin

import (
	"errors"
	"fmt"
	"maps"
	"os/exec"
	"slices"
)

// State returns a text that is the same as long as git says the same of the site in dir: which
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
	return fmt.Sprintf("%s\n%s\n%q\n%s", head, h.prefix, slices.Sorted(maps.Keys(edge)), differs), err == nil
}
