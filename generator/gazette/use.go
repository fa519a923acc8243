package gazette

import (
	"gongshi/generator/ledger"
)

// Reward is what points buy, with what is left of it.
type Reward struct {
	*ledger.Reward
	Left int // where it has a stock
}

// Balance is what a household has earned, exchanged and left.
type Balance struct {
	ID, Name string
	From     []string // 户号 of those that went on in it and may be shown
	Earned   ledger.Exact
	Redeemed ledger.Points
	Left     ledger.Exact
	Gone     int // redemptions of those that went on in it that are not listed
}

// BalanceSum is the sum of all balances of a place.
type BalanceSum struct {
	Earned, Left ledger.Exact
	Redeemed     ledger.Points
	Count        int
}

// Redemption is points that were exchanged.
type Redemption struct {
	Date     ledger.Date
	ID, Name string
	Reward   string // as the catalogue names it
	Unit     string
	Count    int
	Points   ledger.Points // in all
	At       Source
}

// Seal is a posted period as it was sealed on a day.
type Seal struct {
	No         int
	Period     ledger.Period
	Date       ledger.Date
	Households int
	Digest     string
	Code       string // what stands on paper
	Size       int    // how many lines it has
	lines      func() []SealLine
}

// Lines are the lines of the seal as anybody may read them: those of 公示 and 办法, of the
// households that may be shown, then the bare digests of the others.
func (s *Seal) Lines() []SealLine { return s.lines() }

// SealLine is one line of a seal; of one that may not be read the digest alone.
type SealLine struct{ Of, Salt, Line, Digest string }
