package start

import (
	"cmp"
	"path"
	"time"

	"gongshi/generator/disk"
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
)

// Days are those of a notice; 0 where one is not decided. Reported is when it was reported to
// the town, once its days are over.
type Days struct{ Visited, Met, Posted, Reported ledger.Date }

// Propose are likely days of a period's notice, as of a day: the visit on the last working day
// of the period, the meeting on the first after it, the posting on the next, but none before the day
// on which the notice is made.
func Propose(period ledger.Period, day ledger.Date, cals notice.Calendars) Days {
	var d Days
	for d.Visited = period.Last(); !cals.Working(d.Visited) && d.Visited > period.First(); d.Visited-- {
	}
	d.Met = workingFrom(period.Last()+1, cals)
	d.Posted = workingFrom(max(d.Met+1, day), cals)
	return d
}

func workingFrom(day ledger.Date, cals notice.Calendars) ledger.Date {
	for !cals.Working(day) || rests(day) {
		day++
	}
	return day
}

// rests reports whether a day rests by law in every year, also one that is not announced yet.
func rests(day ledger.Date) bool {
	_, month, d := day.Civil()
	return d == 1 && (month == time.January || month == time.May) || d <= 3 && month == time.October
}

// line is a date of the notice: in force if it was decided, else a proposal in a comment.
type line struct {
	Key   string
	Day   ledger.Date
	Given bool
}

func lineOf(key string, decided, proposed ledger.Date) *line {
	return &line{key, cmp.Or(decided, proposed), decided != 0}
}

// Notice is a period's notice. A day that is not decided is only proposed, so that nothing is
// published on a day that nobody chose.
func Notice(p *ledger.Place, period ledger.Period, decided, proposed Days) (disk.File, error) {
	if err := lawless(p, period); err != nil {
		return disk.File{}, err
	}
	var visited *line
	if assessed(p.SchemeFor(period), period.Cycle) {
		visited = lineOf("visited", decided.Visited, proposed.Visited)
	}
	posted := lineOf("posted", decided.Posted, proposed.Posted)
	return text(path.Join("data", p.Path, "notices", period.String()+".toml"), map[string]any{
		"Title": p.Name + " " + period.String(), "Posted": posted, "Visited": visited,
		"Met": lineOf("date", decided.Met, proposed.Met), "Supervisor": p.Contact.Supervisor,
		"Place": p.Path, "Period": period,
	}, "notice.toml"), nil
}
