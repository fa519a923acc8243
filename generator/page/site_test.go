package page

import (
	"slices"
	"strings"
	"testing"

	"gongshi/generator/account"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/proof"
	"gongshi/generator/score"
)

// publicOf is what is published of a book on a day, with what is not posted yet or without.
func publicOf(book *ledger.Book, day ledger.Date, drafts bool) (*gazette.Site, Options) {
	standings, _ := score.Of(book, notice.AsOf(book, day, drafts))
	proofs, _ := proof.Of(book, proof.Options{Day: day})
	public := gazette.Of(book, standings, proofs, gazette.Choices{Day: day, Drafts: drafts, Still: true})
	return public, Options{}
}

// built are the pages of a book on a day, by address.
func built(t *testing.T, book *ledger.Book, day ledger.Date, place string) map[string]Page {
	t.Helper()
	public, opt := publicOf(book, day, false)
	opt.Place = place
	pages := Site(public, opt)
	if list := Clashes(public); len(list) > 0 {
		t.Errorf("diagnostics: %v", list)
	}
	all := make(map[string]Page)
	for p := range pages {
		if all[p.At()] != nil {
			t.Errorf("%s is made twice", p.At())
		}
		all[p.At()] = p
	}
	return all
}

func page[T Page](t *testing.T, all map[string]Page, address string) T {
	t.Helper()
	p, ok := all[address].(T)
	if !ok {
		t.Fatalf("%s is a %T", address, all[address])
	}
	return p
}

// What a page may link to is what the site makes, and nothing else.
func TestHasIsWhatTheSiteMakes(t *testing.T) {
	book := fixture()
	book.Articles = []*ledger.Article{{Path: "help/a"}, {Path: "zhen/cun/rules"}}
	book.Images = []ledger.Image{{Path: "help/a.png"}}
	all := built(t, book, fixtureDay, "")
	has := NewLookup(publicOf(book, fixtureDay, false)).Has
	for address := range all {
		if address != "404.html" && !has(address) {
			t.Errorf("it denies %s", address)
		}
	}
	for _, address := range []string{
		"help/b.html", "zhen/index.html", "zhen/cun/2023-03.html", "zhen/cun/h/009.html", "zhen/cun/h/001",
		"zhen/cun/honours/2023-02.html", "zhen/cun/data/2023-03.csv", "zhen/cun/notices/2022-12.html", "x.html",
	} {
		if all[address] != nil || has(address) {
			t.Errorf("it has %s", address)
		}
	}
}

// Every page stands where the plan says, below its place at an address that no article may take.
func TestPagesStandWhereThePlanSays(t *testing.T) {
	book := fixture()
	book.Config.SourceURL = "https://example.com/{file}"
	public, opt := publicOf(book, fixtureDay, false)
	s := &site{public, opt}
	all := [][]leaf{s.ownLeaves(), s.contentLeaves()}
	for _, p := range public.Places {
		all = append(all, s.village(p).leaves())
	}
	count := 0
	for _, list := range all {
		for _, l := range list {
			if count++; l.make().At() != l.path {
				t.Errorf("%s stands at %s", l.path, l.make().At())
			}
			if s.placeOf(l.path) != nil && !s.isOurs(l.path) {
				t.Errorf("%s: an article may take it: name its folder in ledger.PageFolders", l.path)
			}
		}
	}
	for _, name := range []string{"zones.html", "Rewards.html", "tasks.html", "progress.html", "feed.xml", "calendar.ics", "checkpoint", "2023-q1.html", "reports/x"} {
		if !s.isOurs("zhen/cun/" + name) {
			t.Errorf("%s: an article may take it: put it in plan.go, there or not", name)
		}
	}
	if count < 35 {
		t.Errorf("only %d pages", count)
	}
}

func TestOnePlaceAlone(t *testing.T) {
	for address := range built(t, fixture(), fixtureDay, "zhen/cun") {
		if !strings.HasPrefix(address, "zhen/cun/") {
			t.Errorf("%s lies outside", address)
		}
	}
	if n := len(built(t, fixture(), fixtureDay, "zhen/c")); n != 0 {
		t.Errorf("%d pages of a place that is not there", n)
	}
}

// A household without consent is on no page where the site leaves such out, and its
// rank is still counted.
func TestOmittedHouseholdsStandNowhere(t *testing.T) {
	book := fixture()
	book.Config.Privacy.Consent = ledger.ConsentOmit
	all := built(t, book, fixtureDay, "")
	for _, id := range []string{"002", "003"} {
		if all["zhen/cun/h/"+id+".html"] != nil {
			t.Errorf("%s has a page", id)
		}
	}
	p := page[*Period](t, all, "zhen/cun/2023-01.html")
	if b := p.Boards[0]; b.Omitted != 2 || len(b.Rows) != 2 || b.Rows[1].Figures.Rank.Text != "2" && b.Rows[1].Figures.Rank.Text != "3" {
		t.Errorf("board: %d omitted, rows %v", b.Omitted, b.Rows)
	}
	n := page[*Notice](t, all, "zhen/cun/notices/2023-01.html")
	for _, o := range n.Objections {
		if o.ID == "002" {
			t.Errorf("objection %s names 002", o.No)
		}
	}
	if n.Withheld != 2 {
		t.Errorf("withheld: %d", n.Withheld)
	}
}

