package gazette

import (
	"slices"
	"strings"
	"time"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/origin"
	"gongshi/generator/proof"
	"gongshi/generator/score"
)

// Choices are the options of one build.
type Choices struct {
	Day     ledger.Date
	Zone    *time.Location
	Drafts  bool
	Still   bool
	History *origin.History // nil if not known
	Own     bool            // for the clerk only: nobody is omitted, and all details are kept
}

// Outline returns the gazette of a book whose data have errors: its places, articles and images,
// for checking links and addresses.
func Outline(b *ledger.Book, c Choices) *Site {
	s := Begin(b, "", c).Site
	s.Outline = true
	return s
}

// Of returns what is published of a book.
func Of(b *ledger.Book, st *score.Standings, pr *proof.Proofs, c Choices) *Site {
	m := Begin(b, pr.Key, c)
	for _, p := range b.Places {
		m.fill(m.places[p.Path], p, st, pr)
	}
	return m.Site
}

// Maker makes what is published of a book, one place after the other, or several at a time.
type Maker struct {
	*Site
	history *origin.History
	own     bool
	people  People
	places  map[string]*Place // by path
	schemes map[*ledger.Scheme]*Scheme
}

// Begin prepares what a place needs to know of others before any of them is filled: their paths
// and their rules. key is the public key of the checkpoints' signatures.
func Begin(b *ledger.Book, key string, c Choices) *Maker {
	privacy := b.Config.Privacy
	if c.Own {
		privacy = ledger.Privacy{Consent: ledger.ConsentIgnore}
	}
	m := &Maker{
		history: c.History, own: c.Own, people: People{privacy, c.Day},
		places: make(map[string]*Place), schemes: make(map[*ledger.Scheme]*Scheme),
	}
	m.Site = &Site{
		Config: public(b.Config), Day: c.Day, Zone: c.Zone, Drafts: c.Drafts, Still: c.Still, Key: key,
		Images: b.Images, Build: buildOf(c.History), line: m.line,
	}
	for _, a := range b.Articles {
		m.Articles = append(m.Articles, &Article{a, m.history.Last(a.File)})
	}
	for _, p := range b.Places {
		m.Places = append(m.Places, m.begin(p))
	}
	return m
}

// public returns the configuration without the places of its keys.
func public(c ledger.Config) ledger.Config {
	c.Section = ledger.Section{}
	return c
}

func buildOf(h *origin.History) Build {
	if h == nil {
		return Build{Why: string(origin.NotAsked)}
	}
	return Build{Head: h.Head, Why: string(h.Why), Shallow: h.Shallow, Uncommitted: h.Uncommitted}
}

// at returns a place in the clerk's files, with its column only for the clerk.
func (m *Maker) at(p diag.Position) Source {
	s := sourceOf(p)
	if m.own {
		s.Column = p.Column
	}
	return s
}

func (m *Maker) line(at Source) (origin.Line, bool) { return m.history.Line(at.File, int(at.Line)) }

// begin returns a place with its rules, so that those below may inherit them.
func (m *Maker) begin(p *ledger.Place) *Place {
	g := &Place{
		Path: p.Path, Name: p.Name, Kind: p.Kind, Joined: p.Joined, Stage: p.Stage,
		Contact: p.Contact, Publicity: p.Publicity,
	}
	if p.Parent != nil {
		g.Parent = m.places[p.Parent.Path]
		g.Parent.Children = append(g.Parent.Children, g)
	}
	for _, group := range p.Groups {
		g.Groups = append(g.Groups, &Group{group.ID, group.Name, group.Panel, group.Assesses})
	}
	for _, s := range p.Schemes {
		g.Schemes = append(g.Schemes, m.scheme(s, g))
	}
	m.places[p.Path] = g
	return g
}

// scheme returns a version of the rules without the rest of its place.
func (m *Maker) scheme(s *ledger.Scheme, of *Place) *Scheme {
	alone := *s
	alone.Place = nil
	m.schemes[s] = &Scheme{&alone, of, m.history.Last(s.File)}
	return m.schemes[s]
}

