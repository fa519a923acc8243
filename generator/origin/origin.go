// Package origin finds the commit from which each file of a site, and each of its lines, came.
//
// In: a site's folder, and what the git program reports of the repository around it. Out: a
// [History]: the commit that is checked out; for every file of data/, content/ and config.toml
// the last commit that changed it; and, after [History.Trace], the commit that last changed each
// of its lines. If something is not known (no repository, no git, a shallow clone, git's
// refusal), the reason is a [Why] for the pages and a note for the terminal. It is never an
// error, since a site can be built without.
//
// It does not read authors, their addresses or messages. git is run without hooks, pager,
// network, locks, prompts and variables of another repository, so that the same commit gives the
// same answer anywhere. Nothing is written except the cache of lines, into a folder that the
// caller names.
package origin

import (
	"slices"
	"strings"
	"time"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// Why is the reason for which nothing is known of a history. The words are keys of the theme's.
type Why string

const (
	Known        Why = ""
	NotAsked     Why = "notasked"     // not asked for
	NoRepository Why = "norepository" // the folder is in no repository
	NoCommit     Why = "nocommit"     // nothing of the site is committed yet
	NoGit        Why = "nogit"        // there is no git program
	Refused      Why = "refused"      // git does not trust the folder's owner
	Failed       Why = "failed"       // git could not read the repository
)

// Commit names a commit. The zero Commit is none.
type Commit struct {
	Hash string      `json:"hash,omitzero"`
	Date ledger.Date `json:"date,omitzero"` // on which it was committed, in the site's time zone
}

// shortened is how many digits of a hash people need to distinguish commits. It is fixed, since
// git's own abbreviation grows with the repository.
const shortened = 12

// Abbreviates reports whether a text is a commit as pages print it; some have no letter.
func (h *History) Abbreviates(text string) bool {
	return h != nil && len(text) == shortened && slices.ContainsFunc(h.commits, func(c Commit) bool { return c.Short() == text })
}

// Short returns the hash as pages print it.
func (c Commit) Short() string { return c.Hash[:min(len(c.Hash), shortened)] }

// Change is the last change of some files. The zero Change is unknown.
type Change struct {
	Commit
	Uncommitted bool `json:"uncommitted,omitzero"` // some of them differ from what is committed; then there is no Commit
	Order       int  `json:"order,omitzero"`       // of the commit among those that changed the site, from 1; later ones have higher numbers
}

// History is what is known of a site's files. All its methods may be called on a nil History,
// which knows nothing.
type History struct {
	Head        Commit // the one checked out
	Why         Why
	Shallow     bool // earlier commits are not here
	Uncommitted bool // some file of the site differs from Head

	dir     string
	prefix  string // from the repository's root to the site's folder: "", "sites/one/"
	zone    *time.Location
	commits []Commit // those that changed something, latest first
	files   []file   // by path
	modules []string // folders that are, or lead to, repositories of their own, of which nothing is known
}

// file is one file of the site that is checked out, or that a commit removed.
type file struct {
	path    string
	blob    string // the one checked out; "" if removed
	order   int    // index of its last commit; unknown if that is beyond a shallow clone's edge
	added   bool   // that commit created it, so all its lines are from it
	changed bool   // it differs from what is committed, or is not committed
	lines   []span // in order, if they were traced
}

const unknown = -1

// Read asks git about the site in dir. Days are in zone. missed are files that may have been
// removed, for [History.Former].
func Read(dir string, zone *time.Location, missed []string) (*History, diag.List) {
	at := repository(dir)
	if at == "" {
		return &History{Why: NoRepository}, nil
	}
	h := &History{dir: dir, zone: zone}
	note := diag.Diagnostic{Position: diag.Position{File: at}, Severity: diag.Note, Code: "history-unread"}
	if err := h.read(missed); err != nil {
		h = new(History)
		h.Why, note.Message, note.Hint = whyNot(err)
	} else if h.Shallow {
		note.Code = "history-shallow"
		note.Message = "这是浅克隆，看不到更早的提交；更早的资料在网页上不写提交"
		note.Hint = "运行 git fetch --unshallow；在持续集成中取出全部提交（fetch-depth: 0）"
	}
	if note.Message == "" {
		return h, nil
	}
	return h, diag.List{note}
}

// read asks, in this order, where the repository begins, what is checked out, what differs from
// it, and who changed it last.
func (h *History) read(missed []string) error {
	edge, err := h.place()
	if err != nil {
		return err
	}
	if err := h.head(); err != nil {
		return err
	}
	if err := h.tree(); err != nil {
		return err
	}
	if err := h.status(); err != nil {
		return err
	}
	return h.log(edge, missed)
}

// find returns the index of a path among the files, and whether it is there.
func (h *History) find(path string) (int, bool) {
	return slices.BinarySearchFunc(h.files, path, func(f file, path string) int { return strings.Compare(f.path, path) })
}

// Keeps reports whether git has a file of the site's folder, or is about to.
func (h *History) Keeps(name string) bool {
	if h == nil || h.Why != Known {
		return false
	}
	out, err := h.output("--literal-pathspecs", "ls-files", "-z", "--", name)
	return err == nil && len(out) > 0
}

// Last returns the latest change of some files, and of all files below some folders, by slash
// paths from the site's folder. If one of them is not committed as it is, that is the answer; a
// file whose commit is not known counts for nothing. Empty paths are skipped.
func (h *History) Last(paths ...string) Change {
	if h == nil || h.Why != Known {
		return Change{}
	}
	latest := unknown
	for _, path := range paths {
		if path == "" || h.inModule(path) {
			continue
		}
		found := h.below(path)
		if len(found) == 0 {
			return Change{Uncommitted: true} // it was read, but is neither committed nor removed
		}
		for _, f := range found {
			if f.changed {
				return Change{Uncommitted: true}
			}
			if f.order != unknown && (latest == unknown || f.order < latest) {
				latest = f.order
			}
		}
	}
	if latest == unknown {
		return Change{}
	}
	return Change{Commit: h.commits[latest], Order: len(h.commits) - latest}
}

// below returns the file of that path, or the files below that folder.
func (h *History) below(path string) []file {
	i, found := h.find(path)
	if found {
		return h.files[i : i+1]
	}
	from, _ := h.find(path + "/")
	to, _ := h.find(path + "0") // the character after the slash
	return h.files[from:to]
}

func (h *History) inModule(path string) bool {
	return slices.ContainsFunc(h.modules, func(m string) bool { return path == m || strings.HasPrefix(path, m+"/") })
}
