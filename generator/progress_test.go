package main

import (
	"strings"
	"testing"
	"time"

	"gongshi/generator/site"
)

// The line is written once a build has taken a second, not for each file, and wiped in the end.
func TestProgress(t *testing.T) {
	var out strings.Builder
	begun := time.Date(2024, 1, 1, 8, 0, 0, 0, time.UTC)
	now := begun
	p := &progress{out: &out, say: (&terminal{}).say, now: func() time.Time { return now }, next: begun.Add(time.Second)}
	for i := range 14 {
		now = begun.Add(time.Duration(i) * 100 * time.Millisecond)
		p.tell(site.Progress{Places: i / 5, Of: 3, Files: 10 * i})
	}
	p.end()
	want := "\r已编 2/3 个地方，100 个文件\r已编 2/3 个地方，120 个文件\r" + strings.Repeat(" ", 60) + "\r"
	if out.String() != want {
		t.Errorf("got %q, want %q", out.String(), want)
	}
	if screenOf(&out, &out) != nil {
		t.Error("what is no terminal is taken for one")
	}
	quiet := &progress{now: func() time.Time { return now }}
	quiet.tell(site.Progress{})
	quiet.end()
}
