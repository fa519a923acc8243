package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"golang.org/x/term"

	"gongshi/generator/site"
)

// progress is a line at the terminal that tells how far a long build is, and goes when it ends.
type progress struct {
	out   io.Writer // nil: nobody is looking
	say   func(string) string
	now   func() time.Time
	next  time.Time // when it is written again
	shown bool
}

// progress begins to tell of a build; nothing is told of one that is done within a second.
func (t *terminal) progress() *progress {
	return &progress{out: t.screen, say: t.say, now: time.Now, next: time.Now().Add(time.Second)}
}

// screenOf returns stderr if a person sees it at once, else nil.
func screenOf(stderr, readable io.Writer) io.Writer {
	if f, is := stderr.(*os.File); is && term.IsTerminal(int(f.Fd())) {
		return readable
	}
	return nil
}

func (p *progress) tell(s site.Progress) {
	if p.out == nil {
		return
	}
	now := p.now()
	if now.Before(p.next) {
		return
	}
	p.next, p.shown = now.Add(time.Second/5), true
	fmt.Fprint(p.out, "\r"+p.say(fmt.Sprintf("已编 %d/%d 个地方，%d 个文件", s.Places, s.Of, s.Files)))
}

// end wipes the line.
func (p *progress) end() {
	if p.shown {
		fmt.Fprint(p.out, "\r"+strings.Repeat(" ", 60)+"\r")
	}
}
