package verify

import (
	"fmt"
	"testing"

	"gongshi/generator/gazette"
)

func TestRows(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, "a,b\r\n": 0, "a,b\r\n1,2\r\n": 1, "a,b\r\n\"1\r\n1\",2\r\n3,\"\"\"\r\n\"\r\n": 2,
	} {
		if got := rows([]byte(text)); got != want {
			t.Errorf("%q has %d rows, want %d", text, got, want)
		}
	}
}

// A table is read as far as it can be: a row that cannot is told and left out, one that says
// otherwise than follows is told, and a column that is not known is named as not checked.
func TestTablesAreReadAsFarAsTheyCanBe(t *testing.T) {
	all, err := open(one("cun/data/merged.csv", "\ufeff户号,退出,备注,并入\r\n001,2023-05-01,,002\r\n003,某日,,002\r\n=4,2023-05-01,\"甲\r\n乙\",002\r\n005,2023-05-02,,006\r\n"), "", absolute)
	if err != nil {
		t.Fatal(err)
	}
	p := &place{Report: &Report{}, files: all, path: "cun"}
	var said string
	for _, m := range readWhole(p, "merged.csv", gazette.MergedForm.Read) {
		said += fmt.Sprintln(m.At.Line, m.Is.ID, m.Is.Left, m.Is.Into)
	}
	for _, d := range p.Differences {
		said += fmt.Sprintln(d.Position, d.Message)
	}
	said += fmt.Sprint(p.Not)
	if want := `2 001 2023-05-01 002
4 =4 2023-05-01 002
6 005 2023-05-02 006
cun/data/merged.csv:3 “退出”一栏的“某日”认不出
cun/data/merged.csv:4 “户号”一栏是“=4”，应是“'=4”
[cun/data/merged.csv：本程序不认识“备注”一栏，没有核对]`; said != want {
		t.Errorf("got\n%s\nwant\n%s", said, want)
	}
}
