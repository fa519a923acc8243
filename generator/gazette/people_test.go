package gazette

import (
	"testing"

	"gongshi/generator/ledger"
	"gongshi/generator/notice"
)

func TestNames(t *testing.T) {
	for _, test := range []struct{ head, masked, family string }{
		{"张三", "张*", "张家"},
		{"张晓明", "张*明", "张家"},
		{"张王晓明", "张**明", "张家"},
		{"张　三", "张*", "张家"},
		{" 李 小 明 ", "李*明", "李家"},
		{"欧阳修", "欧阳*", "欧阳家"},
		{"欧阳晓明", "欧阳*明", "欧阳家"},
		{"欧阳王晓明", "欧阳**明", "欧阳家"},
		{"司马光", "司马*", "司马家"},
		{"诸葛亮", "诸葛*", "诸葛家"},
		{"欧阳", "欧*", "欧家"},
		{"张", "*", "*家"},
		{"", "", ""},
		{"　", "", ""},
		{"阿布都·买买提", "阿*·*", "阿*·*家"},
		{"阿布都•买买提", "阿*·*", "阿*·*家"},
		{"尼玛次仁", "尼**仁", "尼家"},
		{"阿木尔布和", "阿*", "阿*家"},
		{"张三、李四", "张*", "张*家"},
		{"张三（已故）", "张*", "张*家"},
		{"John Smith", "J*", "J*家"},
		{"J", "*", "*家"},
		{"𠅤三", "𠅤*", "𠅤家"},
		{"葛\U000e0100三", "葛\U000e0100*", "葛\U000e0100家"}, // a variant of 葛
	} {
		if got := masked(test.head); got != test.masked {
			t.Errorf("masked(%q) = %q, want %q", test.head, got, test.masked)
		}
		if got := family(test.head); got != test.family {
			t.Errorf("family(%q) = %q, want %q", test.head, got, test.family)
		}
	}
}

// What each choice of [privacy] names shows, with and without consent.
func TestPeople(t *testing.T) {
	const day = ledger.Date(20000)
	var (
		asked   = &ledger.Place{HasConsent: true}
		unasked = &ledger.Place{}
		agreed  = &ledger.Span{Head: "张晓明", Kind: "农户", Consent: day}
		later   = &ledger.Span{Head: "张晓明", Kind: "农户", Consent: day + 1}
		silent  = &ledger.Span{Head: "张晓明", Kind: "农户"}
		shop    = &ledger.Span{Head: "张家商店", Kind: ledger.Organisation}
	)
	for _, test := range []struct {
		about   string
		names   ledger.Names
		consent ledger.Consent
		place   *ledger.Place
		span    *ledger.Span
		name    string
		omitted bool
	}{
		{"masked", ledger.NamesMasked, ledger.ConsentNumber, asked, agreed, "张*明", false},
		{"surname", ledger.NamesSurname, ledger.ConsentNumber, asked, agreed, "张家", false},
		{"full", ledger.NamesFull, ledger.ConsentNumber, asked, agreed, "张晓明", false},
		{"none", ledger.NamesNone, ledger.ConsentNumber, asked, agreed, "", false},
		{"nothing set is masked", "", "", asked, agreed, "张*明", false},
		{"nothing set needs consent", "", "", asked, silent, "", false},
		{"no consent: number", ledger.NamesFull, ledger.ConsentNumber, asked, silent, "", false},
		{"no consent: omit", ledger.NamesFull, ledger.ConsentOmit, asked, silent, "", true},
		{"no consent: ignore", ledger.NamesFull, ledger.ConsentIgnore, asked, silent, "张晓明", false},
		{"consent: omit", ledger.NamesFull, ledger.ConsentOmit, asked, agreed, "张晓明", false},
		{"consent dated after the day", ledger.NamesFull, ledger.ConsentOmit, asked, later, "", true},
		{"no column 同意", ledger.NamesFull, ledger.ConsentOmit, unasked, silent, "张晓明", false},
		{"organisation", ledger.NamesMasked, ledger.ConsentOmit, asked, shop, "张家商店", false},
		{"organisation, none", ledger.NamesNone, ledger.ConsentOmit, asked, shop, "", false},
	} {
		p := People{ledger.Privacy{Names: test.names, Consent: test.consent}, day}
		h := &ledger.Household{Spans: []*ledger.Span{test.span}}
		if got := p.Name(test.place, h, test.span, day); got != test.name {
			t.Errorf("%s: Name = %q, want %q", test.about, got, test.name)
		}
		if got := p.Omitted(test.place, h); got != test.omitted {
			t.Errorf("%s: Omitted = %t, want %t", test.about, got, test.omitted)
		}
	}
}

