package broadcast

import (
	"gongshi/generator/figure"
	"gongshi/generator/gazette"
)

// Picture is what the long picture of a posted period shows. It is passed on, and cannot be taken
// back then: so it has numbers of households without names, but for the honours that the message
// names, and no item.
type Picture struct {
	Until  gazette.Phrase   // how long one may object
	Ways   []gazette.Phrase // whom to call
	About  []gazette.Phrase // sums, honours, and whether the days began anew
	Boards []Board          // households, then organisations; those without anyone are left out
}

// Board is a table of a picture, by 户号.
type Board struct {
	Organisations bool
	Average       bool     // ranked by 平均, which is shown then, instead of 合计
	Lines         []string // 户号, figure and rank, with commas between
	Omitted       int      // not listed
}

// PictureOf is the picture of t.
func PictureOf(t *gazette.Table) Picture {
	m := Picture{Until: until(t), Ways: ways(t.Place.Contact), About: about(t)}
	for _, of := range t.Boards {
		b := Board{Organisations: of.Organisations, Average: figure.ColumnsOf(t).Average, Omitted: of.All}
		for _, r := range t.Rows {
			if r.Organisation == of.Organisations {
				f := figure.Of(t, r)
				b.Lines = append(b.Lines, r.ID+","+f.Ranking().Text+","+f.Rank.Text)
			}
		}
		if b.Omitted -= len(b.Lines); of.All > 0 {
			m.Boards = append(m.Boards, b)
		}
	}
	return m
}
