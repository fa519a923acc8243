package broadcast

import (
	"strings"

	"gongshi/generator/figure"
	"gongshi/generator/gazette"
)

// mostNames is how many households a message names: it is read on a phone, in passing.
const mostNames = 12

// Message is what is sent to the village's group about t, a line each; address is that of the
// page where everybody finds the own household, "" where the site does not know it.
func Message(t *gazette.Table, address string) []gazette.Phrase {
	list := []gazette.Phrase{line("title", t.Place.Name, t.Period)}
	list = append(append(list, about(t)...), until(t))
	if address != "" {
		list = append(list, line("address", address))
	}
	list = append(list, line("board"))
	return append(list, ways(t.Place.Contact)...)
}

// about are the sums of t, its first band of honours, and whether its days began anew.
func about(t *gazette.Table) []gazette.Phrase {
	list := figures(t)
	if h := honoured(t); h != nil {
		list = append(list, named(h, t.Holders[0]))
	}
	if st := t.State; st.Start != st.Posted {
		list = append(list, line("restarted", Day(st.Start)))
	}
	return list
}

// until is how long one may, or might, object.
func until(t *gazette.Table) gazette.Phrase {
	switch st := t.State; st.Status {
	case gazette.Open:
		return line("until", Day(st.LastDay))
	case gazette.Disputed:
		return line("disputed", Day(st.LastDay), st.Pending)
	default:
		return line("final", Day(st.LastDay))
	}
}

// named is a band with its holders, by rank; of many, or where one is not listed, their number
// alone, so that nobody asks who is left out.
func named(b *figure.Band, holders int) gazette.Phrase {
	if b.Omitted > 0 || len(b.Households) > mostNames {
		return line("honoured", b.Name, holders)
	}
	names := make(Names, len(b.Households))
	for i, h := range b.Households {
		names[i] = strings.TrimSpace(h.ID + " " + h.Name)
	}
	return line("named", b.Name, holders, names)
}
