package gazette

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"gongshi/generator/ledger"
)

// Reward is what points buy, with what is left of it.
type Reward struct {
	*ledger.Reward
	Left int `json:"left,omitzero"` // where it has a stock
}

// Balance is what a household has earned, exchanged and left.
type Balance struct {
	ID       string        `json:"id,omitzero"`
	Name     string        `json:"name,omitzero"`
	From     []string      `json:"from,omitzero"` // 户号 of those that were merged into it and may be shown
	Earned   ledger.Exact  `json:"earned,omitzero"`
	Redeemed ledger.Points `json:"redeemed,omitzero"`
	Left     ledger.Exact  `json:"left,omitzero"`
	Gone     int           `json:"gone,omitzero"` // unlisted redemptions of those that were merged into it
}

// BalanceSum is the sum of all balances of a place.
type BalanceSum struct {
	Earned   ledger.Exact  `json:"earned,omitzero"`
	Left     ledger.Exact  `json:"left,omitzero"`
	Redeemed ledger.Points `json:"redeemed,omitzero"`
	Count    int           `json:"count,omitzero"`
}

// Redemption is points that were exchanged.
type Redemption struct {
	Date   ledger.Date   `json:"date,omitzero"`
	ID     string        `json:"id,omitzero"`
	Name   string        `json:"name,omitzero"`
	Reward string        `json:"reward,omitzero"` // as the catalogue names it
	Unit   string        `json:"unit,omitzero"`
	Count  int           `json:"count,omitzero"`
	Points ledger.Points `json:"points,omitzero"` // in all
	At     Source        `json:"at,omitzero"`
}

// index finds by 户号 what concerns a household.
func (p *Place) index() {
	p.balances = make(map[string]*Balance)
	p.redeemed, p.corrected = make(map[string][]*Redemption), make(map[string][]*Correction)
	for _, b := range p.Balances {
		p.balances[b.ID] = b
	}
	for _, b := range p.Balances {
		for _, from := range b.From {
			if p.balances[from] == nil {
				p.balances[from] = b
			}
		}
	}
	for _, r := range p.Redemptions {
		p.redeemed[r.ID] = append(p.redeemed[r.ID], r)
	}
	for _, c := range p.Corrections {
		p.corrected[c.ID] = append(p.corrected[c.ID], c)
	}
}

// Balance returns the balance that has a household's points: its own, or that of the household
// into which it was merged, or nil.
func (p *Place) Balance(id string) *Balance { return p.balances[id] }

// RedeemedBy returns a household's redemptions, by date, then line.
func (p *Place) RedeemedBy(id string) []*Redemption { return p.redeemed[id] }

// CorrectionsOf returns the corrections of a household's figures, in the order of the file.
func (p *Place) CorrectionsOf(id string) []*Correction { return p.corrected[id] }

// Distribution is a sum of money that was shared out (formats.md,
// "distributions/<year>.toml").
type Distribution struct {
	*ledger.Distribution
	Periods    Periods       `json:"periods,omitzero"`    // whose points it uses, in order
	Shares     ledger.Points `json:"shares,omitzero"`     // of all
	Points     ledger.Exact  `json:"points,omitzero"`     // of all, none below 0
	Households int           `json:"households,omitzero"` // listed or not
	Parts      []*Part       `json:"parts,omitzero"`      // that may be shown, by 户号
	Changed    Change        `json:"changed,omitzero"`    // its source files
}

// Part is what one household gets.
type Part struct {
	ID     string        `json:"id,omitzero"`
	Name   string        `json:"name,omitzero"`
	Shares ledger.Points `json:"shares,omitzero"`
	Points ledger.Exact  `json:"points,omitzero"`
	Amount ledger.Points `json:"amount,omitzero"` // yuan, in fen
	Exact  ledger.Exact  `json:"exact,omitzero"`  // the formula's result
}

// Part returns a household's part, or nil if it has none.
func (d *Distribution) Part(id string) *Part {
	i, found := slices.BinarySearchFunc(d.Parts, id, func(p *Part, id string) int { return strings.Compare(p.ID, id) })
	if !found {
		return nil
	}
	return d.Parts[i]
}

// Counts returns the points that the formula uses: not below 0.
func (p *Part) Counts() ledger.Exact { return p.Points.NotBelowZero() }

// Formula prints a part's own calculation, such as 20000 × (0.6 × 5 ÷ 100 + 0.4 × 36 ÷ 720),
// without what the weight excludes.
func (d *Distribution) Formula(p *Part) string {
	shares := fmt.Sprintf("%s ÷ %s", p.Shares, d.Shares)
	points := fmt.Sprintf("%s ÷ %s", bracketed(p.Counts()), bracketed(d.Points))
	switch rest := d.PointsWeight(); {
	case d.ShareWeight.IsZero():
		return fmt.Sprintf("%s × %s", d.Amount, points)
	case rest.IsZero():
		return fmt.Sprintf("%s × %s", d.Amount, shares)
	default:
		return fmt.Sprintf("%s × (%s × %s + %s × %s)", d.Amount, d.ShareWeight, shares, rest, points)
	}
}

// bracketed prints an exact figure, a fraction in brackets.
func bracketed(e ledger.Exact) string {
	text := Number(e)
	if strings.Contains(text, "÷") {
		return "(" + text + ")"
	}
	return text
}

// Decimal prints the formula's result, cut off after four fraction digits; more reports that
// there are others.
func (p *Part) Decimal() (text string, more bool) {
	const digits = 10_000
	r := p.Exact.Rat()
	scaled := new(big.Rat).Mul(r, big.NewRat(digits, 1))
	whole := new(big.Int).Quo(scaled.Num(), scaled.Denom())
	cut := new(big.Rat).SetFrac(whole, big.NewInt(digits))
	if cut.Cmp(r) == 0 {
		return p.Exact.String(), false
	}
	return cut.FloatString(4), true
}
