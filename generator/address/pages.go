package address

import (
	"strconv"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// The names of what can be subscribed to, of the site and of a place.
const (
	FeedFile     = "feed.xml"
	CalendarFile = "calendar.ics"
)

// The pages of a place, beside those of its periods and households.

func Place(p *gazette.Place) string         { return p.Path + "/index.html" }
func Rules(p *gazette.Place) string         { return p.Path + "/rules.html" }
func Tasks(p *gazette.Place) string         { return p.Path + "/tasks.html" }
func Rewards(p *gazette.Place) string       { return p.Path + "/rewards.html" }
func Zones(p *gazette.Place) string         { return p.Path + "/zones.html" }
func Organisations(p *gazette.Place) string { return p.Path + "/organisations.html" }
func Proofs(p *gazette.Place) string        { return p.Path + "/proofs.html" }
func Checkpoint(p *gazette.Place) string    { return p.Path + "/checkpoint" }
func Screen(p *gazette.Place) string        { return p.Path + "/screen.html" }
func Feed(p *gazette.Place) string          { return p.Path + "/" + FeedFile }
func Calendar(p *gazette.Place) string      { return p.Path + "/" + CalendarFile }
func Notices(p *gazette.Place) string       { return p.Path + "/notices/index.html" }
func Households(p *gazette.Place) string    { return p.Path + "/h/index.html" }
func List(p *gazette.Place) string          { return p.Path + "/h/list.js" }
func Progress(p *gazette.Place) string      { return p.Path + "/progress.html" }
func Papers(p *gazette.Place) string        { return Form(p, "index") }
func DataIndex(p *gazette.Place) string     { return Data(p, "index.html") }

// Data returns the path of a file of the place's open data.
func Data(p *gazette.Place, file string) string { return p.DataPath(file) }

// Report returns the address of the report of a quarter.
func Report(p *gazette.Place, quarter ledger.Period) string {
	return p.Path + "/reports/" + quarter.String() + ".html"
}

// Form returns the address of one of the papers of a place, by its name.
func Form(p *gazette.Place, name string) string { return p.Path + "/papers/" + name + ".html" }

// HouseholdFile returns a household's page, relative to its place's folder.
func HouseholdFile(id string) string { return "h/" + id + ".html" }

// Household returns the page of a household.
func Household(p *gazette.Place, id string) string { return p.Path + "/" + HouseholdFile(id) }

// HouseholdYear returns the page of a household's year. No 户号 is in the way of the year's folder:
// the page of a household has .html in its name.
func HouseholdYear(p *gazette.Place, year int, id string) string {
	return p.Path + "/h/" + strconv.Itoa(year) + "/" + id + ".html"
}

// PeriodAnchor returns the id of a period's column on the page of a household's year.
func PeriodAnchor(period ledger.Period) string { return "p" + period.String() }

// Distribution returns the page of what was shared out for a year.
func Distribution(p *gazette.Place, year int) string {
	return p.Path + "/distribution/" + strconv.Itoa(year) + ".html"
}

// NoticeAt returns the notice of a period.
func NoticeAt(p *gazette.Place, period ledger.Period) string {
	return p.Path + "/notices/" + period.String() + ".html"
}

// The pages of a period, what is read aloud and sent of it, and its table of open data.

func Period(t *gazette.Table) string { return t.Place.Path + "/" + t.Period.String() + ".html" }
func Notice(t *gazette.Table) string { return NoticeAt(t.Place, t.Period) }
func Honours(t *gazette.Table) string {
	return t.Place.Path + "/honours/" + t.Period.String() + ".html"
}
func Broadcast(t *gazette.Table) string { return ofBroadcast(t, ".html") }
func Script(t *gazette.Table) string    { return ofBroadcast(t, ".txt") }
func Message(t *gazette.Table) string   { return ofBroadcast(t, "-wechat.txt") }
func ofBroadcast(t *gazette.Table, rest string) string {
	return t.Place.Path + "/broadcast/" + t.Period.String() + rest
}
func CSV(t *gazette.Table) string { return t.DataPath("") }

// HonoursCSV returns the table of a period's honours.
func HonoursCSV(t *gazette.Table) string { return t.DataPath(gazette.OfHonours) }

// SealScript returns what was sealed, for scripts.
func SealScript(p *gazette.Place, s *gazette.Seal) string {
	return p.Path + "/seals/" + strconv.Itoa(s.No) + ".js"
}
