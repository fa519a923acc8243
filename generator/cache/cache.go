// Package cache keeps what a build of a site saw and found, so that the next one need not look
// for it again.
//
// In: a folder of the user, the site's folder as it is read, the built site. Out: whether anything that a build
// depends on has changed. It knows no format of the site's and decides by what was seen alone: a [Trace] notes
// every file, folder and link that a build looks at, also those that were not there.
//
// # What is believed
//
//   - The cache file as a whole, by its checksum. One that is cut, damaged or of another form is
//     as good as none: everything is built.
//   - What was asked for, the program's own bytes, what git tells of the site, and everything that
//     was seen must be the same, or all is built. A change of any of them may touch any page.
//   - A file is the same if it has the same stamp, that is size, times and number on the disk,
//     and was written well before it was read; otherwise its bytes are compared.
//   - The built site must be as this program left it, by the same rule and its manifest.
//
// Nothing of what is kept is published, and without it every build is the same, but slower.
package cache

import (
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"gongshi/generator/diag"
	"gongshi/generator/publish"
)

// Build is what is kept of a build that went well.
type Build struct {
	Asked   string         // what was asked for
	Git     string         // what git said of the site
	Program Part           // the program
	Site    Part           // what was seen of the site's folder
	Output  publish.Stamps // the built site
	List    diag.List      // what was reported
}

// Part is what one part of a build saw, at or after a moment.
type Part struct {
	Begun  int64 // by the clock of the disk
	Sights []Sight
}

// Same reports whether a folder shows what it showed.
func (p *Part) Same(folder fs.FS) bool {
	for i := range p.Sights {
		if !p.Sights[i].Holds(folder, p.Begun) {
			return false
		}
	}
	return true
}

// Program returns what was seen of the program that runs when it was first asked for; by now its
// file may be another, which did not build. What was kept of it and is the same is not read again.
func Program(kept Part, begun int64) Part {
	folder, name := program()
	return running.seen(kept, begun, folder, name)
}

// running is the program that runs.
var running start

// start is a program as it was first seen.
type start struct {
	once  sync.Once
	first Part
}

func (s *start) seen(kept Part, begun int64, folder fs.FS, name string) Part {
	s.once.Do(func() {
		if s.first = kept; len(kept.Sights) == 0 {
			s.first = Part{begun, []Sight{glance(folder, name)}}
		}
	})
	return s.first
}

func program() (folder fs.FS, name string) {
	file, err := os.Executable()
	if err != nil {
		return os.DirFS("."), ""
	}
	return os.DirFS(filepath.Dir(file)), filepath.Base(file)
}

// SameProgram reports whether the program that runs is the one that built.
func (b *Build) SameProgram() bool {
	folder, name := program()
	return len(b.Program.Sights) == 1 && b.Program.Sights[0].Path == name && b.Program.Same(folder)
}
