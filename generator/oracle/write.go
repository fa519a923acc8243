package oracle

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing/fstest"

	"gongshi/generator/ledger"
	"gongshi/generator/write"
)

// write is a Book as the files of a site.
func (m *maker) write(book *ledger.Book) fstest.MapFS {
	site := fstest.MapFS{}
	put := func(path, text string) { site[path] = &fstest.MapFile{Data: []byte(text), Mode: 0o644} }
	put("config.toml", configFile(book.Config))
	for year, c := range book.Calendars {
		put(fmt.Sprintf("data/calendar/%d.toml", year), calendarFile(c))
	}
	for _, p := range book.Places {
		at := "data/" + p.Path + "/"
		put(at+"place.toml", placeFile(p))
		for _, s := range p.Schemes {
			put(at+"scheme/"+s.Name+".toml", schemeFile(s))
		}
		for period, n := range p.Notices {
			put(at+"notices/"+period.String()+".toml", noticeFile(p, n))
		}
		for year, d := range p.Distributions {
			put(fmt.Sprintf("%sdistributions/%d.toml", at, year), distributionFile(d))
		}
		files := m.between(1, 3) // over which the events are spread
		for i, e := range p.Events {
			e.File = fmt.Sprintf("part-%d.csv", i%files)
		}
		tables := write.Tables(p)
		for _, name := range slices.Sorted(maps.Keys(tables)) {
			sheet := strings.HasPrefix(name, "scores/") || strings.HasPrefix(name, "declared/")
			put(at+name, m.csv(tables[name], sheet && !m.strict()))
		}
	}
	return site
}

// strict reports whether any rules ask for every mark.
func (m *maker) strict() bool {
	return slices.ContainsFunc(m.book.Places, func(p *ledger.Place) bool {
		return slices.ContainsFunc(p.Schemes, func(s *ledger.Scheme) bool { return s.Missing == ledger.MissingError })
	})
}

// toml is a file in the making.
type toml struct{ strings.Builder }

// key writes a key, unless it is left out.
func (t *toml) key(name string, given bool, value any) {
	if !given {
		return
	}
	t.WriteString(name + " = " + write.Value(value) + "\n")
}

func (t *toml) table(name string) { fmt.Fprintf(t, "\n%s\n", name) }

func configFile(c ledger.Config) string {
	var t toml
	t.key("title", true, c.Title)
	t.key("date", true, c.Date)
	t.key("screen_top", true, c.ScreenTop)
	t.table("[privacy]")
	t.key("names", true, c.Privacy.Names)
	t.key("consent", true, c.Privacy.Consent)
	t.key("keep", true, c.Privacy.Keep)
	return t.String()
}

func calendarFile(c *ledger.Calendar) string {
	var t toml
	list := func(name string, days map[ledger.Date]bool) {
		t.key(name, true, slices.DeleteFunc(slices.Sorted(maps.Keys(days)), func(d ledger.Date) bool { return d.Year() != c.Year }))
	}
	list("rest", c.Rest)
	list("work", c.Work)
	return t.String()
}

func placeFile(p *ledger.Place) string {
	var t toml
	set := func(key string) bool { _, ok := p.Keys[key]; return ok }
	t.key("name", true, p.Name)
	t.key("kind", true, p.Kind)
	t.key("joined", set("joined"), p.Joined)
	t.table("[publicity]")
	t.key("days", set("publicity.days"), p.Publicity.Days)
	count, first := "calendar", "next"
	if p.Publicity.Working {
		count = "working"
	}
	if p.Publicity.SameDay {
		first = "same"
	}
	t.key("count", set("publicity.count"), count)
	t.key("first_day", set("publicity.first_day"), first)
	t.key("rest_day_end", set("publicity.rest_day_end"), p.Publicity.RestDayEnd)
	t.key("restart", set("publicity.restart"), p.Publicity.Restart)
	for _, g := range p.Groups {
		t.table("[[group]]")
		t.key("id", true, g.ID)
		t.key("name", true, g.Name)
	}
	return t.String()
}

