package gazette

import "gongshi/generator/ledger"

// Reward is what points buy, with what is left of it.
type Reward struct {
	*ledger.Reward
	Left int `json:"left,omitzero"` // where it has a stock
}

// None reports whether nothing is left of it.
func (r Reward) None() bool { return r.HasStock && r.Left <= 0 }

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

// Seal is a posted period as it was sealed on a day.
type Seal struct {
	No         int           `json:"no,omitzero"`
	Period     ledger.Period `json:"period,omitzero"`
	Date       ledger.Date   `json:"date,omitzero"`
	Households int           `json:"households,omitzero"`
	Digest     string        `json:"digest,omitzero"`
	Code       string        `json:"code,omitzero"`   // as on paper
	Size       int           `json:"size,omitzero"`   // how many lines it has
	Covers     int           `json:"covers,omitzero"` // how many corrections of its period
	lines      func() []SealLine
}

// Lines returns the lines of the seal as anybody may read them: those of 公示 and 办法, of the
// households that may be shown, then only the digests of the others.
func (s *Seal) Lines() []SealLine { return s.lines() }

// SealLine is one line of a seal, or only its digest if it may not be read.
type SealLine struct{ Of, Salt, Line, Digest string }

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
