package desk

import (
	"strings"
	"testing"

	"gongshi/generator/look"
)

// Clipboards as spreadsheets leave them, pasted at the second cell of the second row of four by four filled with 1.
// (traps 1: text/plain and not text/html; a state machine for quoted cells; CRLF; the last line break clears nothing;
// a quotation mark that does not close is text.) Those of LibreOffice are what its 7.4 has as text/plain;charset=utf-16 in its SystemClipboard
// after .uno:Copy: soffice --headless --accept=…, asked over UNO. It shows cells as they are formatted, and puts a blank for a line
// break or a tab within one.
func TestPaste(t *testing.T) {
	_, tab := serve(t, sheet(4, 4))
	for _, c := range []struct{ name, clipboard, want string }{
		{"Excel", "15\t9.5\r\n14\t9\r\n", "- 1,15,9.5,1 1,14,9,1 -"},
		{"WPS, one column", "15\r\n14\r\n", "- 1,15,1,1 1,14,1,1 -"},
		{"LibreOffice", "15.00\t9.5\n14\t\n", "- 1,15.00,9.5,1 1,14,,1 -"},
		{"LibreOffice, one column", "15.00\n14\n", "- 1,15.00,1,1 1,14,1,1 -"},
		{"LibreOffice, one cell", "15.00", "- 1,15.00,1,1 - -"},
		{"LibreOffice, cells with a line break and with a tab", "004\t两行 的\"话\"\ta b\n", "- 1,004,两行_的\"话\",a_b - -"},
		{"without a last line break", "15\t9.5\n14\t9", "- 1,15,9.5,1 1,14,9,1 -"},
		{"an old Macintosh", "15\r14\r", "- 1,15,1,1 1,14,1,1 -"},
		{"Excel, one cell", "9\r\n", "- 1,9,1,1 - -"},
		{"Excel, an empty cell among others", "15\t\t9\r\n", "- 1,15,,9 - -"},
		{"Excel, the last cell empty", "15\t\r\n14\t9\r\n", "- 1,15,,1 1,14,9,1 -"},
		{"Excel, a row empty", "15\r\n\r\n14\r\n", "- 1,15,1,1 1,,1,1 1,14,1,1"},
		{"Excel, cells with line breaks", "\"15\n\"\t\"9\n5\"\r\n14\t9\r\n", "- 1,15,9_5,1 1,14,9,1 -"},
		{"WPS, a cell with quotation marks", "\"1\"\"5\"\t9\r\n", "- 1,1\"5,9,1 - -"},
		{"a quoted tab", "\"1\t5\"\t9\r\n", "- 1,1_5,9,1 - -"},
		{"a mark that does not close", "\"15\t9\r\n14\t8\r\n", "- 1,\"15,9,1 1,14,8,1 -"},
		{"a mark that closes within a word", "\"15\"x\t9\r\n", "- 1,\"15\"x,9,1 - -"},
		{"a mark alone", "\"\t9", "- 1,\",9,1 - -"},
		{"full-width and Chinese signs", "１５\t9。5\r\n不适用\tN/A\r\n", "- 1,15,9.5,1 1,不适用,不适用,1 -"},
		{"leading zeros", "007\t0.50", "- 1,007,0.50,1 - -"},
	} {
		press(t, tab, "Ctrl+Home")
		paste(t, tab, strings.TrimSuffix(strings.Repeat("1\t1\t1\t1\n", 4), "\n"))
		press(t, tab, "Ctrl+Home", "Right", "Down")
		paste(t, tab, c.clipboard)
		var got []string
		for _, household := range []string{"001", "002", "003", "004"} {
			cells := strings.Join(strings.Split(row(t, tab, household), "|")[:4], ",")
			if cells == "1,1,1,1" {
				cells = "-"
			}
			got = append(got, strings.ReplaceAll(cells, " ", "_"))
		}
		wants(t, c.name, strings.Join(got, " "), c.want)
	}
}

// One value fills all that is chosen, as in a spreadsheet.
func TestPasteOneIntoMany(t *testing.T) {
	_, tab := serve(t, sheet(3, 3))
	press(t, tab, "Shift+Down", "Shift+Right")
	paste(t, tab, "5\r\n")
	wants(t, "filled", row(t, tab, "001")+" "+row(t, tab, "002")+" "+row(t, tab, "003"), "5|5||10.0| 5|5||10.0| ||||")
}

