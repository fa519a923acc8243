package gazette

import (
	"encoding/json"
	"slices"
	"strings"

	"gongshi/generator/ledger"
	"gongshi/generator/proof"
	"gongshi/generator/score"
)

// Whole is all that is published of a place. The site has it only between [Maker.Show] and
// [Maker.Summarise], so that it need not have all places whole at once.
func (m *Maker) Whole(at *ledger.Place, st *score.Standings, pr *proof.Proofs) *Place {
	whole := *m.places[at.Path]
	m.fill(&whole, at, st, pr)
	return &whole
}

// Show puts a whole place into the site.
func (m *Maker) Show(whole *Place) {
	i, _ := slices.BinarySearchFunc(m.Places, whole.Path, func(p *Place, path string) int { return strings.Compare(p.Path, path) })
	m.Places[i] = whole
}

// Summarise reduces a whole place in the site to what pages of other places need: its names and
// rules, its periods with their states and sums, what it owes, its tasks. That is plain data
// without any household, record or seal.
func (m *Maker) Summarise(whole *Place) {
	sum := m.places[whole.Path]
	*sum = *whole
	sum.Tables = nil
	for _, t := range whole.Tables {
		c := *t
		c.Place, c.Rows, c.rows, c.sheet, c.entries, c.Notice = sum, nil, nil, nil, nil, Notice{}
		c.Boards[0].Ranked, c.Boards[1].Ranked = nil, nil
		sum.Tables = append(sum.Tables, &c)
	}
	sum.Households, sum.Merged, sum.Corrections, sum.Zones, sum.Example = nil, nil, nil, nil, nil
	sum.Rewards, sum.Balances, sum.Redemptions, sum.Distributions, sum.Seals = nil, nil, nil, nil, nil
	sum.balances, sum.redeemed, sum.corrected = nil, nil, nil
	m.Show(sum)
}

// keptPlace is a summary, as it is kept from one build to the next.
type keptPlace struct {
	*Place
	InForce string      `json:"in_force,omitzero"`
	Tables  []keptTable `json:"tables,omitzero"`
}

// keptTable is a table of a summary.
type keptTable struct {
	*Table
	Rules     string       `json:"rules"`
	Columns   []columnFile `json:"columns"`
	BoardSums [2]BoardSum  `json:"board_sums"`
}

// Keep returns the summary of a place as a text from which [Maker.Resume] makes it again.
func (m *Maker) Keep(path string) ([]byte, error) {
	p := m.places[path]
	all := keptPlace{Place: p}
	if p.InForce != nil {
		all.InForce = p.InForce.File
	}
	for _, t := range p.Tables {
		sums := [2]BoardSum{t.Boards[0].Sum, t.Boards[1].Sum}
		all.Tables = append(all.Tables, keptTable{t, t.Scheme.File, t.columns(), sums})
	}
	return json.Marshal(all)
}

// Resume puts a summary into the site that [Maker.Keep] has kept of the same place, by the same
// rules.
func (m *Maker) Resume(path string, text []byte) error {
	sum := m.places[path]
	p := *sum // with what [Begin] knows: its rules, and the places above and below it
	all := keptPlace{Place: &p}
	if err := json.Unmarshal(text, &all); err != nil {
		return err
	}
	rules := make(map[string]*Scheme, len(m.schemes))
	for _, s := range m.schemes {
		rules[s.File] = s
	}
	p.InForce = rules[all.InForce]
	for _, k := range all.Tables {
		t := k.Table
		t.Place, t.Scheme = sum, rules[k.Rules]
		t.Boards[0].Sum, t.Boards[1].Sum = k.BoardSums[0], k.BoardSums[1]
		if err := t.find(k.Columns, rules); err != nil {
			return err
		}
		p.Tables = append(p.Tables, t)
	}
	*sum = p
	m.Show(sum)
	return nil
}
