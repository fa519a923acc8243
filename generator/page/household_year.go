package page

import (
	"slices"
	"strings"

	"gongshi/generator/account"
	"gongshi/generator/address"
	"gongshi/generator/figure"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/rules"
)

// HouseholdYear is <place>/h/<year>/<户号>.html: all periods of a household's year in one table.
type HouseholdYear struct {
	Head
	ID, Name    string
	Year        int
	Others      []YearLink // its other years, latest first
	Columns     figure.Columns
	Periods     []YearPeriod // in order
	Sheet       []YearCategory
	Standards   []account.Item // what full marks need of the items that lacked something
	Gone        bool           // the details of some period have left the site (config.toml, keep)
	Merged      bool           // some items are published only together
	Rounded     bool           // some parts of a total, as shown, do not add up to it
	Governed    []rules.Link   // the versions that governed its periods
	Objections  []Objection
	Corrections []Correction
	Honours     []Honour
	Redeemed    []Redeemed
	Parts       []DistributionPart
}

// YearLink leads to a household's page of a year.
type YearLink struct {
	Year    int
	Href    string
	Periods []PeriodLink // some of the year that the page leads to by themselves
}

// YearPeriod is one column of the table.
type YearPeriod struct {
	Standing
	Anchor    string         // its id on the page
	Sum       []SumPart      // of what 合计 is made up
	Lacking   []account.Item // what full marks would need, the most first
	Short     string         // … together; "" where it is scaled
	Events    []account.Entry
	Uncounted []PeriodState // that 累计 has not taken
}

// SumPart is a figure that a total adds, or takes off.
type SumPart struct {
	Name  gazette.Phrase
	Text  string // without its sign
	Minus bool
}

// YearCategory is one category of the sheets of a year, with its items.
type YearCategory struct {
	Name    string
	Figures []figure.Figure // beside Periods; without a Key where the period does not have it
	Items   []YearItem
}

// YearItem is one item in all periods of a year.
type YearItem struct {
	Name  gazette.Phrase
	Full  string
	Cells []YearCell // beside Periods
}

// YearCell is what an item gave in one period; "" where it was not assessed.
type YearCell struct {
	Was, Given string // Was is "" where it was not corrected
}

// yearsOf are the years in which the household id is in a published table, latest first.
func (v *village) yearsOf(id string) []int {
	var list []int
	for _, t := range slices.Backward(v.place.Tables) {
		if t.Row(id) != nil && !slices.Contains(list, t.Period.Year) {
			list = append(list, t.Period.Year)
		}
	}
	return list
}

// yearLinks lead from a page to those of the household's years, but one.
func (v *village) yearLinks(h *Head, id string, but int) []YearLink {
	var list []YearLink
	for _, year := range v.yearsOf(id) {
		if year != but {
			list = append(list, YearLink{Year: year, Href: h.Href(address.HouseholdYear(v.place, year, id))})
		}
	}
	return list
}

// formerPeriods is how many periods a household's page leads to by themselves.
const formerPeriods = 12

// addFormer adds to the years of a page their latest periods before those that the page tells itself.
func addFormer(m *Household, tables []*gazette.Table) {
	left := formerPeriods
	for _, t := range slices.Backward(tables) {
		told := slices.ContainsFunc(m.Leads, func(p HouseholdPeriod) bool { return p.Period == t.Period })
		if t.Row(m.ID) == nil || told || left == 0 {
			continue
		}
		left--
		for i := range m.Years {
			if y := &m.Years[i]; y.Year == t.Period.Year {
				y.Periods = append(y.Periods, PeriodLink{t.Period, y.Href + "#" + address.PeriodAnchor(t.Period)})
			}
		}
	}
}

func (v *village) householdYear(h gazette.Household, year int) *HouseholdYear {
	id := h.ID
	tables := slices.DeleteFunc(slices.Clone(v.place.Tables), func(t *gazette.Table) bool {
		return t.Period.Year != year || t.Row(id) == nil
	})
	head := v.personal(v.headOf(v.place, address.HouseholdYear(v.place, year, id), "year"))
	name := v.nameIn(id, tables)
	head.Crumbs = append(head.Crumbs, Crumb{Name: id + " " + name, Href: head.Href(address.Household(v.place, id))})
	m := &HouseholdYear{Head: head, ID: id, Name: name, Year: year}
	m.Others = v.yearLinks(&m.Head, id, year)
	m.Periods = make([]YearPeriod, 0, len(tables))
	for _, t := range tables {
		v.addPeriod(m, t, len(tables))
	}
	m.Objections, m.Corrections = v.disputesIn(&m.Head, id, tables)
	m.Honours = slices.DeleteFunc(v.honoursOf(&m.Head, id), func(h Honour) bool { return h.Period.Year != year })
	if p := purse(&m.Head, v.place, h); p != nil {
		m.Redeemed = slices.DeleteFunc(p.Redeemed, func(r Redeemed) bool { y, _, _ := r.Date.Civil(); return y != year })
	}
	m.Parts = slices.DeleteFunc(parts(&m.Head, v.place, id), func(p DistributionPart) bool { return p.Year != year })
	m.Changed = changedFor(v.place, tables)
	return m
}

