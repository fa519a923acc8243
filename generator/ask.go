package main

import (
	"bufio"
	"fmt"
	"slices"
	"strings"
	"time"

	"golang.org/x/term"

	"gongshi/generator/ledger"
)

// asker gets the answers of which a command makes something: from its flags, else from who
// sits at the terminal, else the defaults.
type asker struct {
	t     *terminal
	lines *bufio.Scanner // nil: nobody is asked
}

// asker asks, unless nobody is at the terminal or yes takes every default.
func (t *terminal) asker(yes bool) *asker {
	a := &asker{t: t}
	if !yes && t.asks() {
		a.lines = bufio.NewScanner(t.in)
		fmt.Fprintln(t.out, "一项一项问，答好按回车；拿不准的直接按回车，以后都可以改。")
	}
	return a
}

// ask is the answer to a question. What a flag says is not asked for again. judge says what
// is wrong with an answer; the question is then put again.
func (a *asker) ask(question, flag, otherwise string, judge func(string) error) (string, error) {
	if flag = plain(flag); flag != "" {
		return flag, judge(flag)
	}
	for a.lines != nil {
		if otherwise == "" {
			fmt.Fprintf(a.t.out, "%s（没有就直接按回车）\n", question)
		} else {
			fmt.Fprintf(a.t.out, "%s（直接按回车就是“%s”）\n", question, otherwise)
		}
		if !a.lines.Scan() {
			break
		}
		answer := plain(a.lines.Text())
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

// asks reports whether somebody is there to answer.
func (t *terminal) asks() bool { return term.IsTerminal(int(t.in.Fd())) }

// yes puts a question to which only a plain yes is one.
func (t *terminal) yes(question string) bool {
	fmt.Fprintf(t.out, "%s（是就打 y，再按回车）\n", question)
	if t.answers == nil {
		t.answers = bufio.NewScanner(t.in)
	}
	return t.answers.Scan() && slices.Contains([]string{"y", "yes", "是"}, strings.ToLower(plain(t.answers.Text())))
}

// plain is an answer on one line, without spaces around it.
func plain(answer string) string { return strings.Join(strings.Fields(answer), " ") }

// anything is an answer in which nothing can be wrong.
func anything(string) error { return nil }

// today is --date, else the clock's day where villages are.
func (t *terminal) today(date string) (ledger.Date, error) {
	d, err := day(date)
	if d != 0 || err != nil {
		return d, err
	}
	zone, err := time.LoadLocation("Asia/Shanghai")
	if err != nil {
		return 0, err
	}
	return ledger.Day(t.clock.In(zone).Date()), nil
}
