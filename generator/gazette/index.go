package gazette

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
	for _, d := range p.Distributions {
		d.partOf = make(map[string]Part, len(d.Parts))
		for _, part := range d.Parts {
			d.partOf[part.ID] = part
		}
	}
}

// Balance returns the balance that has a household's points: its own, or that of the household
// into which it was merged, or nil.
func (p *Place) Balance(id string) *Balance { return p.balances[id] }

// RedeemedBy returns a household's redemptions, by date, then line.
func (p *Place) RedeemedBy(id string) []*Redemption { return p.redeemed[id] }

// CorrectionsOf returns the corrections of a household's figures, in the order of the file.
func (p *Place) CorrectionsOf(id string) []*Correction { return p.corrected[id] }
