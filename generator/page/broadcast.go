package page

import (
	"gongshi/generator/address"
	"gongshi/generator/broadcast"
	"gongshi/generator/gazette"
)

// Broadcast is <place>/broadcast/<period>.html: what the village reads over its loudspeaker and
// sends to its group about a posted period.
type Broadcast struct {
	PeriodHead
	Script      []gazette.Phrase
	Message     []gazette.Phrase
	ScriptFile  string // the same as text
	MessageFile string
	Notice      string
	Picture     broadcast.Picture // drawn in the browser
	Address     string            // of the notice on the web, absolute; "" where it has none
	Codes       []CheckCode       // as Notice has them
}

func (v *village) broadcast(t *gazette.Table) *Broadcast {
	m := &Broadcast{
		PeriodHead: v.headOfPeriod(t, address.Broadcast(t), "broadcast"),
		Script:     broadcast.Script(t), Message: v.message(t), Picture: broadcast.PictureOf(t),
		Address: v.absolute(address.Notice(t)), Codes: codes(v.place, t.Period),
	}
	m.ScriptFile, m.MessageFile = m.Href(address.Script(t)), m.Href(address.Message(t))
	m.Notice = m.Href(address.Notice(t))
	return m
}

func (v *village) message(t *gazette.Table) []gazette.Phrase {
	return broadcast.Message(t, v.absolute(address.Households(t.Place)))
}

// broadcastLeaves are the pages and texts of a period for those who are on no website; none of
// a draft, which nobody is to be told of.
func (v *village) broadcastLeaves(list *[]leaf, t *gazette.Table) {
	posted := t.State.Published()
	put(list, posted, address.Broadcast(t), func() *Broadcast { return v.broadcast(t) })
	put(list, posted, address.Script(t), func() *broadcast.Text {
		return &broadcast.Text{Path: address.Script(t), Lines: broadcast.Script(t), Aloud: true}
	})
	put(list, posted, address.Message(t), func() *broadcast.Text {
		return &broadcast.Text{Path: address.Message(t), Lines: v.message(t)}
	})
}
