package convert

import (
	"fmt"
	"slices"
	"strings"

	"gongshi/generator/ledger"
	"gongshi/generator/scan"
)

// readKeys finds the columns of households that have no heading of their own. Names are sure; so are 户号 that no
// points are written like. Others are taken for 户号, in doubt, only in a block that names nothing else; of two
// such columns nobody knows which it is.
func (p *copied) readKeys() error {
	if p.id >= 0 || p.name >= 0 {
		return nil
	}
	last := p.width - 1 // right of which is nothing to be put
	if p.head >= 0 {
		last = p.first
	}
	var found [sure + 1][]int
	for c := range last {
		if p.head >= 0 && IsBeside(at(p.block.Rows[p.head], c)) {
			continue
		}
		trust := p.holdsIDs(c)
		if trust == possible && p.head < 0 && c > 0 {
			trust = no // marks are like that
		}
		found[trust] = append(found[trust], c)
		if trust < sure && p.name < 0 && p.holdsNames(c) {
			p.name = c
		}
	}
	ids, doubt := found[sure], false
	if len(ids) == 0 && p.name < 0 {
		ids = append(found[possible], found[likely]...)
		doubt = true
	}
	if len(ids) > 1 {
		return fmt.Errorf("没有粘贴：第 %d 列和第 %d 列都像户号。带上列名再复制，户号那一列的列名写“户号”", min(ids[0], ids[1])+1, max(ids[0], ids[1])+1)
	}
	if len(ids) == 0 {
		return nil
	}
	p.id = ids[0]
	if doubt {
		p.named.Doubt = p.id + 1
	}
	return nil
}

// A trust is how sure it is that a column holds 户号.
type trust int

const (
	no       trust = iota
	possible       // they are in order, or all there, as points may be by chance
	likely         // one of them is more than any item gives
	sure           // points are written otherwise
)

// holdsIDs tells how sure it is that most cells of a column are 户号. Of those that may be points one at most may come
// again; without a heading they have to rise, as in a register, or to be 户号 all.
func (p *copied) holdsIDs(column int) trust {
	const few = 3 // points that rise so far are no rarity
	meant, filled, known, last := LostZeros(p.Place), 0, 0, ""
	rises, seen, most := true, map[string]bool{}, possible
	for _, row := range p.body() {
		text := scan.Narrow(at(row, column))
		if text == "" || scan.MarkOf(text) != scan.Unmarked {
			continue
		}
		filled++
		seen[text] = true
		rises = rises && (len(last) < len(text) || len(last) == len(text) && last < text)
		last = text
		switch h := p.Place.Household(strings.ToLower(text)); {
		case h != nil:
			known++
			most = max(most, p.trusts(text))
		case meant[text] != "":
			known++
		}
	}
	switch {
	case known == 0, 2*known < filled:
		return no
	case most < sure && len(seen) < filled-1: // points come again
		return no
	case most == possible && p.head < 0 && (len(seen) < few || !rises && known < filled):
		return no
	}
	return most
}

// trusts tells how sure it is that what is a 户号 is no points.
func (p *copied) trusts(text string) trust {
	switch {
	case text[0] == '0' && len(text) > 1 || !figureForm.MatchString(text):
		return sure
	case p.exceeds(text):
		return likely
	}
	return possible
}

// exceeds reports whether a figure is more than any item gives.
func (p *copied) exceeds(text string) bool {
	points, ok := ledger.ParsePoints(text)
	return ok && !slices.ContainsFunc(p.Place.SchemeFor(p.Period).ItemsOf(p.Period.Cycle), func(i *ledger.Item) bool { return points <= i.Points })
}

// holdsNames reports whether most cells of a column are the names of heads.
func (p *copied) holdsNames(column int) bool {
	heads, filled, known := p.heads(), 0, 0
	for _, row := range p.body() {
		if text := scan.Label(at(row, column)); text != "" && scan.MarkOf(text) == scan.Unmarked {
			filled++
			if heads[text] != nil {
				known++
			}
		}
	}
	return known > 0 && 2*known >= filled
}

// heads are the 户号 of the period by the names of their heads.
func (p *copied) heads() map[string][]string {
	list := map[string][]string{}
	for _, h := range p.Place.Households {
		if span := h.SpanFor(p.Period); span != nil && span.TakesPart && span.Head != "" {
			name := scan.Label(span.Head)
			list[name] = append(list[name], h.ID)
		}
	}
	return list
}

