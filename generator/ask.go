package main

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"golang.org/x/term"

	"gongshi/generator/ledger"
)

// asker gets the answers from which a command makes something: from its flags, or from the person
// at the terminal, or the defaults.
type asker struct {
	t    *terminal
	asks bool // there is somebody to ask
}

// asker asks, unless nobody is at the terminal or yes takes every default.
func (t *terminal) asker(yes bool) *asker {
	a := &asker{t, !yes && t.asks()}
	if a.asks {
		fmt.Fprintln(t.out, "一项一项问，答好按回车；拿不准的直接按回车，以后都可以改。")
	}
	return a
}

// ask returns the answer to a question. It does not ask what a flag answers. judge returns what
// is wrong with an answer; the question is then asked again.
func (a *asker) ask(question, flag, otherwise string, judge func(string) error) (string, error) {
	if flag = plain(flag); flag != "" {
		return flag, judge(flag)
	}
	for a.asks {
		if otherwise == "" {
			fmt.Fprintf(a.t.out, "%s（没有就直接按回车）\n", question)
		} else {
			fmt.Fprintf(a.t.out, "%s（直接按回车就是“%s”）\n", question, otherwise)
		}
		answer := a.t.line()
		if answer == "" {
			break
		}
		err := judge(answer)
		if err == nil {
			return answer, nil
		}
		fmt.Fprintln(a.t.out, err)
	}
	return otherwise, nil
}

func (t *terminal) asks() bool { return term.IsTerminal(int(t.in.Fd())) }

// yes asks a question to which only a plain yes is one.
func (t *terminal) yes(question string) bool {
	fmt.Fprintf(t.out, "%s（是就打 y，再按回车）\n", question)
	return slices.Contains([]string{"y", "yes", "是"}, strings.ToLower(t.line()))
}

// agreed reports whether to write what was shown. The flag yes agrees beforehand, and unasked is
// the error if nobody is there to answer.
func (t *terminal) agreed(yes bool, unasked string) (bool, error) {
	switch {
	case yes:
		return true, nil
	case !t.asks():
		return false, errors.New(unasked)
	case t.yes("写进去吗？"):
		return true, nil
	}
	fmt.Fprintln(t.out, "没有写")
	return false, nil
}

// line returns the next answer, or "" at the end. One reader reads all of a command's, since it
// may have more of them already.
func (t *terminal) line() string {
	if t.answers == nil {
		t.answers = bufio.NewScanner(t.in)
	}
	if !t.answers.Scan() {
		return ""
	}
	return plain(t.answers.Text())
}

// plain returns an answer on one line, without spaces around it.
func plain(answer string) string { return strings.Join(strings.Fields(answer), " ") }

func anything(string) error { return nil }

// day returns --date, or else the day that is set, or the clock's in a time zone.
func (t *terminal) day(date string, set ledger.Date, timezone string) (ledger.Date, error) {
	d, err := flagDate("--date", date)
	if d = cmp.Or(d, set); d != 0 || err != nil {
		return d, err
	}
	zone, err := time.LoadLocation(timezone)
	if err != nil {
		return 0, err
	}
	return ledger.Day(t.clock.In(zone).Date()), nil
}