// nameIn is the household's name on a page about some tables: none if they name nobody any more.
func (v *village) nameIn(id string, tables []*gazette.Table) string {
	_, r := v.place.LatestOf(id)
	if !r.Organisation && !slices.ContainsFunc(tables, func(t *gazette.Table) bool { return !t.Unnamed }) {
		return ""
	}
	return r.Name
}

// addPeriod adds a column of n.
func (v *village) addPeriod(m *HouseholdYear, t *gazette.Table, n int) {
	r, w := t.Row(m.ID), v.ways(&m.Head)
	p := YearPeriod{Standing: v.standing(&m.Head, t, r), Anchor: address.PeriodAnchor(t.Period)}
	col := len(m.Periods)
	p.Sum, p.Events, p.Uncounted = sumParts(t, r), account.OwnEntries(t, r, w), v.uncounted(&m.Head, t, m.ID)
	for i, c := range t.Categories {
		m.category(gazette.CategoryColumn(t.Categories, c), n).Figures[col] = p.Figures.Categories[i]
	}
	if sheet := account.SheetOf(t, r, w); sheet != nil {
		p.Lacking, p.Short = sheet.Lacking, sheet.Short
		m.addStandards(sheet.Lacking)
		for _, c := range sheet.Categories {
			m.addItems(c, col, n)
			m.Merged = m.Merged || slices.ContainsFunc(c.Items, func(item account.Item) bool { return item.Merged })
		}
	}
	own := figure.ColumnsOf(t)
	m.Columns.Events, m.Columns.Average = m.Columns.Events || own.Events, m.Columns.Average || own.Average
	m.Columns.Lifetime = own.Lifetime
	m.Gone, m.Rounded = m.Gone || !t.Kept, m.Rounded || figure.Unsummed(r)
	m.Periods = append(m.Periods, p)
	if !slices.Contains(m.Governed, p.Rules) {
		m.Governed = append(m.Governed, p.Rules)
	}
}

// Lacks reports whether something of the year is not full.
func (m *HouseholdYear) Lacks() bool {
	return slices.ContainsFunc(m.Periods, func(p YearPeriod) bool { return len(p.Lacking) > 0 })
}

// addStandards adds what is not told yet of what full marks need.
func (m *HouseholdYear) addStandards(items []account.Item) {
	for _, item := range items {
		same := func(other account.Item) bool {
			return other.Name.Text == item.Name.Text && other.Standard == item.Standard
		}
		if item.Standard != "" && !slices.ContainsFunc(m.Standards, same) {
			m.Standards = append(m.Standards, item)
		}
	}
}

// category is the category of a name, which is added where there is none yet.
func (m *HouseholdYear) category(name string, n int) *YearCategory {
	i := slices.IndexFunc(m.Sheet, func(c YearCategory) bool { return c.Name == name })
	if i < 0 {
		i, m.Sheet = len(m.Sheet), append(m.Sheet, YearCategory{Name: name, Figures: make([]figure.Figure, n)})
	}
	return &m.Sheet[i]
}

// addItems adds what the items of a category gave in one period.
func (m *HouseholdYear) addItems(c account.CategorySheet, col, n int) {
	name := c.Name
	if c.Sum.Key != "" { // its column tells apart two that have one name
		name = c.Sum.Key[strings.LastIndex(c.Sum.Key, "/")+1:]
	}
	rows := m.category(name, n)
	for _, item := range c.Items {
		same := func(r YearItem) bool {
			return r.Name.Text == item.Name.Text && r.Name.Key == item.Name.Key && r.Full == item.Full && r.Cells[col].Given == ""
		}
		i := slices.IndexFunc(rows.Items, same)
		if i < 0 {
			i, rows.Items = len(rows.Items), append(rows.Items, YearItem{item.Name, item.Full, make([]YearCell, n)})
		}
		cell := YearCell{Given: item.Given}
		if len(item.Old) > 0 {
			cell.Was = item.Old[0].Value()
		}
		rows.Items[i].Cells[col] = cell
	}
}

// sumParts are the figures of which r's 合计 in t is made up, without those that are nought.
func sumParts(t *gazette.Table, r *gazette.Row) []SumPart {
	var list []SumPart
	add := func(name gazette.Phrase, p ledger.Points) {
		if p != 0 {
			list = append(list, SumPart{name, max(p, -p).Text(t.Scheme.Decimals), p < 0})
		}
	}
	for i, c := range t.Categories {
		add(gazette.Phrase{Text: c.Name}, r.Shown.Categories[i])
	}
	add(gazette.Phrase{Key: "column." + gazette.ColumnAdditions}, r.Shown.Additions)
	add(gazette.Phrase{Key: "column." + gazette.ColumnDeductions}, r.Shown.Deductions)
	return list
}
