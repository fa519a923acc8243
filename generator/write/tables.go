package write

import (
	"path"
	"strings"

	"gongshi/generator/ledger"
)

// Tables are a place's tables that have anything in them, by their paths below its folder.
func Tables(p *ledger.Place) map[string]*Table {
	all := map[string]*Table{
		"households.csv": households(p), "members.csv": members(p), "seals.csv": Seals(p.Seals), "salts.csv": Salts(p.Salts),
		"corrections.csv": rows("corrections.csv", p.Corrections, func(c *ledger.Correction) []any {
			return []any{c.Date, c.Period, ID(c.ID), c.Target, c.From, c.To, c.Reason, c.Objection, c.DecidedBy}
		}),
		"rewards.csv": rows("rewards.csv", p.Rewards, func(r *ledger.Reward) []any {
			return []any{r.No, r.Name, r.Points, given(r.HasStock, r.Stock), r.Unit, r.Source, r.Note}
		}),
		"redemptions.csv": rows("redemptions.csv", p.Redemptions, func(r *ledger.Redemption) []any {
			return []any{r.Date, ID(r.ID), r.Reward, r.Count, given(r.HasPoints, r.Points)}
		}),
		"tasks.csv": rows("tasks.csv", p.Tasks, func(k *ledger.Task) []any {
			return []any{k.No, k.Category, k.Name, k.Lead, strings.Join(k.Offices, "、"), k.Target, given(k.HasCurrent, k.Current), k.Unit,
				given(k.HasSum, k.Investment), k.Place, k.Due, k.State, k.See, k.Note}
		}),
	}
	for period, s := range p.Sheets {
		all["scores/"+period.String()+".csv"] = sheet("scores", s)
	}
	for period, s := range p.Declared {
		all["declared/"+period.String()+".csv"] = sheet("declared", s)
	}
	for _, e := range p.Events {
		name := "events/" + path.Base(e.File)
		if all[name] == nil {
			all[name] = headed("events", nil)
		}
		all[name].Rows = append(all[name].Rows, []any{e.No, e.Date, ID(e.ID), ID(e.Member), e.Kind, e.Times,
			given(e.HasPoints, e.Points), nil, e.Grounds, nil, nil, nil, e.Review, e.Reviewed})
	}
	for name, t := range all {
		if len(t.Rows) == 0 && path.Dir(name) == "." && !(p.HasMembers && name == "members.csv") {
			delete(all, name)
		}
	}
	return all
}

// rows is a table with a row for each of a list.
func rows[T any](name string, list []T, cells func(T) []any) *Table {
	t := headed(name, nil)
	for _, v := range list {
		t.Rows = append(t.Rows, cells(v))
	}
	return t
}

// given is what is said, or nil.
func given(said bool, v any) any {
	if said {
		return v
	}
	return nil
}

func households(p *ledger.Place) *Table {
	t := headed("households.csv", nil)
	for _, h := range p.Households {
		for _, s := range h.Spans {
			into := s.Into
			if other := p.Household(into); other != nil {
				into = other.ID
			}
			t.Rows = append(t.Rows, []any{h.ID, s.Head, s.Group, s.Kind, s.TakesPart, s.Consent, s.Joined, s.Left,
				given(s.Members > 0, s.Members), given(s.Shares > 0, s.Shares), ID(into)})
		}
	}
	if !p.HasConsent {
		t.leaveOut("同意")
	}
	return t
}

func members(p *ledger.Place) *Table {
	t := headed("members.csv", nil)
	for _, h := range p.Households {
		for _, m := range h.Members {
			t.Rows = append(t.Rows, []any{ID(h.ID), m.ID, nil, m.TakesPart, nil, m.Joined, m.Left})
		}
	}
	return t
}

func sheet(folder string, s *ledger.Sheet) *Table {
	t := headed(folder, s.Items)
	for _, r := range s.Rows {
		row := []any{ID(r.ID)}
		for _, c := range r.Cells {
			row = append(row, c)
		}
		if folder == "declared" {
			row = append(row, r.Proof)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// Seals is seals.csv.
func Seals(list []*ledger.Seal) *Table {
	return rows("seals.csv", list, func(s *ledger.Seal) []any { return []any{s.No, s.Period, s.Date, s.Households, s.Digest} })
}

// Salts is salts.csv.
func Salts(list []*ledger.Salt) *Table {
	return rows("salts.csv", list, func(s *ledger.Salt) []any { return []any{s.No, s.Of, s.Salt, s.Private, s.Digest} })
}
