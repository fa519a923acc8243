package oracle

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing/fstest"

	"gongshi/generator/ledger"
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
		for _, period := range inOrder(maps.Keys(p.Notices)) {
			put(at+"notices/"+period.String()+".toml", noticeFile(p, p.Notices[period]))
		}
		for _, period := range inOrder(maps.Keys(p.Sheets)) {
			put(at+"scores/"+period.String()+".csv", m.sheetFile(p.Sheets[period]))
		}
		for _, period := range inOrder(maps.Keys(p.Declared)) {
			put(at+"declared/"+period.String()+".csv", m.sheetFile(p.Declared[period]))
		}
		if len(p.Households) > 0 {
			put(at+"households.csv", m.householdsFile(p))
		}
		if p.HasMembers {
			put(at+"members.csv", m.membersFile(p))
		}
		for name, text := range m.eventFiles(p) {
			put(at+"events/"+name+".csv", text)
		}
		for year, d := range p.Distributions {
			put(fmt.Sprintf("%sdistributions/%d.toml", at, year), distributionFile(d))
		}
		if len(p.Corrections) > 0 {
			put(at+"corrections.csv", m.correctionsFile(p))
		}
	}
	return site
}

// inOrder are a map's periods in their order.
func inOrder(periods func(func(ledger.Period) bool)) []ledger.Period {
	return slices.SortedFunc(periods, ledger.Period.Compare)
}

// toml is a file in the making.
type toml struct{ strings.Builder }

// key writes a key, unless it is left out.
func (t *toml) key(name string, given bool, value any) {
	if !given {
		return
	}
	switch v := value.(type) {
	case string:
		fmt.Fprintf(t, "%s = %q\n", name, v)
	case []string:
		fmt.Fprintf(t, "%s = [", name)
		for _, s := range v {
			fmt.Fprintf(t, "%q, ", s)
		}
		t.WriteString("]\n")
	default: // dates, points, numbers, yes and no
		fmt.Fprintf(t, "%s = %v\n", name, v)
	}
}

func (t *toml) table(name string) { fmt.Fprintf(t, "\n%s\n", name) }

func configFile(c ledger.Config) string {
	var t toml
	t.key("title", true, c.Title)
	t.key("date", true, c.Date)
	t.key("screen_top", true, c.ScreenTop)
	t.table("[privacy]")
	t.key("names", true, string(c.Privacy.Names))
	t.key("consent", true, string(c.Privacy.Consent))
	t.key("keep", true, c.Privacy.Keep)
	return t.String()
}

func calendarFile(c *ledger.Calendar) string {
	var t toml
	list := func(name string, days map[ledger.Date]bool) {
		fmt.Fprintf(&t, "%s = [\n", name)
		for _, d := range slices.Sorted(maps.Keys(days)) {
			if d.Year() == c.Year {
				fmt.Fprintf(&t, "  %s,\n", d)
			}
		}
		t.WriteString("]\n")
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
	t.key("rest_day_end", set("publicity.rest_day_end"), string(p.Publicity.RestDayEnd))
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
	t.key("missing", s.Missing != ledger.MissingError, string(s.Missing))
	t.key("not_applicable", s.NotApplicable != ledger.NotApplicableFull, string(s.NotApplicable))
	for _, c := range s.Categories {
		t.table("[[category]]")
		t.key("id", true, c.ID)
		t.key("name", true, c.Name)
		t.key("cycle", true, c.Cycle.String())
		t.key("combine", c.Combine != ledger.Sum, string(c.Combine))
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
	t.key("range", k.Ranged, ledgerRange{k.From, k.To})
	t.key("max_per_month", k.HasMaxMonth, k.MaxPerMonth)
	t.key("max_per_year", k.HasMaxYear, k.MaxPerYear)
	t.key("approval", k.Approval, true)
	t.key("sensitive", k.Sensitive, true)
	t.key("veto", k.Veto, true)
}

type ledgerRange struct{ from, to ledger.Points }

func (r ledgerRange) String() string { return fmt.Sprintf("[%v, %v]", r.from, r.to) }

func honoursTable(t *toml, h *ledger.Honours) {
	t.table("[honours]")
	t.key("cycle", true, h.Cycle.String())
	t.key("rounding", true, string(h.Rounding))
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
