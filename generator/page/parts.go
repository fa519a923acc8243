package page

import (
	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// groups are the averages of the households' board by group, in the order of place.toml.
// A place with a single group has none to compare.
func (v *village) groups(t *score.Table) []Part {
	var order []string
	values := make(map[string][]ledger.Points)
	for _, g := range t.Place.Groups {
		order = append(order, g.ID)
	}
	for _, r := range v.listed(t, 0) {
		id := r.Span.Group
		if _, seen := values[id]; !seen && t.Place.Group(id) == nil {
			order = append(order, id)
		}
		p, _ := t.Ranking(r)
		values[id] = append(values[id], p)
	}
	var parts []Part
	for _, id := range order {
		if list := values[id]; len(list) > 0 {
			st := statsOf(list, rankingDecimals(t))
			parts = append(parts, Part{Name: groupName(t.Place, id), Households: st.n, Mean: st.meanText()})
		}
	}
	if len(parts) < 2 {
		return nil
	}
	return parts
}

// categories are the averages of the households' board by category.
func (v *village) categories(t *score.Table) []Part {
	parts := make([]Part, 0, len(t.Categories))
	rows := v.listed(t, 0)
	for i, c := range t.Categories {
		values := make([]ledger.Points, len(rows))
		for k, r := range rows {
			values[k] = r.Shown.Categories[i]
		}
		st := statsOf(values, t.Scheme.Decimals)
		part := Part{Name: categoryColumn(t, c), Households: st.n, Mean: st.meanText()}
		if full := fullOf(t, c); full > 0 && st.n > 0 {
			part.Full = full.String()
			part.Percent = st.mean.Exact().MulDiv(100*int64(ledger.Point), int64(full)).Round(1).Text(1)
		}
		parts = append(parts, part)
	}
	return parts
}

// fullOf is what c gives at most in t; 0 where that is not one number, since a year sums
// its periods.
func fullOf(t *score.Table, c *ledger.Category) ledger.Points {
	if t.Period.Cycle == ledger.Year && c.Combine == ledger.Sum {
		return 0
	}
	return c.FullMarks()
}
