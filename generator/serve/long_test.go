package serve_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"gongshi/generator/diag"
	"gongshi/generator/oracle"
	"gongshi/generator/serve"
	"gongshi/generator/site"
	"gongshi/generator/sitetest"
)

// pages is how many pages are open all the time.
const pages = 50

// A server that somebody leaves running while a village's tables are saved thousands of times, with pages
// open all the while, holds no more at the end than at the beginning, and leaves nothing behind.
func TestLongRun(t *testing.T) {
	t.Run("builds of one page", func(t *testing.T) {
		source, output := t.TempDir(), filepath.Join(t.TempDir(), "public")
		sitetest.WriteFile(t, source, "data/a.csv", "0")
		builds := 0
		longRun(t, source, output, "data/a.csv", int(oracle.Thorough(60, 100, 10_000)), func() (diag.List, error) {
			if builds++; builds%2 == 0 {
				var list diag.List
				for i := range 50 {
					list.Add(diag.Diagnostic{Position: diag.At("data/a.csv", i+1, 1), Message: strings.Repeat("错", 100)})
				}
				return list, nil
			}
			sitetest.WriteFile(t, output, "index.html", fmt.Sprint("<title>", builds))
			return nil, nil
		})
	})
	t.Run("builds of a site", func(t *testing.T) {
		source, output := t.TempDir(), filepath.Join(t.TempDir(), "public")
		sitetest.LargeVillage(t, source, 20, 10)
		longRun(t, source, output, "content/articles/a.md", int(oracle.Thorough(10, 10, 500)), func() (diag.List, error) {
			_, list, err := site.Build(site.Options{Source: source, Output: output, NoHistory: true})
			if told := sitetest.Told(list.Errors()); told != "" {
				t.Error(told)
			}
			return list, err
		})
	})
}

// longRun saves a file so many times, each after all pages were told of the time before: the last thing that a build leads to.
func longRun(t *testing.T, source, output, saved string, saves int, build func() (diag.List, error)) {
	idle := held()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	sitetest.Must(t, err)
	told, ended := make(chan bool), make(chan error, 1)
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	go func() {
		ended <- serve.Run(ctx, serve.Options{Source: source, Output: output, Listen: []net.Listener{listener}, Log: io.Discard, Build: build})
	}()
	streams := newStreams(ctx, t, "http://"+listener.Addr().String()+"/_gongshi/events", told)
	save := func(from, to int) {
		for i := from; i < to; i++ {
			text := fmt.Sprintf("+++\ntitle = \"%d\"\ndate = 2024-01-01\n+++\n", i)
			sitetest.WriteFile(t, source, saved+".tmp", text) // as Excel and editors save
			sitetest.Must(t, os.Rename(filepath.Join(source, saved+".tmp"), filepath.Join(source, saved)))
			late := time.After(time.Minute)
			for page := range pages {
				select {
				case <-told:
				case <-late:
					t.Fatalf("only %d pages were told of save %d", page, i)
				}
			}
		}
	}
	save(0, saves/10)
	early := held()
	save(saves/10, saves)
	most := burden{early.heap + 256<<10, early.goroutines, early.files}
	late := heldAtMost(most)
	files, err := sitetest.Read(source)
	sitetest.Must(t, err)
	stop()
	sitetest.Must(t, <-ended)
	streams.Wait()
	http.DefaultTransport.(*http.Transport).CloseIdleConnections()
	none := burden{math.MaxUint64, idle.goroutines, idle.files}
	end := heldAtMost(none)
	t.Logf("after %d of %d saves: %v; after all: %v; before and after the server: %v, %v", saves/10, saves, early, late, idle, end)
	if !late.within(most) {
		t.Errorf("after %d saves there are %v, after %d there were %v", saves, late, saves/10, early)
	}
	if !end.within(none) {
		t.Errorf("the server left %v, before it there were %v", end, idle)
	}
	for name := range files {
		if strings.HasSuffix(name, ".tmp") {
			t.Errorf("%s is left", name)
		}
	}
}

// burden is what a process holds.
type burden struct {
	heap              uint64
	goroutines, files int
}

func (b burden) String() string {
	return fmt.Sprintf("%d kB, %d goroutines, %d open files", b.heap>>10, b.goroutines, b.files)
}

func (b burden) within(most burden) bool {
	return b.heap <= most.heap && b.goroutines <= most.goroutines && b.files <= most.files
}

// heldAtMost is what is held once it is no more than that, or after two seconds.
func heldAtMost(most burden) (now burden) {
	for range 100 {
		if now = held(); now.within(most) {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	return now
}

func held() burden {
	runtime.GC()
	runtime.GC()
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	files, _ := os.ReadDir("/proc/self/fd") // none on other systems
	return burden{memory.HeapAlloc, runtime.NumGoroutine(), len(files)}
}

// newStreams opens pages that listen until the server ends, and waits until all do. Each says when it is told something.
func newStreams(ctx context.Context, t *testing.T, address string, told chan<- bool) *sync.WaitGroup {
	var open, all sync.WaitGroup
	open.Add(pages)
	for range pages {
		all.Go(func() {
			answer, err := http.Get(address)
			if err != nil {
				t.Error(err)
				open.Done()
				return
			}
			defer answer.Body.Close()
			text := bufio.NewReader(answer.Body)
			_, err = text.ReadString('\n')
			open.Done()
			for line := ""; err == nil; line, err = text.ReadString('\n') {
				if strings.HasPrefix(line, "data:") {
					select {
					case told <- true:
					case <-ctx.Done():
					}
				}
			}
		})
	}
	open.Wait()
	return &all
}
