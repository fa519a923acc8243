package convert

import (
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

const (
	guideSheet = "说明"
	guideWidth = 74
)

// advice tells in one line how a sheet is filled in.
func advice(sh *sheet) string {
	switch sh.file {
	case "scores":
		return "每格填得分，不超过表头下面的满分；这户不用评的项目填“不适用”；没有评的留空。灰色的格子不用改。"
	case "declared":
		return "照各户自己申报的填；没有申报的留空。灰色的格子不用改。"
	case "events":
		return "一件事一行，往下接着填。编号可以留空，导入时接着编；户号和项目从下拉列表里选；分值固定的项目不用填分值。"
	case "households.csv":
		return "新户往下接着填，户号不能重复。搬走的户不要删，在“退出”填最后在册的那一天。"
	case "members.csv":
		return "新成员往下接着填。不再参与的不要删，在“退出”填最后在册的那一天。"
	case "corrections.csv":
		return "张贴以后才写更正：一处一行，“原分”填公示上的分，“现分”填改成多少；作废一件加减分，“对象”填它的编号，“现分”填 0。"
	case "redemptions.csv":
		return "兑换一次一行，往下接着填。"
	}
	return "往下接着填。"
}

// guide writes the sheet of instructions.
func (w *writer) guide() {
	rows := []string{
		w.Place.Name + " " + PeriodWords(w.Period) + "：怎样用这本工作簿",
		"1. 看下面的各张表。白格可以填，灰格不用改。工作表加了保护，没有密码：是怕手误，不是怕您。",
		"2. 填好后保存，还是存成 xlsx。可以用 Excel，也可以用 WPS 或 LibreOffice。改文件名没有关系。",
		"3. 打印：每张表都已设成 A4 横向，表头每页都有，评分表一组一页，页脚有签字的地方。",
		"4. 拿回来导入：gongshi import 这个文件。它先列出改了哪一格、从几改成几，您看过、回答以后才写。",
		"5. 您没有改的格子，导入时不会动。导出以后别人在文件里改了的，也不会被盖掉；两边改成不一样的，会告诉您，什么都不写。",
		"6. 清空的格子、删掉的行，不会悄悄从文件里抹掉，会先问您。",
		"7. 已经张贴并封存的分数不能在这里改，要在“更正”表里写一行更正。",
		"8. 别处的表（没有经过这里导出的）也可以导入；表里的身份证号、银行卡号、电话不会导入。",
	}
	if w.Blank {
		rows = append(rows, "这是一本空表：已经录入的分数没有显示。空着的格子导入时不算清空。")
	}
	name := guideSheet
	title, text := &excelize.Style{Font: &excelize.Font{Family: "黑体", Size: 16}}, &excelize.Style{
		Font: &excelize.Font{Family: "宋体", Size: 12}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}}
	for i, r := range rows {
		w.do(w.x.SetCellStr(name, cellName(1, i+1), r))
		w.plain(name, cellName(1, i+1), map[bool]*excelize.Style{true: title, false: text}[i == 0])
		w.do(w.x.SetRowHeight(name, i+1, guideHeight(r)))
	}
	w.do(w.x.SetColWidth(name, "A", "A", guideWidth))
	w.eventKindsGuide(name, len(rows)+2, text)
	size, orientation, wide, tall, fit := 9, "portrait", 1, 0, true
	w.do(w.x.SetPageLayout(name, &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &tall}))
	w.do(w.x.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}))
}

// guideHeight is that of a row of the guide: it has as many lines as its text takes.
func guideHeight(text string) float64 {
	const perLine = guideWidth / 2 // Chinese characters
	return float64(1+(utf8.RuneCountInString(text)-1)/perLine) * 18
}

func (w *writer) plain(sheet, cell string, s *excelize.Style) {
	id, err := w.x.NewStyle(s)
	w.do(err)
	w.do(w.x.SetCellStyle(sheet, cell, cell, id))
}

// eventKindsGuide lists what each addition and deduction is worth.
func (w *writer) eventKindsGuide(name string, row int, text *excelize.Style) {
	scheme, _ := w.Place.EventScheme(w.Period.First())
	kinds := eventKinds(scheme)
	if len(kinds) == 0 {
		return
	}
	lines := []string{"加减分的项目（依据：" + scheme.Title + "）："}
	for _, k := range kinds {
		s := "　" + eventName(scheme, k) + "：" + k.Points.String() + " 分"
		if k.Ranged {
			s = "　" + eventName(scheme, k) + "：" + k.From.String() + " 到 " + k.To.String() + " 分，填分值"
		}
		if k.Per != "" {
			s += "，每" + k.Per
		}
		if k.HasMaxMonth {
			s += "，每月最多计 " + k.MaxPerMonth.String() + " 分"
		}
		if k.HasMaxYear {
			s += "，每年最多计 " + k.MaxPerYear.String() + " 分"
		}
		if k.Approval {
			s += "，审核通过才计"
		}
		lines = append(lines, s)
	}
	for i, s := range lines {
		w.do(w.x.SetCellStr(name, cellName(1, row+i), s))
		w.do(w.x.SetRowHeight(name, row+i, guideHeight(s)))
		w.plain(name, cellName(1, row+i), text)
	}
}