// households are the 户号 of the rows, where no column has them under its heading; "" of a row that is left out.
func (p *copied) households() (ids []string, err error) {
	switch {
	case p.id >= 0:
		p.named.By = "户号"
		for i, row := range p.body() {
			ids = append(ids, at(row, p.id))
			if ids[i] == "" && p.passes(row) == "" && p.marked(row) {
				p.named.Left = append(p.named.Left, fmt.Sprintf("第 %d 行：没有户号，没有贴", p.row(i)))
			}
		}
	case p.name >= 0:
		p.named.By = head
		return p.byName(), nil
	default:
		return p.inOrder()
	}
	return ids, nil
}

// byName are the 户号 of the rows by the names of their heads, of which each must be that of one household alone.
func (p *copied) byName() (ids []string) {
	heads := p.heads()
	for i, cells := range p.body() {
		text := at(cells, p.name)
		found := heads[scan.Label(text)]
		ids = append(ids, "")
		switch row := p.head + 2 + i - p.named.Shift; {
		case text == "" && p.passes(cells) == "" && p.marked(cells):
			p.named.Left = append(p.named.Left, fmt.Sprintf("第 %d 行：没有户主，没有贴", row))
		case len(found) == 1:
			ids[i] = found[0]
		case len(found) > 1:
			p.named.Left = append(p.named.Left, fmt.Sprintf("第 %d 行：户主“%s”有 %d 户（%s），分不清是哪一户，没有贴", row, text, len(found), strings.Join(found, "、")))
		case text != "" && scan.MarkOf(text) == scan.Unmarked:
			p.named.Left = append(p.named.Left, fmt.Sprintf("第 %d 行：名册里没有户主“%s”，没有贴", row, scan.Short(text)))
		}
	}
	return ids
}

// inOrder are the 户号 of the sheet's rows from where the block is put on. Totals and remarks are no rows; each is
// told, since what is below it moves up.
func (p *copied) inOrder() (ids []string, err error) {
	n := 0
	for i, row := range p.body() {
		word := p.passes(row)
		if word != "" && !(p.remarked(row) && p.continues(i+1)) {
			ids = append(ids, "")
			p.named.Left = append(p.named.Left, fmt.Sprintf("第 %d 行：“%s”不像是一户，跳过了，后面的行接着往下贴", p.row(i), scan.Short(word)))
			continue
		}
		if n == len(p.block.Below) {
			return nil, fmt.Errorf("没有粘贴：列名下面的户比从这一格往下的 %d 户多。从上面的一户开始贴，或者带上户号再复制", n)
		}
		if word != "" {
			p.named.Left = append(p.named.Left, fmt.Sprintf("第 %d 行：没有分数，只有“%s”，算一户，空着", p.row(i), scan.Short(word)))
		}
		ids = append(ids, p.block.Below[n])
		n++
	}
	return ids, nil
}

// passes is the word with which a row begins that is no household's: a total beside the marks, or a remark where no
// marks are; "" of any other.
func (p *copied) passes(row []string) string {
	c := slices.IndexFunc(row, func(text string) bool { return plain(text) != "" })
	mark := scan.MarkOf(at(row, c))
	if mark == scan.Total && c < p.first || mark != scan.Unmarked && !p.marked(row) {
		return at(row, c)
	}
	return ""
}

// remarked reports whether a row without marks has a remark where the others have theirs: it is a household that
// was not marked, and not a text below a table.
func (p *copied) remarked(row []string) bool {
	c := slices.IndexFunc(row, func(text string) bool { return plain(text) != "" })
	return c > p.first && scan.Label(at(p.block.Rows[p.head], c)) == "备注" && scan.MarkOf(at(row, c)) != scan.Total
}

// continues reports whether rows with marks follow.
func (p *copied) continues(from int) bool {
	return slices.ContainsFunc(p.body()[from:], func(row []string) bool { return p.passes(row) == "" && p.marked(row) })
}

// marked reports whether a row holds marks.
func (p *copied) marked(row []string) bool {
	return slices.ContainsFunc(row[min(p.first, len(row)):], func(c string) bool {
		text := scan.Narrow(plain(c))
		return figureForm.MatchString(text) || text == ledger.NAWord || text == "满分" || strings.EqualFold(text, "n/a")
	})
}
