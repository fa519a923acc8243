package proof

import (
	"fmt"

	"gongshi/generator/ledger"
)

// Published is a line of a seal as anybody may read it.
type Published struct {
	Of                 string            // 户号, or the name of what else it tells
	Household          *ledger.Household // whose it is; nil for everybody's
	In                 ledger.Period     // by which it leaves the site, if it is a household's
	Secret             bool              // its text is not public any more
	Salt, Line, Digest string
}

// Lines returns the lines of a seal: of the notice and the rules, of the households by 户号, then
// the facts in the order in which they were sealed.
func (c *Chain) Lines(s *Sealed) []Published {
	c.lock.Lock()
	defer c.lock.Unlock()
	salts := c.saltsOf(s.Seal)
	list := make([]Published, 0, s.Lines)
	add := func(l *Line) {
		salt := salts.of(l.Of)
		if salt == nil || !sealedAs(l, salt) {
			panic(fmt.Sprintf("proof: no salt for %s of seal %d", l.Of, s.No)) // holds has found it
		}
		list = append(list, Published{l.Of, l.Household, l.In, l.secret, salt.Salt, string(l.whole(salt.Private)), salt.Digest})
	}
	for l := range c.lines(c.edition(s.Seal), c.read().Corrections(s.Period, s.Date)[:s.Corrections]) {
		add(l)
	}
	facts := c.factsBy(s.Seal)
	for _, salt := range c.salts[s.No] {
		if isFact(salt.Of) {
			if l := facts(salt.Of); l == nil || !sealedAs(l, salt) { // honours that have changed
				list = append(list, Published{Of: salt.Of, Secret: true, Digest: salt.Digest})
				continue
			}
			add(facts(salt.Of))
		}
	}
	return list
}
