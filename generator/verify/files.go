package verify

import (
	"crypto/sha256"
	"io/fs"
	"path"
	"strings"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"gongshi/generator/diag"
)

// files are the files of a site that its manifest lists. A file is read when it is needed, and
// compared with its checksum each time; what is read of a place is kept until the next one.
type files struct {
	site   fs.FS
	limits limits
	sums   map[string][sha256.Size]byte
	whole  bool                // it is a whole site, not a part
	of     map[string][]string // the names by the nearest place, "" for those in none

	lock    sync.Mutex
	absent  map[string]bool
	altered map[string]bool
	kept    map[string][]byte
	failed  error // the first error that makes checking impossible
	found   diag.List

	left atomic.Int64 // bytes left for all files together
	room atomic.Int64 // memory left for the tables of a place
}

// Open opens a file of the site within the limits.
func (f *files) Open(name string) (fs.File, error) { return f.reader(name, f.limits.table) }

// has reports whether a file is listed, and as far as known is there.
func (f *files) has(name string) bool {
	_, named := f.sums[name]
	f.lock.Lock()
	defer f.lock.Unlock()
	return named && !f.absent[name]
}

// content returns a file that is read as a whole, or nil if it is not there.
func (f *files) content(name string) []byte {
	f.lock.Lock()
	text, ok := f.kept[name]
	f.lock.Unlock()
	if ok || !f.has(name) {
		return text
	}
	most := f.limits.small
	if path.Ext(name) == ".csv" {
		most = f.limits.table
	}
	text = f.read(name, most, true)
	f.lock.Lock()
	defer f.lock.Unlock()
	f.kept[name] = text
	return text
}

// forget releases what was read of a place.
func (f *files) forget() {
	f.kept = make(map[string][]byte)
	f.room.Store(f.limits.room)
}

// fail keeps the first error that makes checking impossible.
func (f *files) fail(err error) {
	f.lock.Lock()
	defer f.lock.Unlock()
	if f.failed == nil {
		f.failed = err
	}
}

func (f *files) err() error {
	f.lock.Lock()
	defer f.lock.Unlock()
	return f.failed
}

// load reads the tables and other data of a place, and checks the sums of all other files, until
// something fails.
func (f *files) load(place string) {
	var work errgroup.Group
	work.SetLimit(8)
	for _, name := range f.of[place] {
		work.Go(func() error {
			data := strings.HasPrefix(name, place+"/data/")
			switch {
			case f.err() != nil:
			case data && (path.Ext(name) == ".csv" || path.Ext(name) == ".json"), name == place+"/checkpoint":
				f.content(name)
			default:
				f.read(name, f.limits.file, false)
			}
			return nil
		})
	}
	work.Wait()
}
