package convert

import (
	"regexp"
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/scan"
)

// kindsRead are the kinds of data in the order in which they are tried; declared is told from
// scores by its title.
var kindsRead = []string{"scores", "events", "households.csv", "members.csv", "corrections.csv", "redemptions.csv", "rewards.csv", "tasks.csv"}

// kind finds out what a region's table is, and of which period; false, with a word of it,
// if that is not plain.
func (r *recogniser) kind(g *region) (kind string, period ledger.Period, ok bool) {
	said := r.said(g)
	kind, period, best := r.best(g, said)
	if best == 0 && g.head > 0 { // if no heading is right, source takes a title for the header
		bare := g.from(g.head)
		if kind, period, best = r.best(&bare, said); best > 0 {
			*g = bare
		}
	}
	switch {
	case best == 0:
		r.unknown(g)
		return "", period, false
	case kind != "scores":
		return kind, ledger.Period{}, true
	case declaredForm.MatchString(said.text):
		kind = "declared"
	}
	if said.period == period && said.second.words == "" {
		return kind, period, true
	}
	r.noPeriod(g, said, period.Cycle)
	return "", period, false
}

// best is the kind of data that a region is most like, with its period.
func (r *recogniser) best(g *region, said saying) (kind string, period ledger.Period, best int) {
	const few = 12 // rows below the header: enough to see what it is
	start := *g
	start.rows = g.rows[:min(len(g.rows), g.head+few)]
	for _, k := range kindsRead {
		for _, p := range r.periodsFor(k, said) {
			if n := r.fit(&start, k, p, said); n > best {
				kind, period, best = k, p, n
			}
		}
	}
	return kind, period, best
}

// declaredForm is in the title of what households declare of themselves.
var declaredForm = regexp.MustCompile(`申报|自评|自报|自查`)

// periodsFor are the periods for which a region is tried as a kind of data. Which columns a
// sheet of marks has depends on its period; where that is not said, on the latest rules.
func (r *recogniser) periodsFor(kind string, said saying) []ledger.Period {
	const late = 2199
	latest := []ledger.Period{{Cycle: ledger.Month, Year: late, Part: 12}, {Cycle: ledger.Quarter, Year: late, Part: 4}, {Cycle: ledger.Year, Year: late}}
	switch {
	case kind != "scores":
		return latest[:1]
	case said.period.Year > 0:
		return append([]ledger.Period{said.period}, latest...)
	}
	return latest
}

// path is where a kind of data of the place lies, as far as its columns depend on it.
func (r *recogniser) path(kind string, period ledger.Period) string {
	dir := "data/" + r.Place.Path + "/"
	switch kind {
	case "scores", "declared":
		return dir + kind + "/" + period.String() + ".csv"
	case "events":
		return dir + "events/import.csv"
	}
	return dir + kind
}

// fit is how well a region is data of a kind: how many of its columns such data have; 0 if it
// is none. An item decides, since it is in sheets of marks alone.
func (r *recogniser) fit(g *region, kind string, period ledger.Period, said saying) int {
	t, list := r.Table(r.path(kind, period), g.text())
	if t == nil || slices.ContainsFunc(list, func(d diag.Diagnostic) bool {
		return d.Code == "missing-label" && !isUnnumbered(kind, d) || d.Code == "header-rows"
	}) {
		return 0
	}
	n, items := 0, 0
	for _, c := range t.Columns {
		switch {
		case c.Name == "":
		case kind == "scores" && r.isItem(c.Name, period):
			items++
		default:
			n++
		}
	}
	switch {
	case kind == "scores" && items == 0, n+items < 2, kind == "households.csv" && !registerForm.MatchString(said.text) && counts(t):
		return 0
	case kind == "scores":
		return n + items + 100
	}
	return n
}

// registerForm is in the title of a register.
var registerForm = regexp.MustCompile(`册|名单|户表|户口`)

// counts reports whether a table has figures in columns that no file has: of a list of households
// they may be marks, whose headings are not those of the rules.
func counts(t *ledger.Table) bool {
	for i, c := range t.Columns {
		if c.Name != "" || scan.Label(c.Heading) == "序号" {
			continue
		}
		if slices.ContainsFunc(t.Records, func(r ledger.Record) bool { return figureForm.MatchString(scan.Narrow(r.Cell(i))) }) {
			return true
		}
	}
	return false
}

var figureForm = regexp.MustCompile(`^[-+]?\d{1,4}(?:\.\d+)?$`)

// sumForm is the heading of what is worked out of marks.
var sumForm = regexp.MustCompile(`合计|总分|总计|得分|积分|名次|排名|累计`)

// isUnnumbered reports whether all that a table of events lacks is their numbers, which an import gives
// them.
func isUnnumbered(kind string, d diag.Diagnostic) bool {
	return kind == "events" && d.Code == "missing-label" && d.Heading == "编号"
}

func (r *recogniser) isItem(name string, period ledger.Period) bool {
	scheme := r.Place.SchemeFor(period)
	if scheme == nil {
		return false
	}
	items := scheme.ItemsOf(period.Cycle)
	return slices.ContainsFunc(items, func(i *ledger.Item) bool { return ledger.ItemName(items, i) == name })
}

// isOfHouseholds reports whether a header is that of something that households have, and not of
// sums alone, which nobody has to import.
func (r *recogniser) isOfHouseholds(head Row) bool {
	return slices.ContainsFunc(head.Cells, func(c Cell) bool { return slices.Contains(scan.Spellings(c.Text), "户号") }) &&
		!slices.ContainsFunc(head.Cells, func(c Cell) bool { return sumForm.MatchString(scan.Label(c.Text)) })
}

// unknown reports that nobody knows what a region's table is.
func (r *recogniser) unknown(g *region) {
	row := g.rows[g.head]
	var heads []string
	for _, c := range row.Cells {
		heads = append(heads, scan.Short(c.kept()))
	}
	severity := diag.Note
	if r.isOfHouseholds(row) {
		severity = diag.Error
	}
	r.add(g, row.Number, 0, severity, "unknown-table", "认不出这是什么表，没有读，表头是“"+strings.Join(heads[:min(len(heads), 8)], "、")+"”",
		"要导入它，就改列名：评分表的项目要和办法里的一样；是名册，就在标题里写上“名册”；不要，就不必管")
}
