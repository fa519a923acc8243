package gazette

import (
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
