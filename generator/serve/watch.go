package serve

import (
	"context"
	"errors"
	"io/fs"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// quiet is how long nothing must change before the source counts as settled: an editor that
// saves, or a folder that is copied, makes many changes in a row. A file that is gone is waited for
// longer: a program that saves may only have put it aside.
const (
	quiet = 40 * time.Millisecond
	gone  = 150 * time.Millisecond
)

// watcher notices changes of a site's source.
type watcher struct {
	source  string // absolute
	notes   *fsnotify.Watcher
	log     *log.Logger
	again   chan struct{} // a change that is known otherwise
	settled chan struct{} // the source changed and has settled
}

func newWatcher(source string, lines *log.Logger) (*watcher, error) {
	notes, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	// Watch the source itself, but nothing below it: for config.toml, and for a folder that
	// comes later.
	if err := notes.Add(source); err != nil {
		notes.Close()
		return nil, err
	}
	return &watcher{source, notes, lines, make(chan struct{}, 1), make(chan struct{}, 1)}, nil
}

// listen passes changes on once they have settled, until ctx is done; the channels are open until
// then. It adds no watches: with a short system queue, that would wait for itself.
func (w *watcher) listen(ctx context.Context, events <-chan fsnotify.Event, failures <-chan error) {
	rest := time.NewTimer(quiet)
	rest.Stop()
	wait := quiet
	for {
		select {
		case <-ctx.Done():
			return
		case event := <-events:
			if !w.matters(event) {
				continue
			}
			if event.Has(fsnotify.Remove) || event.Has(fsnotify.Rename) {
				wait = gone
			}
			rest.Reset(wait)
		case err := <-failures:
			w.log.Printf("监视文件时出错，可能漏掉了变化，现在重新生成：%v", err)
			rest.Reset(quiet)
		case <-w.again:
			rest.Reset(quiet)
		case <-rest.C:
			wait = quiet
			poke(w.settled)
		}
	}
}

// poke signals on c, unless a signal is waiting there already.
func poke(c chan<- struct{}) {
	select {
	case c <- struct{}{}:
	default:
	}
}

// matters reports whether an event may change the site. The event of a folder that was written to
// tells no more than that of the file in it, and would also report Excel's lock files.
func (w *watcher) matters(event fsnotify.Event) bool {
	path, err := filepath.Rel(w.source, event.Name)
	if err != nil || event.Op&^fsnotify.Chmod == 0 || !relevant(filepath.ToSlash(path)) {
		return false
	}
	if event.Op == fsnotify.Write {
		info, err := os.Stat(event.Name)
		return err != nil || !info.IsDir()
	}
	return true
}

// renew watches every folder of the source and no other, and reports whether there are new ones.
// It begins anew each time, because systems lose a watch when its folder is removed, moved or
// recreated.
func (w *watcher) renew() (grew bool) {
	former := map[string]bool{}
	for _, folder := range w.notes.WatchList() {
		former[folder] = true
	}
	delete(former, w.source)
	seen := map[string]bool{}
	var failed error
	for _, top := range folders() {
		failed = errors.Join(failed, w.watch(filepath.Join(w.source, top), "", nil, seen, func(folder string) {
			grew = grew || !former[folder]
			delete(former, folder)
		}))
	}
	if failed != nil {
		w.log.Printf("有的文件夹无法监视，其中的变化要重新启动才能看到：%v", failed)
	}
	for gone := range former {
		w.notes.Remove(gone) // an error means that it is no longer watched
	}
	return grew
}

// watch watches a folder and those in it, also those that links lead to, as a build reads them. It
// goes from the top down: what is put into a folder after it was watched is an event, and what was
// there before is found.
// real is the folder without links, or empty to find it out. A system watches a folder under one
// name only, so seen has those that are watched; above are the folders around it, to which a link
// may lead back.
func (w *watcher) watch(folder, real string, above []fs.FileInfo, seen map[string]bool, watched func(folder string)) error {
	info, err := os.Stat(folder)
	if err != nil || !info.IsDir() || slices.ContainsFunc(above, func(a fs.FileInfo) bool { return os.SameFile(a, info) }) {
		return nil // a build reports a link that leads nowhere
	}
	if real == "" {
		real, err = filepath.EvalSymlinks(folder)
	}
	if err != nil || seen[real] {
		return nil
	}
	seen[real] = true
	if err := w.notes.Add(folder); err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		return err
	}
	watched(folder)
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	around := append(slices.Clip(above), info)
	for _, e := range entries {
		below := ""
		switch {
		case passed(e.Name()):
			continue
		case e.IsDir():
			below = filepath.Join(real, e.Name())
		case e.Type()&(fs.ModeSymlink|fs.ModeIrregular) == 0:
			continue
		}
		err = errors.Join(err, w.watch(filepath.Join(folder, e.Name()), below, around, seen, watched))
	}
	return err
}

// folders returns the folders of the source that make a site.
func folders() []string { return []string{"data", "content", "themes"} }

// relevant reports whether a build may read a slash path, relative to the source: a table beside
// config.toml may be its names_file.
func relevant(path string) bool {
	names := strings.Split(path, "/")
	if len(names) == 1 && (path == "config.toml" || strings.HasSuffix(path, ".csv")) {
		return !passed(path)
	}
	return slices.Contains(folders(), names[0]) && !slices.ContainsFunc(names, passed)
}

// passed reports names that a build does not read: hidden ones, npm's, and what editors and
// office programs put beside a file while it is open or being saved.
func passed(name string) bool {
	lower := strings.ToLower(name)
	return strings.HasPrefix(name, ".") || // also .x.swp (vim), .#x (emacs), .~lock.x# (LibreOffice)
		strings.HasPrefix(name, "~$") || // Excel, WPS
		strings.HasSuffix(name, "~") ||
		strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#") ||
		strings.HasSuffix(lower, ".tmp") ||
		strings.HasSuffix(lower, ".swp") ||
		name == "4913" || // vim tries out whether it may write here
		name == "node_modules"
}