// Consent is of today: who withdraws is gone from former periods too, who has agreed
// since is named in them, and a row that begins after the day says nothing yet.
func TestConsentOfTheRowThatHolds(t *testing.T) {
	asked := &ledger.Place{HasConsent: true}
	day := ledger.Day(2024, 1, 12)
	agreed, silent := ledger.Day(2022, 5, 1), ledger.Date(0)
	change, future := ledger.Day(2023, 7, 1), ledger.Day(2024, 2, 1)
	for _, test := range []struct {
		about       string
		first, then ledger.Date
		from        ledger.Date
		omitted     bool
	}{
		{"withdrawn", agreed, silent, change, true},
		{"given since", silent, agreed, change, false},
		{"withdrawn from a later day on", agreed, silent, future, false},
	} {
		h := &ledger.Household{Spans: []*ledger.Span{
			{Head: "张晓明", Consent: test.first, Left: test.from - 1},
			{Head: "张晓明", Consent: test.then, Joined: test.from},
		}}
		p := People{ledger.Privacy{Names: ledger.NamesFull, Consent: ledger.ConsentOmit}, day}
		if got := p.Omitted(asked, h); got != test.omitted || (p.Name(asked, h, h.Spans[0], p.Day) == "") != test.omitted {
			t.Errorf("%s: omitted %t", test.about, got)
		}
	}
}

// Who has become head since agrees for himself alone: a former head is named by his own
// consent, and never once the household has none.
func TestConsentOfAFormerHead(t *testing.T) {
	asked := &ledger.Place{HasConsent: true}
	agreed, change := ledger.Day(2022, 5, 1), ledger.Day(2023, 7, 1)
	for _, test := range []struct {
		about       string
		first, then ledger.Date
		former, now string
	}{
		{"only the new head", 0, agreed, "", "李华"},
		{"both", agreed, agreed, "张晓明", "李华"},
		{"only the former head", agreed, 0, "", ""},
	} {
		h := &ledger.Household{Spans: []*ledger.Span{
			{Head: "张晓明", Consent: test.first, Left: change - 1},
			{Head: "李华", Consent: test.then, Joined: change},
		}}
		p := People{ledger.Privacy{Names: ledger.NamesFull}, ledger.Day(2024, 1, 12)}
		if got := p.Name(asked, h, h.Spans[0], p.Day); got != test.former {
			t.Errorf("%s: the former head is %q, want %q", test.about, got, test.former)
		}
		if got := p.Name(asked, h, h.Spans[1], p.Day); got != test.now {
			t.Errorf("%s: today's head is %q, want %q", test.about, got, test.now)
		}
	}
}

// A name goes with its month once the months are over, of a period that is not settled not at all, and
// with the row of a household that has left.
func TestNamesFor(t *testing.T) {
	march := ledger.Period{Cycle: ledger.Month, Year: 2023, Part: 3}
	unasked := &ledger.Place{}
	for _, test := range []struct {
		months int
		day    ledger.Date
		status notice.Status
		want   bool
	}{
		{12, ledger.Day(2024, 3, 31), Final, true},
		{12, ledger.Day(2024, 4, 1), Final, false},
		{12, ledger.Day(2024, 4, 1), Open, true},
		{12, ledger.Day(2026, 4, 1), Disputed, true},
		{0, ledger.Day(2099, 1, 1), Final, true},
	} {
		p := People{ledger.Privacy{Names: ledger.NamesFull, NamesFor: test.months}, test.day}
		if got := p.Named(march, test.status); got != test.want {
			t.Errorf("%d months on %v, %v: named %t", test.months, test.day, test.status, got)
		}
		for _, row := range []struct {
			about string
			span  *ledger.Span
			last  ledger.Date
			want  bool
		}{
			{"of the period", &ledger.Span{Head: "张晓明"}, p.lastNamed(march, test.status), test.want},
			{"of an organisation", &ledger.Span{Head: "张家商店", Kind: ledger.Organisation}, p.lastNamed(march, test.status), true},
			{"of who is there", &ledger.Span{Head: "张晓明"}, p.lastOf(&ledger.Span{}), true},
			{"of who has left", &ledger.Span{Head: "张晓明"}, p.lastOf(&ledger.Span{Left: march.Last()}), test.want},
			{"of who will leave", &ledger.Span{Head: "张晓明"}, p.lastOf(&ledger.Span{Left: test.day + 40}), true},
		} {
			if row.about == "of who has left" && test.status != Final {
				continue // what is not settled has no say there
			}
			if got := p.Name(unasked, &ledger.Household{}, row.span, row.last) != ""; got != row.want {
				t.Errorf("%d months on %v, %v: the name %s: %t", test.months, test.day, test.status, row.about, got)
			}
		}
	}
}

func TestDetails(t *testing.T) {
	march := ledger.Period{Cycle: ledger.Month, Year: 2023, Part: 3}
	for _, test := range []struct {
		keep int
		day  ledger.Date
		want bool
	}{
		{11, ledger.Day(2024, 2, 29), true}, // the last day of the eleventh month after
		{11, ledger.Day(2024, 3, 1), false},
		{24, ledger.Day(2025, 3, 31), true},
		{24, ledger.Day(2025, 4, 1), false},
		{0, ledger.Day(2099, 1, 1), true},
	} {
		p := People{ledger.Privacy{Keep: test.keep}, test.day}
		if got := p.Details(march); got != test.want {
			t.Errorf("keep %d on %v: Details = %t, want %t", test.keep, test.day, got, test.want)
		}
	}
}