// traps 1: a block that is larger than the sheet is refused whole, with a count of what stands beyond. Rows are
// households, so there are none to add.
func TestPasteRefused(t *testing.T) {
	_, tab := serve(t, sheet(3, 3))
	for _, c := range []struct {
		clipboard string
		words     []string
	}{
		{"1\t2\t3\n4\t5\t6\n", []string{"2 行 3 列", "多出 1 列"}},
		{"1\n2\n3\n4\n", []string{"4 行 1 列", "多出 2 行"}},
		{strings.Repeat("1\t2\t3\t4\r\n", 30), []string{"30 行 4 列", "多出 28 行", "多出 2 列"}},
		{"好\t中\t差\n1\t2\t3\n", []string{"2 行 3 列", "多出 1 列"}},
	} {
		press(t, tab, "Ctrl+Home", "Down", "Right")
		paste(t, tab, c.clipboard)
		contains(t, c.clipboard, text(t, tab, "#say"), append(c.words, "没有粘贴")...)
		wants(t, "nothing is pasted", row(t, tab, "002")+row(t, tab, "003"), "||||||||")
		press(t, tab, "Ctrl+Z")
		contains(t, "nothing to undo", text(t, tab, "#say"), "没有可以撤销的")
	}
}

// What was copied or cut comes back as it was, by the browser's own clipboard.
func TestCopyAndCut(t *testing.T) {
	_, tab := serve(t, sheet(4, 4))
	look.Ask[int](t, tab, `document.addEventListener("copy", e => { window.copied = e.clipboardData.getData("text/plain"); }), 0`)
	paste(t, tab, "15\t10\r\n不适用\t9.5\r\n")
	press(t, tab, "Ctrl+C")
	wants(t, "copied", look.Ask[string](t, tab, "copied"), "15\t10\r\n不适用\t9.5")
	press(t, tab, "Down", "Down", "Right", "Ctrl+V")
	wants(t, "pasted", row(t, tab, "003")+" "+row(t, tab, "004"), "|15|10||25.0| |不适用|9.5||19.5|")
	press(t, tab, "Ctrl+X") // what was pasted is chosen
	wants(t, "cut", row(t, tab, "003")+" "+row(t, tab, "004"), "||||| |||||")
	press(t, tab, "Ctrl+Z")
	wants(t, "one step back", row(t, tab, "003")+" "+row(t, tab, "004"), "|15|10||25.0| |不适用|9.5||19.5|")
	press(t, tab, "Ctrl+Home", "F2", "Ctrl+A", "Ctrl+C", "Esc")
	wants(t, "so is Ctrl+A", look.Ask[string](t, tab, `String(document.querySelectorAll("[aria-selected=true]").length)`), "1")
	press(t, tab, "Ctrl+F", "Ctrl+V")
	wants(t, "within a text being typed it is the text's", look.Ask[string](t, tab, `document.querySelector("#find").value`), "15")
}

// What may name households or items the desk is asked for, with the cell at which it is pasted; figures that are not
// like the numbers of households go where they are put, whether the desk answers or not.
func TestPasteAsks(t *testing.T) {
	d, tab := serve(t, sheet(4, 4))
	for clipboard, asks := range map[string]bool{
		"9\r\n8\r\n": false, "1\t9\r\n2\t8\r\n": false, "3\t9\r\n1\t8\r\n9\t7\r\n": false, "1\t9\r\n2\t8\r\n1\t7\r\n": false, "3\r\n1\r\n2\r\n": false,
		"3\t9\r\n1\t8\r\n2\t7\r\n": true, "1\t9\r\n2\t\r\n3\t7\r\n": true, "1\t9\r\n\t8\r\n2\t\r\n4\t7\r\n": true, "不适用\t-1\r\n0\t0.5\r\n": false, "1\r\n2\r\n3\r\n": false,
		"1\t9\r\n2\t8\r\n3\t7\r\n": true, "01\t9\r\n": true, "户号\t庭院\r\n001\t9\r\n": true, "A7\t9\r\n": true, "庭院\r\n9\r\n": true, "张三\t9": true,
	} {
		d.set(func() { d.pasted = nil })
		press(t, tab, "Ctrl+Home", "Right")
		paste(t, tab, clipboard)
		d.mu.Lock()
		asked := len(d.pasted)
		if asks != (asked == 1) || asked == 1 && (d.pasted[0].Household != "001" || d.pasted[0].Item != "i01" || len(d.pasted[0].Rows) == 0) {
			t.Errorf("%q: asked %+v", clipboard, d.pasted)
		}
		d.mu.Unlock()
		contains(t, clipboard, text(t, tab, "#say"), "粘贴 ")
		press(t, tab, "Ctrl+Z")
	}
	d.set(func() { d.answer = 503 })
	paste(t, tab, "户号\t庭院\r\n002\t9\r\n")
	contains(t, "without an answer", text(t, tab, "#say"), "文件正被 Excel 打开着")
	wants(t, "nothing is pasted", row(t, tab, "002"), "|||||")
}