func schemeFile(s *ledger.Scheme) string {
	var t toml
	carry, rank := "year", "total"
	if s.Lifetime {
		carry = "lifetime"
	}
	if s.ByAverage {
		rank = "average"
	}
	t.key("title", true, s.Title)
	t.key("effective", true, s.Effective)
	t.key("cycle", s.Cycle != shortest(s), s.Cycle.String())
	t.key("carry", s.Lifetime, carry)
	t.key("rank_by", s.ByAverage, rank)
	t.key("decimals", s.Decimals != 0, s.Decimals)
	t.key("base", s.HasBase, s.Base)
	t.key("missing", s.Missing != ledger.MissingError, s.Missing)
	t.key("not_applicable", s.NotApplicable != ledger.NotApplicableFull, s.NotApplicable)
	for _, c := range s.Categories {
		t.table("[[category]]")
		t.key("id", true, c.ID)
		t.key("name", true, c.Name)
		t.key("cycle", true, c.Cycle.String())
		t.key("combine", c.Combine != ledger.Sum, c.Combine)
		t.key("base", c.HasBase, c.Base)
		for _, i := range c.Items {
			t.table("[[category.item]]")
			t.key("id", true, i.ID)
			t.key("name", true, i.Name)
			t.key("points", true, i.Points)
			t.key("sensitive", i.Sensitive, true)
		}
	}
	for _, k := range s.Events {
		eventTable(&t, k)
	}
	if s.Honours != nil {
		honoursTable(&t, s.Honours)
	}
	return t.String()
}

// shortest of the categories is the cycle of events where the file leaves it out.
func shortest(s *ledger.Scheme) ledger.Cycle {
	least := ledger.Cycle(0)
	for _, c := range s.Categories {
		if least == 0 || c.Cycle < least {
			least = c.Cycle
		}
	}
	return least
}

func eventTable(t *toml, k *ledger.EventKind) {
	t.table("[[event]]")
	t.key("id", true, k.ID)
	t.key("name", true, k.Name)
	t.key("category", k.Category != "", k.Category)
	t.key("points", !k.Ranged, k.Points)
	t.key("range", k.Ranged, []ledger.Points{k.From, k.To})
	t.key("max_per_month", k.HasMaxMonth, k.MaxPerMonth)
	t.key("max_per_year", k.HasMaxYear, k.MaxPerYear)
	t.key("approval", k.Approval, true)
	t.key("sensitive", k.Sensitive, true)
	t.key("veto", k.Veto, true)
}

func honoursTable(t *toml, h *ledger.Honours) {
	t.table("[honours]")
	t.key("cycle", true, h.Cycle.String())
	t.key("rounding", true, h.Rounding)
	ties := "in"
	if h.TiesOut {
		ties = "out"
	}
	t.key("ties", true, ties)
	for _, l := range h.Levels {
		t.table("[[honours.level]]")
		t.key("name", true, l.Name)
		t.key("top", l.HasTop, l.Top)
		t.key("count", l.HasCount, l.Count)
		t.key("min", l.HasMin, l.Min)
		t.key("floor", l.FloorBase, "base")
		t.key("floor", l.HasFloor, l.Floor)
		t.key("reward", true, l.Reward)
	}
}

func noticeFile(p *ledger.Place, n *ledger.Notice) string {
	var t toml
	t.key("posted", n.Posted != 0, n.Posted)
	t.key("title", n.Title != "", n.Title)
	for _, o := range n.Objections {
		t.table("[[objection]]")
		t.key("no", true, o.No)
		t.key("received", true, o.Received)
		t.key("household", true, p.Household(o.Household).ID)
		t.key("about", true, o.About)
		t.key("text", true, "不公开")
		t.key("decided", o.Decided != 0, o.Decided)
		t.key("outcome", o.Decided != 0, o.Outcome)
		t.key("answer", o.Decided != 0, o.Answer)
	}
	return t.String()
}
