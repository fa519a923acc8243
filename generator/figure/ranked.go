package figure

import (
	"gongshi/generator/address"
	"gongshi/generator/gazette"
)

// Standing is how a household stands in one period.
type Standing struct {
	Figures          Figures
	Tied             bool   // it shares its rank
	Provisional      bool   // 合计 depends on a period that is not final
	CarryProvisional bool   // so does 累计
	Corrected        bool   // one of its own figures in this period was corrected
	Was              string // the former 合计; "" if it was the same, or is not known
}

// StandingOf returns that of r in t.
func StandingOf(t *gazette.Table, r *gazette.Row) Standing {
	return Standing{Of(t, r), r.Tied, r.Provisional, r.CarryProvisional, r.Corrected, Was(t, r)}
}

// Ranked is one line of a board.
type Ranked struct {
	ID, Name, Href string
	Standing
	New      bool // it is not in the period before
	Up, Down int  // by how many ranks since the period before
}

// RankedOf returns the line of r on a page from which its place's folder is at here.
func RankedOf(here string, t, before *gazette.Table, r *gazette.Row) Ranked {
	m := Ranked{
		ID: r.ID, Name: r.Name, Href: here + address.Escape(address.HouseholdFile(r.ID)), Standing: StandingOf(t, r),
	}
	if before != nil {
		m.New, m.Up, m.Down = Moved(before.Row(r.ID), r)
	}
	return m
}

// Moved compares a row's rank with that of the same household in the period before.
func Moved(was, is *gazette.Row) (isNew bool, up, down int) {
	if was == nil || was.Organisation != is.Organisation {
		return true, 0, 0
	}
	return false, max(was.Rank-is.Rank, 0), max(is.Rank-was.Rank, 0)
}

// Was returns a row's 合计 before its own figures were corrected, or "" if that shows the same, is
// not known, or has left the site with the details.
func Was(t *gazette.Table, r *gazette.Row) string {
	if r.Was == nil {
		return ""
	}
	return r.Was.Text(t.Scheme.Decimals)
}
