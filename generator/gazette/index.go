package gazette

// uses are what one household's points were used for, and what of them was corrected.
type uses struct {
	balance     *Balance
	redemptions []*Redemption
	corrections []*Correction
}

// index finds by 户号 what concerns a household.
func (p *Place) index() {
	p.of = make(map[string]*uses)
	for _, b := range p.Balances {
		p.usesOf(b.ID).balance = b
	}
	for _, b := range p.Balances {
		for _, from := range b.From {
			if u := p.usesOf(from); u.balance == nil {
				u.balance = b
			}
		}
	}
	for _, r := range p.Redemptions {
		u := p.usesOf(r.ID)
		u.redemptions = append(u.redemptions, r)
	}
	for _, c := range p.Corrections {
		u := p.usesOf(c.ID)
		u.corrections = append(u.corrections, c)
	}
	for _, d := range p.Distributions {
		d.partOf = make(map[string]Part, len(d.Parts))
		for _, part := range d.Parts {
			d.partOf[part.ID] = part
		}
	}
}

func (p *Place) usesOf(id string) *uses {
	if p.of[id] == nil {
		p.of[id] = &uses{}
	}
	return p.of[id]
}

// told returns what is known of the use of a household's points.
func (p *Place) told(id string) uses {
	if u := p.of[id]; u != nil {
		return *u
	}
	return uses{}
}

// Balance returns the balance that has a household's points: its own, or that of the household
// into which it was merged, or nil.
func (p *Place) Balance(id string) *Balance { return p.told(id).balance }

// RedeemedBy returns a household's redemptions, by date, then line.
func (p *Place) RedeemedBy(id string) []*Redemption { return p.told(id).redemptions }

// CorrectionsOf returns the corrections of a household's figures, in the order of the file.
func (p *Place) CorrectionsOf(id string) []*Correction { return p.told(id).corrections }
