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
	files[0] = d.table("seals.csv", d.Name+"封存记录",
		"每次封存一行；摘要把上一行也算进去，改动任何一行，后面的都对不上。", sealColumns, rows)
	files[0].Key = []string{"序号"}
	return files
}

var sealColumns = []Column{
	{"序号", Integer, "从 1 起，不断号"},
	{"周期", Text, "封存的是哪一期；更正以后再封存的，同一期有几行"},
	{"日期", Day, "封存的日期"},
	{"户数", Integer, "封存了多少户，含未公布的"},
	{"摘要", Text, "SHA-256 摘要；前 16 位是张贴的公示上的核对码"},
}

// sealPath is the address of the lines of one seal.
func sealFile(no int) string { return fmt.Sprintf("seal-%d.csv", no) }

// seal is seal-<no>.csv: the lines of one seal with their salts. Of a household that may
// not be shown, or whose details have left the site, the digest alone is published.
func (d *openData) seal(s *proof.Sealed) *DataFile {
	f := &DataFile{
		Path:  d.path(sealFile(s.No)),
		Title: fmt.Sprintf("%s第%d号封存（%s）", d.Name, s.No, s.Period),
		Description: "封存的内容，逐行加盐取摘要。只有摘要的行，是不公布或已过保留期限的户。" +
			"写法见 gongshi 程序的 proof 说明。",
		Columns: sealLineColumns,
		Count:   s.Lines(),
	}
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
			(!d.people.Details(s.Period) || d.people.Omitted(d.Place.Place, l.Household))
		if hidden {
			bare = append(bare, []string{"", "", "", l.Digest})
		} else {
			open = append(open, []string{l.Of, l.Salt, l.Line, l.Digest})
		}
	}
	slices.SortFunc(bare, func(a, b []string) int { return strings.Compare(a[3], b[3]) })
	return append(open, bare...)
}

var sealLineColumns = columnsAs(Text,
	"户号", "本村内唯一的户编号；“公示”和“办法”是这一期的公示日期和积分办法",
	"盐", "取摘要时放在行前的随机字符",
	"行", "封存的内容",
	"摘要", "盐、换行、行的 SHA-256 摘要")
