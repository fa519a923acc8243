package convert

import (
	"fmt"
	"math"
	"math/big"
	"regexp"
	"strconv"
	"strings"
	"time"

	"gongshi/generator/scan"
)

// number is a number as a clerk would type it, by its format.
func (b *book) number(v string, style int) string {
	f, err := strconv.ParseFloat(v, 64)
	if v == "" || err != nil || math.IsInf(f, 0) || math.IsNaN(f) {
		return v
	}
	var as format
	if style >= 0 && style < len(b.formats) {
		as = b.formats[style]
	}
	switch as.kind {
	case asDate, asMonth, asTime:
		if text := b.date(f, as.kind); text != "" {
			return text
		}
	case asPercent:
		return decimal(new(big.Rat).Mul(exact(f), big.NewRat(100, 1))) + "%"
	case asPadded:
		if f >= 0 && f == math.Trunc(f) && f < 1e15 {
			return fmt.Sprintf("%0*d", as.pad, int64(f))
		}
	}
	if f != 0 && (math.Abs(f) >= 1e21 || math.Abs(f) < 1e-15) {
		return strconv.FormatFloat(f, 'g', -1, 64)
	}
	return decimal(exact(f))
}

// exact is what Excel would show of a number at its 15 digits, so that the sum of 0.1 and 0.2
// is 0.3.
func exact(f float64) *big.Rat {
	const digits = 15
	r, _ := new(big.Rat).SetString(strconv.FormatFloat(f, 'e', digits-1, 64))
	return r
}

// decimal is the shortest decimal of a number.
func decimal(r *big.Rat) string {
	const most = 30
	s := strings.TrimRight(strings.TrimRight(r.FloatString(most), "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}

const (
	daySeconds = 24 * 60 * 60
	lastDay    = 2958465 // 9999-12-31
	leapDay    = 60      // 1900-02-29, which the 1900 system has and the calendar has not
)

// date is the day of a number as it is typed, with its time if it has one; empty if there is
// no such day. A day of a month that is shown without it, which a spreadsheet puts there, is
// left out again.
func (b *book) date(f float64, kind formatKind) string {
	if f < 0 || f >= lastDay+1 || f == 0 && kind != asTime {
		return ""
	}
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case b.late:
		first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case 1 <= f && f <= leapDay:
		f++
	}
	seconds := int64(math.Round(f * daySeconds))
	t := first.AddDate(0, 0, int(seconds/daySeconds)).Add(time.Duration(seconds%daySeconds) * time.Second)
	switch {
	case seconds < daySeconds && (!b.late || kind == asTime):
		return t.Format("15:04")
	case kind == asMonth && t.Day() == 1:
		return t.Format("2006-01")
	case seconds%daySeconds == 0:
		return t.Format(time.DateOnly)
	}
	return t.Format(time.DateTime)
}

// groupedForm is a figure with a comma between thousands, as pages of the web show it.
var groupedForm = regexp.MustCompile(`^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?$`)

// ungroup takes the commas out of the columns of a region that hold nothing but figures. In words they stay, and
// among figures of another form they are told.
func (g *region) ungroup() {
	mixed, head := map[int]bool{}, g.rows[g.head] // which may come again
	each := func(do func(c *Cell)) {
		for i := g.head + 1; i < len(g.rows); i++ {
			for n := range g.rows[i].Cells {
				do(&g.rows[i].Cells[n])
			}
		}
	}
	each(func(c *Cell) {
		text := scan.Narrow(c.Text)
		mixed[c.Column] = mixed[c.Column] || c.Text != head.text(c.Column) && !groupedForm.MatchString(text) && !figureForm.MatchString(text)
	})
	each(func(c *Cell) {
		if text := scan.Narrow(c.Text); !mixed[c.Column] && groupedForm.MatchString(text) {
			c.Text = strings.ReplaceAll(text, ",", "")
		}
	})
}
