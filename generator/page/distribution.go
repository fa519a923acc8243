package page

import (
	"fmt"

	"gongshi/generator/address"
	"gongshi/generator/figure"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// Distribution is <place>/distribution/<year>.html: how a sum was shared out.
type Distribution struct {
	Head
	Year         int
	Title        string // "" for the usual one
	Date         ledger.Date
	Adopted      ledger.Adopted
	Amount       string // yuan
	Weight, Rest string // of shares, of points; they make 1
	Shares       string // of all
	Points       string // of all, none below 0
	Parts        []DistributionPart
	Omitted      int  // households that are not listed; the sum counts them
	Negative     bool // some part's points are below 0
	CSV          string
	ByShares     bool           // part of it goes by shares
	ByPoints     bool           // … by points
	Households   int            // listed or not
	AsOf         gazette.Phrase // as of which day, and whose points it takes
}

// DistributionPart is what one household gets.
type DistributionPart struct {
	Year                   int
	Date                   ledger.Date // as of which the points are
	ID, Name, Href         string
	Shares, Points, Amount figure.Figure
	Formula                string // with its own figures
	Exact                  string // what the formula gives, to four decimals
	Rounded                bool   // … of which there are more
	Up                     bool   // it got one of the fen that were left over
	Page                   string // of a household's page: the distribution's
}

func (v *village) distribution(d *gazette.Distribution) *Distribution {
	rest := d.PointsWeight()
	m := &Distribution{
		Head: v.personal(v.headOf(v.place, address.Distribution(v.place, d.Year), "distribution")),
		Year: d.Year, Title: d.Title, Date: d.Date, Adopted: d.Adopted,
		Amount: d.Amount.Text(2), Weight: d.ShareWeight.String(), Rest: rest.String(),
		Shares: d.Shares.String(), Points: gazette.Number(d.Points),
		ByShares: !d.ShareWeight.IsZero(), ByPoints: !rest.IsZero(),
		Households: d.Households, AsOf: gazette.Phrase{Key: "distribution.asof", Args: []any{d.Date, d.PointsOf()}},
	}
	m.CSV = m.Head.Href(address.Data(v.place, fmt.Sprintf("distribution-%d.csv", d.Year)))
	m.Changed = changed(d.Changed)
	m.Omitted = d.Households - len(d.Parts)
	for _, p := range d.Parts {
		m.Negative = m.Negative || p.Points.Cmp(p.Counts()) != 0
		m.Parts = append(m.Parts, part(&m.Head, v.place, d, p))
	}
	return m
}

func part(h *Head, p *gazette.Place, d *gazette.Distribution, of *gazette.Part) DistributionPart {
	row := fmt.Sprintf("distribution-%d/%s/", d.Year, of.ID)
	m := DistributionPart{
		Year: d.Year, Date: d.Date, ID: of.ID, Name: of.Name, Href: pageOf(h, p, of.ID),
		Shares:  figure.Figure{Key: row + gazette.ColumnShares, Text: of.Shares.String()},
		Points:  figure.Figure{Key: row + gazette.ColumnPoints, Text: gazette.Short(of.Points)},
		Amount:  figure.Figure{Key: row + gazette.ColumnYuan, Text: of.Amount.Text(2)},
		Formula: d.Formula(of),
		Page:    h.Href(address.Distribution(p, d.Year)),
		Up:      of.Exact.Cmp(of.Amount.Exact()) < 0,
	}
	m.Exact, m.Rounded = of.Decimal()
	return m
}
