package ledger

import (
	"path"
	"strings"
)

// Unread are the files of a place that could not be read, or that have a wrong name or are in a
// wrong folder, by their right path below the place's folder; "scores" alone is all of scores/.
// Each is reported, and what only follows from it is not.
type Unread map[string]bool

// Has reports whether a file, as "scores/2023-01.csv", is among them.
func (u Unread) Has(file string) bool { return u[file] || u[path.Dir(file)] }

// Any reports whether any file of a folder is among them.
func (u Unread) Any(folder string) bool {
	for file := range u {
		if file == folder || strings.HasPrefix(file, folder+"/") {
			return true
		}
	}
	return false
}

// RulesUnread reports whether a scheme that may govern p is among the unread.
func (p *Place) RulesUnread() bool {
	for ; p != nil; p = p.Parent {
		if p.Unread.Any("scheme") {
			return true
		}
	}
	return false
}
