package oracle

import (
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing/fstest"
	"time"

	"gongshi/generator/ledger"
)

// RandomSite is a small, complete and valid site, the same for the same seed: one to
// three places, one or two versions of the rules (sometimes a village's own besides),
// up to three years of sheets, events, corrections, notices and objections. It is
// pinned to a day among its notices, so that every state occurs.
//
// The site is first made as a Book (random_*.go), then written as files (write.go),
// in the several ways in which a clerk may write them.
func RandomSite(seed uint64) fstest.MapFS {
	m := newMaker(seed)
	return m.write(m.randomBook())
}

// Sites is how many random sites a test looks at: some, or with GONGSHI_SITES=all, as .ci/run has it, all.
func Sites(some, all uint64) uint64 { return Thorough(some, all, all) }

// Thorough is the same for a test that takes long: with GONGSHI_SITES=thorough, and -timeout 60m, it looks at the
// last number of them.
func Thorough(some, all, thorough uint64) uint64 {
	switch os.Getenv("GONGSHI_SITES") {
	case "all":
		return all
	case "thorough":
		return thorough
	}
	return some
}

// Day is the day to which a site's config.toml is pinned; 0 if it is not.
func Day(site fstest.MapFS) ledger.Date {
	_, date, _ := strings.Cut(string(site["config.toml"].Data), "date = ")
	day, _ := ledger.ParseDate(date[:min(len(date), len(time.DateOnly))])
	return day
}

// maker throws the dice.
type maker struct {
	*rand.Rand
	book        *ledger.Book
	first, last ledger.Period // the months with which the records begin and end
}

func newMaker(seed uint64) *maker {
	return &maker{Rand: rand.New(rand.NewPCG(seed, 0x676f6e67736869))}
}

// chance is true in so many of a hundred cases.
func (m *maker) chance(percent int) bool { return m.IntN(100) < percent }

// between is a number from low to high, both included.
func (m *maker) between(low, high int) int { return low + m.IntN(high-low+1) }

// one picks one of several; naming one twice makes it twice as likely.
func one[T any](m *maker, of ...T) T { return of[m.IntN(len(of))] }

func (m *maker) points(of ...float64) ledger.Points {
	return ledger.Points(one(m, of...)*100 + 0.5)
}

// dayIn is a day of the records, often one at the edge of a month, quarter or year.
func (m *maker) dayIn() ledger.Date {
	d := m.first.First() + ledger.Date(m.IntN(int(m.last.Last()-m.first.First())+1))
	p := ledger.PeriodOf(one(m, ledger.Month, ledger.Month, ledger.Quarter, ledger.Year), d)
	return one(m, d, d, p.First(), p.First()+1, p.Last())
}

func (m *maker) randomBook() *ledger.Book {
	m.book = &ledger.Book{Calendars: map[int]*ledger.Calendar{}}
	year := m.between(2021, 2023)
	m.first = ledger.Period{Cycle: ledger.Month, Year: year, Part: one(m, 1, 1, m.between(1, 10))}
	m.last = m.first
	for n := m.between(2, 20); n > 0 || m.chance(60) && m.last.Part != 12; n-- {
		m.last = m.last.Next()
	}
	m.calendars()
	m.places()
	m.schemes()
	for _, p := range m.book.Places {
		if len(p.Children) == 0 || m.chance(20) {
			m.households(p)
			m.notices(p)
			m.sheets(p)
			m.events(p)
			m.corrections(p)
			m.distributions(p)
		}
	}
	m.config()
	return m.book
}

// config pins the site to a day about one on which something happened, most often a late one.
func (m *maker) config() {
	days := []ledger.Date{m.last.Last() + 20}
	for _, p := range m.book.Places {
		for _, n := range m.posted(p) {
			days = append(days, n.Posted)
			for _, o := range n.Objections {
				days = append(days, o.Received, max(o.Decided, n.Posted))
			}
		}
		for _, c := range p.Corrections {
			days = append(days, c.Date)
		}
		for _, d := range p.Distributions {
			days = append(days, d.Date+10, d.Date+30)
		}
		for _, e := range p.Events {
			if e.Reviewed > e.Date+5 {
				days = append(days, e.Reviewed-3)
			}
		}
	}
	slices.Sort(days)
	i := m.IntN(len(days))
	if m.chance(80) { // so that something is in force
		i = max(i, m.IntN(len(days)))
	}
	day := days[i] + ledger.Date(m.between(-2, 6))
	if m.chance(15) {
		day = m.last.Last() + 60
	}
	m.book.Config = ledger.Config{
		Title: "随机村积分公示", Date: day, ScreenTop: one(m, 0, 5, 30),
		Privacy: ledger.Privacy{
			Names:    one(m, ledger.NamesMasked, ledger.NamesSurname, ledger.NamesFull, ledger.NamesNone),
			Consent:  one(m, ledger.ConsentNumber, ledger.ConsentOmit, ledger.ConsentIgnore),
			Keep:     one(m, 0, 12, 24),
			NamesFor: one(m, 0, 0, 3, 12),
		},
	}
}

// calendars lists rest days, with working weekends to make up for them.
func (m *maker) calendars() {
	for year := m.first.Year - 1; year <= m.last.Year+2; year++ {
		c := &ledger.Calendar{Year: year, Rest: map[ledger.Date]bool{}, Work: map[ledger.Date]bool{}}
		for range m.between(2, 8) {
			d := ledger.Day(year, time.January, m.between(1, 350))
			for range m.between(1, 8) {
				c.Rest[d] = true
				d++
			}
		}
		for range m.between(0, 12) {
			d := ledger.Day(year, time.January, m.between(1, 360))
			for d.Weekday() != time.Saturday && d.Weekday() != time.Sunday {
				d++
			}
			if !c.Rest[d] && d.Year() == year {
				c.Work[d] = true
			}
		}
		m.book.Calendars[year] = c
	}
}
