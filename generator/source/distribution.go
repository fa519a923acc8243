package source

import (
	"strconv"

	"gongshi/generator/ledger"
)

// yearOf returns the year in a file's name without its ending, and false if it is none.
func yearOf(name string) (int, bool) {
	year, err := strconv.Atoi(name)
	return year, err == nil && len(name) == 4 && 1900 <= year && year <= 2199
}

// readDistribution reads distributions/<year>.toml. The book does not get a file that is not
// TOML.
func readDistribution(f *file, p *ledger.Place, name string) {
	year, _ := yearOf(name) // no other name is read
	d := &ledger.Distribution{Year: year}
	if readTOML(f, d, (*section).distribution) {
		p.Distributions[year] = d
	}
}

func (s *section) distribution(d *ledger.Distribution) {
	*d = ledger.Distribution{
		Section: s.Section, Year: d.Year,
		Title: s.text("title"), Amount: s.yuan("amount"), ShareWeight: s.part("share_weight"),
		Date: s.date("date"), Adopted: s.adopted(),
	}
	s.done("amount", "share_weight", "date")
}

func (s *section) yuan(key string) ledger.Points {
	p, _ := unquotedValue(s, key, aNumber, "", func(v any, n *node) (ledger.Points, *trouble) {
		p, bad := tomlNumber(v, n, parseYuan)
		if bad == nil && p <= 0 {
			bad = constraintError("写一共分多少元", "应大于 0")
		}
		return p, bad
	})
	return p
}

// part reads what part of a whole something is, from 0 to 1.
func (s *section) part(key string) ledger.Exact {
	e, _ := unquotedValue(s, key, aPart, "", func(v any, n *node) (ledger.Exact, *trouble) {
		e, bad := tomlNumber(v, n, parseExact)
		whole := ledger.Point.Exact()
		switch hundredth := e.Div(100); {
		case bad != nil:
		case e.Cmp(ledger.Exact{}) < 0 || hundredth.Cmp(whole) > 0:
			bad = constraintError("写像 0.6 这样的数", "应在 0 到 1 之间")
		case e.Cmp(whole) > 0:
			bad = constraintError("如果是 "+e.String()+"%，写成 "+hundredth.String(), "应在 0 到 1 之间")
		}
		return e, bad
	})
	return e
}
