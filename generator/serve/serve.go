// Package serve shows a site on localhost while somebody works on it, or its pages alone to the local network.
//
// In: a function that builds the site, the folder of its source and the folder of its pages. Out:
// web pages on a listener, built again after each change of the source, and a line for each event
// on a writer. Open pages reload themselves; while the data have problems, they show these over
// the last good page.
//
// Below /.desk/, and below /desk/ unless the site has such a folder, it passes requests on to the desk that it was
// given. It never changes a file itself: what makes a page live (a script, and permission for it in the page's
// Content-Security-Policy) is put into the response only. It never builds twice at once, never answers to another
// name than localhost or the address that was told, and shows nothing outside the folder of the pages, nor any name
// that begins with a dot.
package serve

import (
	"context"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"path/filepath"
	"sync"
	"time"

	"gongshi/generator/diag"
)

// Options are what a server needs. All but Hosts, Mark, Desk and English are required.
type Options struct {
	Source string         // the site's folder: config.toml, data, content, themes
	Output string         // the folder that Build writes and the server shows
	Listen []net.Listener // bound to localhost, or to Hosts; Run closes them

	// Hosts are the addresses, as browsers write them, under which the local network gets the files of
	// Output as they are and nothing else: no desk, no mark, no problems. None: localhost gets all.
	Hosts []string

	// Build builds Source into Output, once at the start and after each settled change, never
	// twice at once; again after a while if it returns an error. If it returns an error or
	// problems other than notes, the site is unchanged. Build prints what it finds.
	Build func() (diag.List, error)

	Looked *Looked // the pages that are open, of which Build may show some early; nil for none

	Log io.Writer // one line for each event, for the terminal

	Mark string // the answer at MarkPath, by which another start knows which site is shown

	Desk http.Handler // is asked for what is below /desk/; nil: there is none

	English bool // the server's own words on pages are in English; the log is the caller's
}

// Run builds the site, then serves and rebuilds it until ctx is done; it returns nil then, after
// the current build. It returns an error if it cannot watch Source, or if the listener fails.
func Run(ctx context.Context, opt Options) error {
	for _, l := range opt.Listen {
		defer l.Close()
	}
	source, err := filepath.Abs(opt.Source)
	if err != nil {
		return fmt.Errorf("找不到 %s：%w", opt.Source, err)
	}
	lines := log.New(opt.Log, "", 0)
	watch, err := newWatcher(source, lines)
	if err != nil {
		return fmt.Errorf("无法监视 %s 里的变化：%w", source, err)
	}
	defer watch.notes.Close()
	site := &site{output: opt.Output, build: opt.Build, log: lines, board: newBoard(), tongue: tongue(opt.English)}
	if opt.Looked != nil {
		opt.Looked.show = site.show
	}

	ctx, cancel := context.WithCancel(ctx)
	var work sync.WaitGroup
	defer work.Wait()
	defer cancel()
	// Watch before the first build, so that no change is lost between the two.
	work.Go(func() { watch.listen(ctx, watch.notes.Events, watch.notes.Errors) })
	watch.renew()
	site.round()
	work.Go(func() { rebuild(ctx, watch, site) })
	return answer(ctx, opt.Listen, &handler{opt, site.board, site.tongue}, lines)
}

// pause is the time after a round that the machine ended: a full disk, or a file that another
// program has open. No change of the source tells when that is over.
const pause = 3 * time.Second

// rebuild builds whenever the source has settled, and tries again what failed.
func rebuild(ctx context.Context, watch *watcher, site *site) {
	for {
		var later <-chan time.Time
		if site.again {
			later = time.After(pause)
		}
		select {
		case <-ctx.Done():
			return
		case <-later:
		case <-watch.settled:
			// What is put into a new folder is seen only from now on: let it settle too.
			if watch.renew() {
				poke(watch.again)
				continue
			}
		}
		site.round()
	}
}

// answer serves until ctx is done, or a listener fails.
func answer(ctx context.Context, listen []net.Listener, pages http.Handler, lines *log.Logger) error {
	server := &http.Server{
		Handler:           pages,
		BaseContext:       func(net.Listener) context.Context { return ctx }, // ends the event streams
		ReadHeaderTimeout: 10 * time.Second,
		IdleTimeout:       2 * time.Minute, // telephones leave without a word
		ErrorLog:          lines,
	}
	defer server.Close() // whatever has not finished by then
	failed := make(chan error, len(listen))
	for _, l := range listen {
		go func() { failed <- server.Serve(l) }()
	}
	select {
	case err := <-failed:
		return fmt.Errorf("网页服务中断：%w", err)
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), 3*time.Second)
	defer cancel()
	server.Shutdown(grace)
	return nil
}
