package main

import (
	"fmt"
	"io"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/origin"
	"gongshi/generator/score"
	"gongshi/generator/site"
	"gongshi/generator/source"
)

type explainCommand struct {
	where
	Place     string `arg:"" name:"地方" help:"data 下面的路径，如 zhongping 或 fengsheng/youfang"`
	Household string `arg:"" name:"户号" help:"如 012"`
	Period    string `arg:"" name:"周期" help:"2023-01、2023-Q1 或 2023"`
}

func (c *explainCommand) Run(t *terminal) error {
	opt, err := c.options(t)
	if err != nil {
		return err
	}
	opt.Place = placePath(c.Place)
	work, list, err := site.Read(opt)
	if err != nil {
		return err
	}
	if list.HasErrors() {
		writeText(t.err, list)
		return errData
	}
	place, table, row, err := c.find(work.Book, work.Standings)
	if err != nil {
		return err
	}
	explain(t.out, place, table, row)
	committed(t.out, work.History.Last(table.Files()...))
	return nil
}

// find looks up what was asked for, and says what there is where it is not found.
func (c *explainCommand) find(book *ledger.Book, s *score.Standings) (*score.Place, *score.Table, *score.Row, error) {
	p := book.Place(placePath(c.Place))
	if p == nil {
		return nil, nil, nil, fmt.Errorf("没有地方 %s", c.Place)
	}
	place := s.Of(p)
	period, err := source.Period(c.Period)
	if err != nil {
		return nil, nil, nil, err
	}
	table := place.Table(period)
	if table == nil {
		return nil, nil, nil, fmt.Errorf("%s 到 %s 为止没有张贴过 %s 的公示", p.Name, s.States.Day, period)
	}
	h := p.Household(source.Key(c.Household))
	if h == nil {
		return nil, nil, nil, fmt.Errorf("%s 没有户号 %s", p.Name, c.Household)
	}
	row := table.Row(h)
	if row == nil {
		return nil, nil, nil, fmt.Errorf("户 %s 不在 %s 的表中", h.ID, period)
	}
	return place, table, row, nil
}

// explain prints a derivation, a step a paragraph.
func explain(w io.Writer, p *score.Place, t *score.Table, r *score.Row) {
	fmt.Fprintf(w, "%s  户 %s  %s  %s\n", p.Name, r.Household.ID, t.Period, t.State.Status)
	fmt.Fprintf(w, "规则：%s\n", rule(t.Scheme))
	for _, s := range p.Derive(t, r) {
		fmt.Fprintf(w, "\n%s = %s", s.Figure, s.Formula())
		if s.Value() != s.Formula() {
			fmt.Fprintf(w, " = %s", s.Value())
		}
		if s.Rounded() {
			fmt.Fprintf(w, " ≈ %s", s.Shown.Text(s.Decimals))
		}
		fmt.Fprintln(w)
		for _, term := range s.Terms {
			fmt.Fprintf(w, "    %s  %s%s%s\n", score.Number(term.Value), term.Label, inBrackets(term.Note.String()), sources(&term))
		}
		if !s.Note.IsZero() {
			fmt.Fprintf(w, "    %s\n", s.Note)
		}
		if len(s.Rows) > 0 {
			fmt.Fprintf(w, "    登记在 %s\n", listed(s.Rows))
		}
		if s.Rule.File != "" {
			fmt.Fprintf(w, "    依据 %s\n", listed(append([]diag.Position{s.Rule}, s.Also...)))
		}
	}
	fmt.Fprintf(w, "\n名次：第 %d，共 %d\n", r.Rank, len(t.Board(r).Ranked))
}

// committed tells the commit of the figures' sources, where it is known.
func committed(w io.Writer, c origin.Change) {
	switch {
	case c.Uncommitted:
		fmt.Fprintln(w, "得分资料有尚未提交的改动")
	case c.Hash != "":
		fmt.Fprintf(w, "得分资料最后改动：%s，提交 %s\n", c.Date, c.Hash)
	}
}

func rule(s *ledger.Scheme) string {
	return fmt.Sprintf("%s（自 %s 起施行，%s）", s.Title, s.Effective, s.File)
}

func inBrackets(note string) string {
	if note == "" {
		return ""
	}
	return "（" + note + "）"
}

// sources are the rows behind a term, and the rule where that is not the step's.
func sources(t *score.Term) string {
	text := ""
	if rows := append([]diag.Position{t.Source}, t.Also...); t.Source.File != "" || len(t.Also) > 0 {
		text = "  " + listed(rows)
	}
	if t.Rule.File != "" {
		text += "  依据 " + t.Rule.String()
	}
	return text
}

// listed are places in files, each file named where its lines begin.
func listed(positions []diag.Position) string {
	var list []string
	file := ""
	for _, p := range positions {
		switch {
		case p.File == "":
			continue
		case p.File == file:
			list = append(list, strings.TrimPrefix(p.String(), file+":"))
		default:
			list = append(list, p.String())
		}
		file = p.File
	}
	return strings.Join(list, "、")
}
