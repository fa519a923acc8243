package main

import (
	"fmt"
	"io"
	"strings"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/origin"
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
	work, list, err := c.read(t, c.Place)
	if err != nil {
		return err
	}
	if list.HasErrors() {
		writeText(t.err, list)
		return errData
	}
	table, row, err := c.find(work.Book, ownView(work))
	if err != nil {
		return err
	}
	explain(t.out, table, row)
	committed(t.out, table.Changed)
	return nil
}

// ownView is what the clerk may read: all that the site has, of every household.
func ownView(work site.Work) *gazette.Site {
	return gazette.Of(work.Book, work.Standings, work.Proofs, gazette.Choices{Day: work.Day, History: work.History, Own: true})
}

// find looks up what was asked for, and if it is not there, names what is.
func (c *explainCommand) find(book *ledger.Book, s *gazette.Site) (*gazette.Table, *gazette.Row, error) {
	p := book.Place(placePath(c.Place))
	if p == nil {
		return nil, nil, fmt.Errorf("没有地方 %s", c.Place)
	}
	period, err := source.Period(c.Period)
	if err != nil {
		return nil, nil, err
	}
	table := s.Place(p.Path).Table(period)
	if table == nil {
		return nil, nil, fmt.Errorf("%s 到 %s 为止没有张贴过 %s 的公示", p.Name, s.Day, period)
	}
	h := p.Household(source.Key(c.Household))
	if h == nil {
		return nil, nil, fmt.Errorf("%s 没有户号 %s", p.Name, c.Household)
	}
	row := table.Row(h.ID)
	if row == nil {
		return nil, nil, fmt.Errorf("户 %s 不在 %s 的表中", h.ID, period)
	}
	return table, row, nil
}

// explain prints a derivation, a paragraph for each step.
func explain(w io.Writer, t *gazette.Table, r *gazette.Row) {
	fmt.Fprintf(w, "%s  户 %s  %s  %s\n", t.Place.Name, r.ID, t.Period, t.State.Status)
	fmt.Fprintf(w, "规则：%s（自 %s 起施行，%s）\n", t.Scheme.Title, t.Scheme.Effective, t.Scheme.File)
	for _, s := range t.Derive(r) {
		fmt.Fprintf(w, "\n%s = %s", s.Figure, s.Formula())
		if s.Value() != s.Formula() {
			fmt.Fprintf(w, " = %s", s.Value())
		}
		if s.Rounded() {
			fmt.Fprintf(w, " ≈ %s", s.Shown.Text(s.Decimals))
		}
		fmt.Fprintln(w)
		for _, term := range s.Terms {
			note := term.Note.String()
			if note != "" {
				note = "（" + note + "）"
			}
			fmt.Fprintf(w, "    %s  %s%s%s%s\n", gazette.Number(term.Value), term.Label, note,
				listed("  ", append([]gazette.Source{term.Source}, term.Also...)...), listed("  依据 ", term.Rule))
		}
		if !s.Note.IsZero() {
			fmt.Fprintf(w, "    %s\n", s.Note)
		}
		if len(s.Rows) > 0 {
			fmt.Fprintln(w, listed("    登记在 ", s.Rows...))
		}
		if s.Rule.File != "" {
			fmt.Fprintln(w, listed("    依据 ", append([]gazette.Source{s.Rule}, s.Also...)...))
		}
	}
	fmt.Fprintf(w, "\n名次：第 %d，共 %d\n", r.Rank, t.Board(r.Organisation).All)
}

// committed prints the commit of the figures' sources, if it is known.
func committed(w io.Writer, c origin.Change) {
	switch {
	case c.Uncommitted:
		fmt.Fprintln(w, "得分资料有尚未提交的改动")
	case c.Hash != "":
		fmt.Fprintf(w, "得分资料最后改动：%s，提交 %s\n", c.Date, c.Hash)
	}
}

// listed returns places in files after some words, each file named where its lines begin; "" if there
// are none.
func listed(words string, lines ...gazette.Source) string {
	var list []string
	file := ""
	for _, p := range lines {
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
	if len(list) == 0 {
		return ""
	}
	return words + strings.Join(list, "、")
}
