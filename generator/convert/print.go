package convert

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// page sets a sheet up for the screen and for paper: A4 across, heads on each page, room for
// signatures, and for each group a page of its own in a sheet of marks.
func (w *writer) page(l *layout) {
	name := l.sheet.sheet
	corner := 0
	if l.marked {
		corner = l.at("户主") + 2
	}
	w.do(w.x.SetPanes(name, &excelize.Panes{
		Freeze: true, XSplit: corner, YSplit: l.first - 1, TopLeftCell: cellName(corner+1, l.first),
		ActivePane: map[bool]string{true: "bottomRight", false: "bottomLeft"}[corner > 0],
	}))
	size, orientation, wide, tall, fit := 9, "landscape", 1, 0, true
	w.do(w.x.SetPageLayout(name, &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &tall}))
	w.do(w.x.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}))
	side, top, bottom, edge, middle := 0.4, 0.4, 0.75, 0.35, true
	w.do(w.x.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{
		Left: &side, Right: &side, Top: &top, Bottom: &bottom, Footer: &edge, Header: &edge, Horizontally: &middle,
	}))
	from, to := cells(2, 1, l.lastColumn, l.last)
	w.define(name, "_xlnm.Print_Area", fmt.Sprintf("%s!$%s:$%s", name, dollar(from), dollar(to)))
	w.define(name, "_xlnm.Print_Titles", fmt.Sprintf("%s!$1:$%d", name, l.first-1))
	w.do(w.x.SetHeaderFooter(name, &excelize.HeaderFooterOptions{OddFooter: footer(l)}))
	for _, row := range w.edges(l) {
		w.do(w.x.InsertPageBreak(name, cellName(1, row)))
	}
	w.do(w.x.ProtectSheet(name, &excelize.SheetProtectionOptions{
		SelectLockedCells: true, SelectUnlockedCells: true, FormatColumns: true, FormatRows: true, AutoFilter: true,
	}))
}

func (w *writer) define(sheet, name, refers string) {
	w.do(w.x.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: refers, Scope: sheet}))
}

// dollar is B12 as B$12.
func dollar(cell string) string {
	for i, c := range cell {
		if c <= '9' {
			return cell[:i] + "$" + cell[i:]
		}
	}
	return cell
}

// footer has room for those who sign a sheet, and the number of the page.
func footer(l *layout) string {
	signs := "登记人（签字）：______________　　审核人（签字）：______________"
	switch l.file {
	case "scores":
		signs = "评分人（签字）：____________________　　监督人（签字）：____________________"
	case "declared":
		signs = "申报人（签字）：____________________"
	case "households.csv", "members.csv", "rewards.csv", "tasks.csv":
		signs = ""
	}
	if signs != "" {
		signs += "　　日期：______年____月____日"
	}
	return "&L" + signs + "&R第 &P 页，共 &N 页"
}
