package main

import (
	"strings"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/status"
)

type statusCommand struct {
	where
	Place  string `help:"只看这个地方和它下面的" placeholder:"PATH"`
	All    bool   `help:"办完的各期也一行一期列出来"`
	Format string `help:"输出样式：${enum}" enum:"text,json" default:"text"`
}

// Run prints the state of every place and period. Errors in the data are part of that, and do not
// make the command fail.
func (c *statusCommand) Run(t *terminal) error {
	c.NoHistory = true
	work, list, err := c.read(t, c.Place)
	if err != nil {
		return err
	}
	now := status.Of(work.Book, notice.AsOf(work.Book, work.Day, true), work.Proofs, list)
	now.Only(placePath(c.Place))
	words := statusWords{t, c.Source, now.Day}
	if c.Format == "json" {
		return writeStatusJSON(t, now, &words)
	}
	words.write(now, c.All)
	return nil
}

// statusJSON is the state of a site, for programs (formats.md, "What status prints").
type statusJSON struct {
	Date   ledger.Date `json:"date"`
	Errors int         `json:"errors"`
	Notes  int         `json:"notes"`
	Places []placeJSON `json:"places"`
}

type placeJSON struct {
	Path         string       `json:"path"`
	Name         string       `json:"name"`
	Kind         string       `json:"kind"`
	Errors       int          `json:"errors"`
	TasksOverdue int          `json:"tasks_overdue"`
	Periods      []periodJSON `json:"periods"`
	Next         nextJSON     `json:"next"`
}

type periodJSON struct {
	Period     ledger.Period `json:"period"`
	State      status.State  `json:"state"`
	Overdue    bool          `json:"overdue"`
	Due        ledger.Date   `json:"due,omitzero"`
	Households *int          `json:"households,omitempty"`
	Filled     *int          `json:"filled,omitempty"`
	EmptyCells *int          `json:"empty_cells,omitempty"`
	Errors     int           `json:"errors"`
	Notice     bool          `json:"notice"`
	Posted     ledger.Date   `json:"posted,omitzero"`
	OpenUntil  ledger.Date   `json:"open_until,omitzero"`
	HangsUntil ledger.Date   `json:"hangs_until,omitzero"`
	Unanswered int           `json:"unanswered"`
	AnswerDue  ledger.Date   `json:"answer_due,omitzero"`
	Seal       status.Seal   `json:"seal,omitempty"`
}

type nextJSON struct {
	Do      status.Do     `json:"do"`
	Period  ledger.Period `json:"period,omitzero"`
	Day     ledger.Date   `json:"day,omitzero"`
	Count   int           `json:"count,omitempty"`
	Text    string        `json:"text"`
	File    string        `json:"file,omitempty"`
	Command string        `json:"command,omitempty"`
}

func writeStatusJSON(t *terminal, now *status.Site, words *statusWords) error {
	out := statusJSON{now.Day, now.Errors, now.Notes, []placeJSON{}}
	for _, p := range now.Places {
		at := placeJSON{p.Path, p.Name, p.Kind, p.Errors, p.Late, []periodJSON{}, nextJSON{
			Do: p.Next.Do, Day: p.Next.Day, Count: p.Next.Count, Text: t.say(words.sentence(p)),
			File: words.file(p), Command: words.command(p),
		}}
		if p.Next.Period != nil {
			at.Next.Period = p.Next.Period.Period
		}
		for _, period := range p.Periods {
			at.Periods = append(at.Periods, jsonOf(period))
		}
		out.Places = append(out.Places, at)
	}
	return gazette.JSON(t.plain, out)
}

func jsonOf(p *status.Period) periodJSON {
	out := periodJSON{
		Period: p.Period, State: p.State, Overdue: p.Overdue, Due: p.Due, Errors: p.Errors, Notice: p.Notice,
		Posted: p.Posted, OpenUntil: p.Until, HangsUntil: p.Hangs, Seal: p.Seal,
	}
	if s := p.Sheet; s != nil {
		out.Households, out.Filled, out.EmptyCells = &s.Households, &s.Filled, &s.Cells
	}
	for _, a := range p.Answers {
		if out.Unanswered == 0 {
			out.AnswerDue = a.Day
		}
		out.Unanswered += a.Count
	}
	return out
}

// quoted returns a word of a command line.
func quoted(word string) string {
	if strings.ContainsAny(word, " \t'\"&()（）") {
		return `"` + word + `"`
	}
	return word
}
