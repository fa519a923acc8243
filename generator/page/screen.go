package page

import (
	"gongshi/generator/address"
	"gongshi/generator/screen"
)

// Screen is <place>/screen.html: the latest period on slides, for a projector in a meeting.
type Screen struct {
	PeriodHead
	Also []PeriodState // other periods that are open or disputed
	screen.Deck
	Back string // the village's front page
}

func (v *village) screen() *Screen {
	p := v.place
	t := p.Latest()
	m := &Screen{
		PeriodHead: v.headOfPeriod(t, address.Screen(p), "screen"),
		Deck:       screen.Of(p, v.public.Config.ScreenTop, v.public.Drafts, v.absolute(address.Place(p))),
		Back:       "index.html",
	}
	m.Also = v.unsettledBeside(&m.Head, t, anyTable)
	return m
}
