package page

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gongshi/generator/proof"
)

// seals are the files of what was sealed up to the day: the chain, and the lines of each
// seal.
func (d *openData) seals() []*DataFile {
	if d.chain.Head() == nil {
		return nil
	}
	var rows [][]string
	files := []*DataFile{nil}
	for _, s := range d.chain.Seals {
		rows = append(rows, []string{
			strconv.Itoa(s.No), s.Period.String(), s.Date.String(), strconv.Itoa(s.Households), s.Digest,
		})
		files = append(files, d.seal(s))
	}
	files[0] = d.table("seals", sealColumns, rows)
	files[0].Key = []string{"序号"}
	return files
}

var sealColumns = columns("seals", []heading{
	{"序号", Integer}, {"周期", Text}, {"日期", Day}, {"户数", Integer},
	{"摘要", Text},
})

// sealPath is the address of the lines of one seal.
func sealFile(no int) string { return fmt.Sprintf("seal-%d.csv", no) }

// seal is seal-<no>.csv: the lines of one seal with their salts. Of a household that may
// not be shown, or whose details have left the site, the digest alone is published.
func (d *openData) seal(s *proof.Sealed) *DataFile {
	f := d.table("seal", sealLineColumns, nil)
	f.Path = d.path(sealFile(s.No))
	f.Title.Args = append(f.Title.Args, s.No, s.Period.String())
	f.Which, f.Seal, f.Count = ofPeriod(s.Period), s.No, s.Lines()
	f.Rows = func(yield func([]string) bool) {
		for _, cells := range d.sealRows(s) {
			if !yield(cells) {
				return
			}
		}
	}
	return f
}

// sealRows are the rows of a seal: those that may be read in order, then the bare digests,
// sorted, so that their order tells nothing.
func (d *openData) sealRows(s *proof.Sealed) [][]string {
	var open, bare [][]string
	for _, l := range d.chain.Lines(s) {
		hidden := l.Household != nil &&
			(l.Secret || !d.people.Details(l.In) || d.people.Omitted(d.Place.Place, l.Household))
		if hidden {
			bare = append(bare, []string{"", "", "", l.Digest})
		} else {
			open = append(open, []string{l.Of, l.Salt, l.Line, l.Digest})
		}
	}
	slices.SortFunc(bare, func(a, b []string) int { return strings.Compare(a[3], b[3]) })
	return append(open, bare...)
}

var sealLineColumns = columns("seal", []heading{{"户号", Text}, {"盐", Text}, {"行", Text}, {"摘要", Text}})
