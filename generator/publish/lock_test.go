package publish

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"
)

// Two runs into one folder at once, again and again: the folder is that of one of them, and its
// manifest is right.
func TestTwoRunsAtOnce(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	pairs := 20
	if os.Getenv("GONGSHI_SITES") != "" {
		pairs = 200
	}
	for pair := range pairs {
		var wait sync.WaitGroup
		for _, who := range []string{"a", "b"} {
			wait.Go(func() {
				if _, err := Site(dir, pagesOf(who, pair), Options{}); err != nil {
					t.Error(err)
				}
			})
		}
		wait.Wait()
		wholly(t, dir, pair)
	}
}

// pagesOf are the pages of one of two runs: some of its own, some that both have.
func pagesOf(who string, pair int) func(func(File, error) bool) {
	return func(yield func(File, error) bool) {
		for i := range 20 {
			name := fmt.Sprintf("p%d/%d.html", i%3, i)
			if i%5 == 0 {
				name = fmt.Sprintf("%s/%d.html", who, i)
			}
			if !yield(File{Path: name, Content: fmt.Appendf(nil, "%s %d %d", who, pair, i)}, nil) {
				return
			}
		}
	}
}

// wholly reports what in dir is not of one run.
func wholly(t *testing.T, dir string, pair int) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, Manifest))
	if err != nil {
		t.Fatal(err)
	}
	files, err := parse(text)
	delete(files, MarkName)
	if err != nil || len(files) != 20 {
		t.Fatal(len(files), err)
	}
	whose := map[byte]bool{}
	for name, sum := range files {
		content, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil || sha256.Sum256(content) != sum {
			t.Errorf("pair %d: %s is not as in the manifest: %v", pair, name, err)
			continue
		}
		whose[content[0]] = true
	}
	if len(whose) != 1 {
		t.Errorf("pair %d: pages of both runs", pair)
	}
}

func TestBusyFolder(t *testing.T) {
	dir := t.TempDir()
	held, err := lock(dir, 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(filepath.Join(dir, Staging), fstest.MapFS{owner: {Data: []byte("进程 7，甲机")}}); err != nil {
		t.Fatal(err)
	}
	if _, err := lock(dir, 0); err == nil || !strings.Contains(err.Error(), "另一个 gongshi（进程 7，甲机）正在") {
		t.Errorf("a folder that is being written: %v", err)
	}
	held.Close()
	again, err := lock(dir, time.Second)
	if err != nil {
		t.Error(err)
	}
	again.Close()
}
