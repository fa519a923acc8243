package convert

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/scan"
)

// restoreZeros puts the zeros back in front of a 户号 that a spreadsheet has taken for a number,
// where one household alone can be meant, and tells which.
func (r *recogniser) restoreZeros(g *region) {
	i := slices.IndexFunc(g.rows[g.head].Cells, func(c Cell) bool {
		return slices.ContainsFunc(scan.Spellings(c.Text), func(s string) bool { return s == "户号" || s == "id" })
	})
	if i < 0 {
		return
	}
	column := g.rows[g.head].Cells[i].Column
	meant := LostZeros(r.Place)
	var ids []string
	first, as := 0, ""
	for _, row := range g.rows[g.head+1:] {
		c := row.cell(column)
		if c == nil || meant[scan.Narrow(c.Text)] == "" {
			continue
		}
		if first == 0 {
			first, as = row.Number, c.Text
		}
		c.Text = meant[scan.Narrow(c.Text)]
		ids = append(ids, c.Text)
	}
	if len(ids) > 0 {
		r.add(g, first, column, diag.Note, "lost-zeros", restored(as, ids), "对就不必改；表格里把户号这一列设为“文本”格式，零就不会丢")
	}
}

// restored tells which 户号 got their zeros back, of which the first was typed as it is given.
func restored(as string, ids []string) string {
	const some = 10
	if len(ids) == 1 {
		return "户号“" + as + "”按名册读作“" + ids[0] + "”"
	}
	names := strings.Join(ids[:min(len(ids), some)], "、")
	if len(ids) > some {
		names += "……"
	}
	return fmt.Sprintf("户号“%s”按名册读作“%s”，共 %d 户这样补了零：%s", as, ids[0], len(ids), names)
}

// LostZeros are the households of the register by what is left of their 户号 without the zeros
// in front, where that is no other one's.
func LostZeros(p *ledger.Place) map[string]string {
	meant, taken := map[string]string{}, map[string]bool{}
	for _, h := range p.Households {
		taken[h.ID] = true
		if short := strings.TrimLeft(h.ID, "0"); short != "" && short != h.ID {
			taken[short] = taken[short] || meant[short] != ""
			meant[short] = h.ID
		}
	}
	maps.DeleteFunc(meant, func(short, _ string) bool { return taken[short] })
	return meant
}
