package convert

import (
	"cmp"
	"slices"

	"gongshi/generator/ledger"
)

// holds reports whether a record belongs to the form's period: an event of its days, or one
// that waits for its review since before; a redemption of its days; a correction of it.
func (f *Form) holds(sh *sheet, cells []string) bool {
	switch sh.file {
	case "corrections.csv":
		return sh.cell(cells, "周期") == f.Period.String()
	case "redemptions.csv":
		d, _ := f.site.Date(sh.cell(cells, "日期"))
		return d == 0 || f.Period.First() <= d && d <= f.Period.Last()
	case "events":
		d, _ := f.site.Date(sh.cell(cells, "日期"))
		waits := sh.cell(cells, "审核") == string(ledger.Pending)
		return d == 0 || d <= f.Period.Last() && (f.Period.First() <= d || waits)
	}
	return true
}

// complete adds what people look for beside the records: the heads of households, and in a
// sheet of marks a line for every household that takes part, group by group.
func (f *Form) complete(sh *sheet) {
	id, head, group := sh.at("户号"), sh.at("户主"), sh.at("组")
	if id < 0 {
		return
	}
	if sh.isMarks() {
		f.addHouseholds(sh, id)
	}
	for _, l := range sh.lines {
		span := f.span(l.cells[id])
		if span == nil {
			continue
		}
		if head >= 0 && sh.columns[head].seen {
			l.cells[head] = span.Head
		}
		if group >= 0 && sh.columns[group].seen {
			l.cells[group] = f.groupName(span.Group)
		}
	}
}

// span is what a period reads of a household; nil if it reads nothing.
func (f *Form) span(id string) *ledger.Span {
	if h := f.household(id); h != nil {
		return h.SpanFor(f.Period)
	}
	return nil
}

func (f *Form) addHouseholds(sh *sheet, id int) {
	there := map[*ledger.Household]bool{}
	for _, l := range sh.lines {
		there[f.household(l.cells[id])] = true
	}
	order := map[*ledger.Household]int{}
	for i, h := range f.Place.Households {
		order[h] = i
		if span := h.SpanFor(f.Period); !there[h] && span != nil && span.TakesPart {
			cells := make([]string, len(sh.columns))
			cells[id] = h.ID
			sh.lines = append(sh.lines, line{"", cells})
		}
	}
	slices.SortStableFunc(sh.lines, func(a, b line) int {
		one, other := f.household(a.cells[id]), f.household(b.cells[id])
		return cmp.Or(cmp.Compare(f.groupOrder(a.cells[id]), f.groupOrder(b.cells[id])), cmp.Compare(order[one], order[other]))
	})
}

// groupOrder is the place of a household's group among those of place.toml; others come last.
func (f *Form) groupOrder(id string) int {
	if span := f.span(id); span != nil {
		if i := slices.IndexFunc(f.Place.Groups, func(g *ledger.Group) bool { return g.ID == span.Group }); i >= 0 {
			return i
		}
	}
	return len(f.Place.Groups)
}
