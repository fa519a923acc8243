package serve

import (
	"context"
	"io"
	"io/fs"
	"log"
	"testing"
	"testing/synctest"
	"time"

	"gongshi/generator/diag"
	"gongshi/generator/disk"
)

// A file that another program has open is tried again without a change of the source, and is
// told of once.
func TestRebuildTriesAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		builds := 0
		var told lines
		s := &site{output: t.TempDir(), log: log.New(&told, "", 0), board: newBoard(), build: func() (diag.List, error) {
			if builds++; builds < 4 {
				return nil, &fs.PathError{Op: "open", Path: "data/a.csv", Err: disk.ErrHeld}
			}
			return nil, nil
		}}
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan struct{})
		s.round()
		go func() { rebuild(ctx, &watcher{settled: make(chan struct{})}, s); close(done) }()
		time.Sleep(time.Minute)
		cancel()
		<-done
		want := "生成失败：读不了 data/a.csv：正被别的程序占用，先在 Excel、WPS 或别的程序里关掉它，再试一次\n已生成\n"
		if got := told.String(); builds != 4 || got != want || s.board.read().problems != nil {
			t.Errorf("%d builds, want 4; the log is\n%s\nwant\n%s", builds, got, want)
		}
	})
}

// A fault of the program is not tried again by itself.
func TestRebuildLeavesAFaultAlone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		builds := 0
		s := &site{output: t.TempDir(), log: log.New(io.Discard, "", 0), board: newBoard(), build: func() (diag.List, error) {
			builds++
			panic("崩了")
		}}
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan struct{})
		s.round()
		go func() { rebuild(ctx, &watcher{settled: make(chan struct{})}, s); close(done) }()
		time.Sleep(time.Minute)
		cancel()
		<-done
		if builds != 1 {
			t.Errorf("%d builds, want 1", builds)
		}
	})
}

// A build that runs is not joined by another: what changes meanwhile is in the one after it.
func TestRebuildWaitsForTheBuildThatRuns(t *testing.T) {
	source := t.TempDir()
	notes, err := newWatcher(source, log.New(io.Discard, "", 0))
	if err != nil {
		t.Fatal(err)
	}
	defer notes.notes.Close()
	synctest.Test(t, func(t *testing.T) {
		watch := &watcher{source, notes.notes, notes.log, make(chan struct{}, 1), make(chan struct{}, 1)}
		begun, gate := 0, make(chan struct{})
		s := &site{output: t.TempDir(), log: notes.log, board: newBoard(), build: func() (diag.List, error) {
			begun++
			<-gate
			return nil, nil
		}}
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan struct{})
		go func() { rebuild(ctx, watch, s); close(done) }()
		for range 3 { // the later two while the first build runs
			poke(watch.settled)
			time.Sleep(time.Minute)
		}
		synctest.Wait()
		if begun != 1 {
			t.Errorf("%d builds have begun while the first one runs", begun)
		}
		for range 2 {
			gate <- struct{}{}
			time.Sleep(time.Minute)
		}
		synctest.Wait()
		if begun != 2 {
			t.Errorf("%d builds have begun, want a second one for what changed during the first", begun)
		}
		cancel()
		<-done
	})
}