func TestHouseholdShowsWhatThePublicMayRead(t *testing.T) {
	book := fixture()
	delete(book.Places[0].Notices, february)
	h := page[*Household](t, built(t, book, fixtureDay, ""), "zhen/cun/h/001.html")
	if len(h.Leads) != 1 || len(h.Others) != 0 || h.Leads[0].Sheet.Period != january {
		t.Fatalf("leads: %v, others: %v", h.Leads, h.Others)
	}
	items := make(map[string]account.Item)
	for _, c := range h.Leads[0].Sheet.Categories {
		for _, i := range c.Items {
			items[c.Name+"/"+i.Name.String()] = i
			if i.Name.String() == "孝老爱亲" || i.Name.String() == "邻里和睦" || i.Name.String() == "读书" || i.Standard != "" && c.Name == "团结友爱" {
				t.Errorf("a sensitive item shows: %v", i)
			}
		}
	}
	yard := items["人居环境/庭院"]
	if len(yard.Old) != 1 || yard.Old[0].Value() != "14" || yard.Old[0].Reason != "看错" || yard.Given != "15" {
		t.Errorf("庭院: %+v", yard)
	}
	for name, i := range items {
		if strings.HasPrefix(name, "团结友爱/") && (len(i.Old) != 1 || i.Old[0].Reason != "") {
			t.Errorf("%s: %+v", name, i)
		}
	}
	var names []string
	for _, e := range h.Leads[0].Events.Rows {
		names = append(names, e.No+e.Name.String())
		if e.No == "e2" && (e.Heading.String() != "其他" || e.Grounds != "" || e.Old[0].Reason != "") {
			t.Errorf("a sensitive event tells: %+v", e)
		}
		if e.No == "e3" && e.Grounds != "" {
			t.Errorf("a deduction tells its grounds: %+v", e)
		}
	}
	if want := []string{"e2其他", "e1好人好事", "e3乱扔垃圾", "e4乱扔垃圾"}; !slices.Equal(names, want) {
		t.Errorf("events: %v", names)
	}
	for _, s := range h.Leads[0].Derivation {
		for _, term := range s.Terms {
			if strings.Contains(term.Label.String(), "邻里") || strings.Contains(term.Label.String(), "被举报") {
				t.Errorf("the derivation tells %q", term.Label)
			}
		}
	}
}

// After keep months details leave the site; the sums stay.
func TestDetailsLeave(t *testing.T) {
	book := fixture()
	book.Config.Privacy.Keep = 1
	h := page[*Household](t, built(t, book, ledger.Day(2023, 5, 1), ""), "zhen/cun/h/001.html")
	lead := h.Leads[0]
	if !lead.Gone || lead.Sheet != nil || lead.Events != nil || lead.Derivation != nil {
		t.Errorf("details stay: %+v", h)
	}
	if lead.Figures.Total.Text == "" || len(h.Years) != 1 {
		t.Errorf("the sums are gone: %+v", lead)
	}
}

func TestHonoursAreProposedOnTheNoticeAlone(t *testing.T) {
	all := built(t, fixture(), fixtureDay, "")
	if all["zhen/cun/honours/2023-02.html"] != nil {
		t.Error("honours that are not final have a page")
	}
	open := page[*Notice](t, all, "zhen/cun/notices/2023-02.html")
	if len(open.Proposed) != 1 || open.Honours != "" {
		t.Errorf("proposed: %v, link %q", open.Proposed, open.Honours)
	}
	for address, p := range all {
		if h, ok := p.(*Household); ok {
			for _, honour := range h.Honours {
				if honour.Period == february {
					t.Errorf("%s holds %s already", address, honour.Level)
				}
			}
		}
	}
}

// Only pages that change with the day say which day it is.
func TestTheDayStandsWhereItMatters(t *testing.T) {
	for address, p := range built(t, fixture(), fixtureDay, "") {
		h, ok := p.(HTML)
		if !ok {
			continue
		}
		waits := strings.HasSuffix(address, "notices/2023-01.html") // an objection to it, for so many days
		still := !waits && strings.Contains(address, "2023-01") || strings.HasSuffix(address, "rules.html") ||
			strings.Contains(address, "/data/") || h.Top().Kind == "form" || h.Top().Kind == "form across" || address == "404.html" || address == "zhen/cun/h/index.html"
		if got := h.Top().Day != 0; got == still {
			t.Errorf("%s: says the day: %v", address, got)
		}
	}
}

func TestClashes(t *testing.T) {
	book := fixture()
	book.Articles = []*ledger.Article{{Path: "index"}, {Path: "zhen/cun/rules"}, {Path: "zhen/cun/2023-01"}, {Path: "zhen/cun/about"}}
	book.Images = []ledger.Image{{Path: "zhen/cun/data/2023-01.csv"}, {Path: "zhen/cun/map.png"}}
	list := Clashes(gazette.Outline(book, gazette.Choices{}))
	if len(list) != 3 {
		t.Errorf("clashes: %v", list)
	}
}
