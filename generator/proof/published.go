package proof

import (
	"fmt"
	"iter"

	"gongshi/generator/ledger"
)

// Lines yields the lines of a seal with their salts: of the notice and the rules, of the households
// by 户号, then the facts in the order in which they were sealed. A line is valid until the next
// one, and nil if its text is not public any more.
func (c *Chain) Lines(s *Sealed) iter.Seq2[*Line, *ledger.Salt] {
	return func(yield func(*Line, *ledger.Salt) bool) {
		c.lock.Lock()
		defer c.lock.Unlock()
		salts := c.saltsOf(s.Seal)
		for l := range c.lines(c.edition(s.Seal), c.read().Corrections(s.Period, s.Date)[:s.Corrections]) {
			salt := salts.of(l.Of)
			if !sealedAs(l, salt) {
				panic(fmt.Sprintf("proof: no salt for %s of seal %d", l.Of, s.No)) // holds has found it
			}
			if !yield(l, salt) {
				return
			}
		}
		facts := c.factsBy(s.Seal)
		for _, salt := range c.salts[s.No] {
			if !isFact(salt.Of) {
				continue
			}
			l := facts(salt.Of)
			if l == nil || !sealedAs(l, salt) || l.secret { // honours that have changed, for one
				l = nil
			}
			if !yield(l, salt) {
				return
			}
		}
	}
}

// Text returns a line as it is published with its salt.
func (l *Line) Text(salt *ledger.Salt) string { return string(l.whole(salt.Private)) }