// By names: wherever the cursor is, in one step; where something has no place the clerk is asked first.
func TestPasteByNames(t *testing.T) {
	d, tab := serve(t, sheet(4, 3))
	const block = "户号\t客厅\t庭院\r\n003\t9\t１４\r\n001\t8\t15\r\n"
	laid := map[string]any{
		"cells": []map[string]string{{"household": "003", "item": "i01", "value": "9"}, {"household": "003", "item": "i00", "value": "１４"}, {"household": "001", "item": "i01", "value": "8"}},
		"words": "按户号和项目名贴入 2 户 × 2 项", "left": []string{},
	}
	d.set(func() { d.laid = laid })
	press(t, tab, "Ctrl+Home", "Down", "Down", "Right")
	paste(t, tab, block)
	wants(t, "pasted", row(t, tab, "001")+" "+row(t, tab, "003")+" "+row(t, tab, "004"), "|8||8.0| 14|9||23.0| ||||")
	wants(t, "in words", text(t, tab, "#say"), "按户号和项目名贴入 2 户 × 2 项：改了 3 格")
	contains(t, "the cursor stays", text(t, tab, "#where"), "003", "客厅")
	press(t, tab, "Ctrl+Z")
	wants(t, "one step back", row(t, tab, "001")+" "+row(t, tab, "003"), "|||| ||||")

	d.set(func() {
		laid["left"] = []string{"第4行：名册里没有户号“099”，没有贴", "列“表现”不是这张表的项目，没有贴"}
	})
	paste(t, tab, block)
	look.Await(t, tab, "the question", `document.getElementById("ask").open`)
	contains(t, "the question", text(t, tab, "#ask"), "按户号和项目名贴入", "099", "表现", "贴入这些")
	wants(t, "nothing is pasted before", row(t, tab, "003"), "||||")
	press(t, tab, "Esc")
	look.Await(t, tab, "no question", `!document.getElementById("ask").open`)
	wants(t, "nothing is pasted", row(t, tab, "003"), "||||")
	paste(t, tab, block)
	look.Await(t, tab, "the question", `document.getElementById("ask").open`)
	press(t, tab, "Enter")
	wants(t, "pasted", row(t, tab, "003"), "14|9||23.0|")
	contains(t, "in words", text(t, tab, "#say"), "改了 3 格")
	press(t, tab, "Ctrl+Z")

	d.set(func() {
		laid["left"] = []string{}
		laid["cells"] = append(laid["cells"].([]map[string]string), map[string]string{"household": "099", "item": "i01", "value": "8"})
	})
	paste(t, tab, block)
	look.Await(t, tab, "the question", `document.getElementById("ask").open`)
	contains(t, "a household that the page lacks", text(t, tab, "#ask"), "有 1 格没有地方：刷新这一页")
	press(t, tab, "Esc")
	look.Await(t, tab, "no question", `!document.getElementById("ask").open`)

	look.Ask[int](t, tab, `document.addEventListener("paste", () => {
		document.getElementById("ask").showModal();
		document.getElementById("title").textContent = "写进文件？";
	}), 0`)
	paste(t, tab, block)
	look.Await(t, tab, "the answer", `/先答完这一问/.test(document.getElementById("say").textContent)`)
	contains(t, "the question that was open stays", text(t, tab, "#ask"), "写进文件？")
	wants(t, "nothing is pasted", row(t, tab, "003"), "||||")
}
