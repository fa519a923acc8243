package render

import (
	"bytes"
	"iter"
	"runtime"

	"gongshi/generator/page"
	"gongshi/generator/publish"
)

// job is one page being printed.
type job struct {
	page    page.Page
	buffer  bytes.Buffer // reused for a later page
	summed  []byte       // likewise
	content []byte
	kept    bool
	err     error
	done    chan struct{}
}

func (j *job) file() publish.File {
	return publish.File{Path: j.page.At(), Content: j.content, Kept: j.kept}
}

// do prints the page, unless it is the same as it was.
func (j *job) do(p *printer, by Helper) {
	j.content, j.kept, j.err = nil, false, nil
	if document, is := j.page.(page.HTML); is && by.Same != nil {
		var sum Sum
		sum, j.summed = sumOf(document, j.summed)
		j.kept = by.Same(j.page.At(), sum)
	}
	if j.kept {
		return
	}
	j.buffer.Reset()
	j.content, j.err = p.print(&j.buffer, j.page)
	if by.Look != nil {
		by.Look(j.file())
	}
}

// ahead prints pages on all processors and yields their files in the order of the pages. Only a
// few pages are being printed at a time; the caller's own goroutine asks for each.
func (p *printer) ahead(pages iter.Seq[page.Page], by Helper, yield func(publish.File, error) bool) {
	ring := make([]job, 2*runtime.GOMAXPROCS(0))
	work := make(chan *job, len(ring))
	defer close(work)
	for i := range ring {
		ring[i].done = make(chan struct{}, 1)
		go func() {
			for j := range work {
				j.do(p, by)
				j.done <- struct{}{}
			}
		}()
	}
	finish := func(j *job) bool {
		<-j.done
		return yield(j.file(), j.err) && j.err == nil
	}
	n := 0
	for m := range pages {
		j := &ring[n%len(ring)]
		if n >= len(ring) && !finish(j) {
			return
		}
		j.page = m
		work <- j
		n++
	}
	for i := max(n-len(ring), 0); i < n; i++ {
		if !finish(&ring[i%len(ring)]) {
			return
		}
	}
}
