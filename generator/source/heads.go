package source

import (
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/scan"
)

// witness is a column 户主 in a table that does not need one: where it disagrees with
// households.csv, names and figures are most likely shifted against each other.
type witness struct {
	at   int // where a row has it
	rows []testimony
}

// testimony is what one row tells of a household.
type testimony struct {
	cell     scan.Cell
	id       string
	says     string
	register []string // the heads of the household, of all its spans; none: not known
}

// against lets a column 户主, if there is one that the table does not ask for, be held against
// the register.
func (t *table) against() {
	n := slices.IndexFunc(t.others, func(i int) bool {
		h := t.heads[i].Text
		return slices.Contains([]string{"户主", "户主姓名", "head"}, scan.Label(h)) && !t.items.known(h)
	})
	if t.place != nil && n >= 0 {
		t.heard = &witness{at: t.others[n]}
		t.others = slices.Delete(t.others, n, n+1)
	}
}

// nobody tells, where it is known, that no household of the sheet's place has such a 户号, but for zeros in front.
func (t *table) nobody(id string) bool {
	if t.items == nil || t.place == nil {
		return false
	}
	bare := strings.TrimLeft(Key(id), "0")
	return !slices.ContainsFunc(t.place.Households, func(h *ledger.Household) bool {
		return strings.TrimLeft(h.Key, "0") == bare
	})
}

// hear keeps what a row tells of a household's head.
func (r row) hear(id, key string) {
	if r.heard == nil || r.mute {
		return
	}
	c := r.cellAt(r.heard.at)
	said := testimony{cell: c, id: id, says: bareName(c.Text)}
	if h := r.place.Household(key); h != nil {
		for _, s := range h.Spans {
			if s.Head != "" {
				said.register = append(said.register, bareName(s.Head))
			}
		}
	}
	r.heard.rows = append(r.heard.rows, said)
}

// household reads the 户号 that a row is of, and holds its 户主 against it.
func (r row) household() (id, key string) {
	id, key = r.ownID("户号")
	r.hear(id, key)
	return id, key
}

// bareName is a name without blanks, and without what is in brackets behind it.
func bareName(name string) string {
	name = scan.Narrow(strings.Join(strings.FieldsFunc(name, scan.Blank), ""))
	if before, _, bracket := strings.Cut(name, "("); bracket && before != "" {
		return before
	}
	return name
}

// disagrees reports whether a row names somebody else than the register, as far as both
// name anybody in full.
func (s testimony) disagrees() bool {
	return s.says != "" && len(s.register) > 0 && !strings.ContainsAny(s.says, "*＊?？") && !slices.Contains(s.register, s.says)
}

// tellHeads reports the rows whose 户主 the register does not have.
func (t *table) tellHeads() {
	if t.heard == nil {
		return
	}
	hint := t.heard.hint()
	for _, s := range t.heard.rows {
		if s.disagrees() {
			t.report(t.position(s.cell), diag.Error, "户主", &trouble{"head-mismatch",
				"户号“" + s.id + "”的户主写的是“" + scan.Short(s.cell.Text) + "”，households.csv 里是“" + s.register[len(s.register)-1] + "”", hint})
		}
	}
	t.heard = nil
}

// hint tells what most likely happened: most rows that disagree name the head of the row above, or most
// that of the row below, or most that of some other row.
func (w *witness) hint() string {
	registered := map[string]bool{}
	for _, s := range w.rows {
		for _, head := range s.register {
			registered[head] = true
		}
	}
	all, above, below, others := 0, 0, 0, 0
	for i, s := range w.rows {
		if !s.disagrees() {
			continue
		}
		all++
		if i > 0 && slices.Contains(w.rows[i-1].register, s.says) {
			above++
		}
		if i+1 < len(w.rows) && slices.Contains(w.rows[i+1].register, s.says) {
			below++
		}
		if registered[s.says] {
			others++
		}
	}
	switch {
	case all >= 2 && 2*max(above, below) >= all:
		return "看起来错开了一行：对照原来的表，把户号、户主和分数放回同一行，再核对每一户的分数"
	case all >= 2 && 2*others > all:
		return "“户号”一列像是单独排过序：撤销排序，或对照原来的表，把户号、户主和分数放回同一行，再核对每一户的分数"
	}
	return "核对户号和户主：户号错了就改户号；户主换了人，就改 households.csv"
}