// fill adds what depends on the records of a place.
func (m *Maker) fill(g *Place, at *ledger.Place, st *score.Standings, pr *proof.Proofs) {
	p, chain := st.Of(at), pr.Of(at)
	g.Keeps, g.Grouped, g.Count = at.Kind == "village" || len(at.Households) > 0, grouped(at), len(at.Households)
	g.Tasks, g.Duties, g.Checkpoint = at.Tasks, st.States.Duties(at), chain.CheckpointText()
	g.InForce = m.schemes[at.SchemeFor(ledger.PeriodOf(ledger.Month, m.Day))]
	m.merged(g, at)
	for _, t := range p.Tables {
		g.Tables = append(g.Tables, m.table(g, p, t, chain))
	}
	if g.Keeps {
		g.Zones = m.zones(p)
	}
	m.corrections(g, p)
	m.use(g, p)
	m.households(g, p)
	m.seals(g, chain)
	g.Example = m.example(p)
	g.Changes = m.changes(at, len(g.Seals) > 0)
}

// merged adds who was merged into whom up to the day, which is needed to add up a lifetime or a
// balance.
func (m *Maker) merged(g *Place, p *ledger.Place) {
	for _, h := range p.Households {
		for _, s := range h.Spans {
			into := p.Household(s.Into)
			switch {
			case s.Into == "" || into == nil || s.Left == 0 || s.Left > m.Day:
			case m.people.Omitted(p, h) || m.people.Omitted(p, into):
				g.MergedWithheld++
			default:
				g.Merged = append(g.Merged, &Merged{h.ID, s.Left, into.ID})
			}
		}
	}
}

// zones compares the groups with the rules of the latest table, or else those in force.
func (m *Maker) zones(p *score.Place) []GroupZone {
	rules, period := p.SchemeFor(ledger.PeriodOf(ledger.Month, m.Day)), ledger.Period{}
	if t := p.Latest(); t != nil {
		rules, period = t.Scheme, t.Period
	}
	if rules == nil {
		rules = &ledger.Scheme{}
	}
	return p.Zones(rules, period)
}

// example returns the worked example that the place names, or nil while its figures may change,
// and after the household or its records are no longer public.
func (m *Maker) example(p *score.Place) *Example {
	e := p.Example
	if e == nil || !m.people.Details(e.Period) {
		return nil
	}
	t := p.Table(e.Period)
	if t == nil || t.State.Status != notice.Final {
		return nil
	}
	r := t.Row(p.Household(e.Household))
	if r == nil || r.Provisional || r.CarryProvisional || m.people.Omitted(p.Place, r.Household) {
		return nil
	}
	return &Example{r.Household.ID, e.Period}
}

func (m *Maker) seals(g *Place, c *proof.Chain) {
	for _, s := range c.Seals {
		g.Seals = append(g.Seals, &Seal{
			No: s.No, Period: s.Period, Date: s.Date, Households: s.Households, Digest: s.Digest,
			Code: proof.Code(s.Digest), Size: s.Lines, Covers: s.Corrections, lines: func() []SealLine { return m.sealLines(c, s) },
		})
	}
}

// sealLines returns the lines of a seal that may be read, in order, then only the digests of the
// others, sorted, so that their order reveals nothing.
func (m *Maker) sealLines(c *proof.Chain, s *proof.Sealed) []SealLine {
	var open, bare []SealLine
	for l, salt := range c.Lines(s) {
		if l == nil || l.Household != nil && (!m.people.Details(l.In) || m.people.Omitted(c.Place, l.Household)) {
			bare = append(bare, SealLine{Digest: salt.Digest})
		} else {
			open = append(open, SealLine{l.Of, salt.Salt, l.Text(salt), salt.Digest})
		}
	}
	slices.SortFunc(bare, func(a, b SealLine) int { return strings.Compare(a.Digest, b.Digest) })
	return append(open, bare...)
}

func (m *Maker) changes(p *ledger.Place, sealed bool) PlaceChanges {
	c := PlaceChanges{
		Folder: m.history.Last("data/" + p.Path), Own: m.history.Last(p.File), Households: m.history.Last(householdsFile(p)),
	}
	if len(p.Tasks) > 0 {
		c.Tasks = m.history.Last(p.Tasks[0].File)
	}
	if sealed {
		c.Seals = m.history.Last("data/" + p.Path + "/seals.csv")
	}
	return c
}

// householdsFile returns where p's households are listed, or "".
func householdsFile(p *ledger.Place) string {
	for _, h := range p.Households {
		for _, s := range h.Spans {
			return s.File
		}
	}
	return ""
}

// grouped reports whether some household of p belongs to a group, or could.
func grouped(p *ledger.Place) bool {
	return len(p.Groups) > 0 || slices.ContainsFunc(p.Households, func(h *ledger.Household) bool {
		return slices.ContainsFunc(h.Spans, func(s *ledger.Span) bool { return s.Group != "" })
	})
}
