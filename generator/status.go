package main

import (
	"encoding/json"
	"strings"

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
// failure of the command.
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
	Date   string      `json:"date"`
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
	Period     string       `json:"period"`
	State      status.State `json:"state"`
	Overdue    bool         `json:"overdue"`
	Due        string       `json:"due,omitempty"`
	Households *int         `json:"households,omitempty"`
	Filled     *int         `json:"filled,omitempty"`
	EmptyCells *int         `json:"empty_cells,omitempty"`
	Errors     int          `json:"errors"`
	Notice     bool         `json:"notice"`
	Posted     string       `json:"posted,omitempty"`
	OpenUntil  string       `json:"open_until,omitempty"`
	HangsUntil string       `json:"hangs_until,omitempty"`
	Unanswered int          `json:"unanswered"`
	AnswerDue  string       `json:"answer_due,omitempty"`
	Seal       status.Seal  `json:"seal,omitempty"`
}

type nextJSON struct {
	Do      status.Do `json:"do"`
	Period  string    `json:"period,omitempty"`
	Day     string    `json:"day,omitempty"`
	Count   int       `json:"count,omitempty"`
	Text    string    `json:"text"`
	File    string    `json:"file,omitempty"`
	Command string    `json:"command,omitempty"`
}

func writeStatusJSON(t *terminal, now *status.Site, words *statusWords) error {
	out := statusJSON{now.Day.String(), now.Errors, now.Notes, []placeJSON{}}
	for _, p := range now.Places {
		at := placeJSON{p.Path, p.Name, p.Kind, p.Errors, p.Late, []periodJSON{}, nextJSON{
			Do: p.Next.Do, Day: dated(p.Next.Day), Count: p.Next.Count, Text: t.say(words.sentence(p)),
			File: words.file(p), Command: words.command(p),
		}}
		if p.Next.Period != nil {
			at.Next.Period = p.Next.Period.String()
		}
		for _, period := range p.Periods {
			at.Periods = append(at.Periods, jsonOf(period))
		}
		out.Places = append(out.Places, at)
	}
	enc := json.NewEncoder(t.plain)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}

func jsonOf(p *status.Period) periodJSON {
	out := periodJSON{
		Period: p.Period.String(), State: p.State, Overdue: p.Overdue, Due: dated(p.Due), Errors: p.Errors, Notice: p.Notice,
		Posted: dated(p.Posted), OpenUntil: dated(p.Until), HangsUntil: dated(p.Hangs), Seal: p.Seal,
	}
	if s := p.Sheet; s != nil {
		out.Households, out.Filled, out.EmptyCells = &s.Households, &s.Filled, &s.Cells
	}
	for _, a := range p.Answers {
		if out.Unanswered == 0 {
			out.AnswerDue = a.Day.String()
		}
		out.Unanswered += a.Count
	}
	return out
}

// dated returns a day in text, or "" for none.
func dated(d ledger.Date) string {
	if d == 0 {
		return ""
	}
	return d.String()
}

// quoted returns a word of a command line.
func quoted(word string) string {
	if strings.ContainsAny(word, " \t'\"&()（）") {
		return `"` + word + `"`
	}
	return word
}
