package source

import (
	"slices"
	"strconv"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/scan"
)

const stems = "甲乙丙丁戊己庚辛壬癸"

// numbering reports whether the row under the header numbers the columns: 1,2,3 or
// 甲,乙,1,2. Where it may be a record as well, it is kept until the table's end.
func (r row) numbering() bool {
	if !r.counts() {
		return false
	}
	if len(r.keys) == 0 || r.misfits() || r.nobody(r.cell(r.keys[0]).Text) {
		r.pass(firstThree(r.cells))
		return true
	}
	r.held, r.heldRow = slices.Clone(r.cells), r.scan.Row
	return true
}

// counts reports whether the cells are 甲, 乙 … as far as they go and then 1, 2 … to the
// last heading, or so behind a word such as 栏次.
func (r row) counts() bool {
	const least = 3
	n, at, from := len(r.heads), 0, 0
	if n < least || len(r.cells) < n || !empty(r.cells[n:]) {
		return false
	}
	if slices.Contains([]string{"栏次", "列次", "序号", "行次"}, r.cells[0].Text) {
		at, from = 1, 1
	}
	for _, stem := range stems {
		if at == n || r.cells[at].Text != string(stem) {
			break
		}
		at++
	}
	for i := at; i < n; i++ {
		no := strings.Trim(scan.Narrow(r.cells[i].Text), "()")
		if no != strconv.Itoa(i-at+1) && no != strconv.Itoa(i-from+1) {
			return false
		}
	}
	return true
}

// misfits reports whether no record can have such cells: a name that is a number, points
// that are none, a date that is no date.
func (r row) misfits() bool {
	misfit := false
	for i, h := range r.heads {
		heading, isNumber := scan.Label(h.Text), digits(r.cells[i].Text)
		switch {
		case i == 0 && !isNumber && !strings.Contains(stems, r.cells[i].Text), slices.Contains(dateHeadings, heading):
			misfit = true
		case slices.Contains(r.names, i):
			misfit = misfit || isNumber
		case slices.Contains(figureHeadings, heading), r.items.known(heading):
			misfit = misfit || !isNumber
		}
	}
	return misfit
}

var (
	nameHeadings   = []string{"户主", "户主姓名", "姓名", "名称"}
	dateHeadings   = []string{"日期", "加入", "退出", "同意", "截止", "评分日期", "审核日期", "周期"}
	figureHeadings = []string{"参与人数", "股份", "次数", "分值", "原分", "现分", "积分", "库存", "数量", "投资万元"}
)

// recurs reports whether a row has the same 户号 as the one that was kept, but for zeros in
// front: a household has no two rows, so that the one kept was none.
func (r row) recurs() bool {
	bare := func(cells []scan.Cell) string { return strings.TrimLeft(textAt(cells, r.at[r.keys[0]]), "0") }
	return bare(r.cells) == bare(r.held)
}

// settle passes the row that was kept over.
func (t *table) settle() {
	t.passed = slices.Insert(t.passed, 0, passed{t.heldRow, t.held[0].Line, firstThree(t.held)})
	t.held = nil
}

func firstThree(cells []scan.Cell) string {
	return cells[0].Text + "," + cells[1].Text + "," + cells[2].Text
}

// tellHeld reports the row that was kept and may be either.
func (t *table) tellHeld() {
	if t.held == nil {
		return
	}
	c := t.held[0]
	t.ask(diag.At(t.path, c.Line, 0), &trouble{"doubtful-row",
		"表头下面这一行像是各列的序号，可也像是“" + c.Text + "”这一户的一行", "如果是序号，删去整行；如果是一条记录，把它移到下面，不紧挨着表头"})
}
