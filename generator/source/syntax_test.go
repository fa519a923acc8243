package source

import (
	"fmt"
	"testing"
)

func TestTOMLSyntax(t *testing.T) {
	for text, want := range map[string]string{
		"name = 中坪村\n":                          "1:8: 等号后面缺少值，或值没有加引号：“name = 中坪村”【写成 name = \"中坪村\"】",
		"name = “甲”\n":                          "1:8: 等号后面缺少值，或值没有加引号：“name = “甲””【写成 name = \"甲\"】",
		"name＝\"甲\"\n":                          "1:5: 这一行缺少等号：“name＝\"甲\"”【写成 name = \"甲\"】",
		"x = 1\njoined = 2023-1-1\n":            "2:10: 日期不对：“joined = 2023-1-1”【写成 joined = 2023-01-01】",
		"joined = 2023-02-30\n":                 "1:10: 日期不对：“joined = 2023-02-30”【日期这一天不存在：2023 年 2 月没有 30 日，查一查是哪一天】",
		"name = \"a\"\nname = \"b\"\n":          "2:1: “name”写了两次：“name = \"b\"”【删去其中一行】",
		"name = \"a\nkind = 1":                  "1:10: 文字的引号没有在本行结束：“name = \"a”【写成 name = \"a\"】",
		"name  \"a\"\n":                         "1:7: 这一行缺少等号：“name \"a\"”【写成 name = \"a\"】",
		"name = \"a\"\n[contact\nphone=\"1\"":   "2:9: 方括号里的名字不对：“[contact”【写成 [contact]】",
		"名称 = \"a\"\n":                          "1:1: 这一行缺少等号：“名称 = \"a\"”【等号前面的名字只用英文字母、数字、“-”和“_”；如果是说明文字，在这一行前面加 #】",
		"[[group]]\nid = 001\n":                 "2:6: 数字前面不能有 0：“id = 001”【写成 id = \"001\"】",
		"panel=[\"张三\"，\"李四\"]":                 "1:12: 列表里缺少逗号，或没有用“]”结束：“panel=[\"张三\"，\"李四\"]”【这一行有中文标点 ， ，改成英文的 ,】",
		"panel=[\"张三\" \"李四\"]":                 "1:13: 列表里缺少逗号，或没有用“]”结束：“panel=[\"张三\" \"李四\"]”【各项之间用英文逗号，最后用“]”】",
		"name = \"a\" kind = \"b\"\n":           "1:11: 这一行后面多了内容：“name = \"a\" kind = \"b\"”【一行只写一项；文字两边加英文双引号】",
		"name = \"C:\\陈\"\n":                    "1:9: 文字里的“\\”不对：“name = \"C:\\陈\"”【把“\\”写成“\\\\”】",
		"[contact]\nphone = \"1\"\n[contact]\n": "3:2: “contact”写了两次：“[contact]”【两处的内容合在一个 [contact] 下面】",
	} {
		p, diags := readOne(t, "data/v/place.toml", text)
		if len(diags) != 1 || diags[0].Code != "toml-syntax" {
			t.Errorf("%q: %s", text, briefs(diags))
			continue
		}
		d := diags[0]
		if got := fmt.Sprintf("%d:%d: %s【%s】", d.Line, d.Column, d.Message, d.Hint); got != want {
			t.Errorf("%q:\n got %s\nwant %s", text, got, want)
		}
		if p == nil || p.Household("001") == nil {
			t.Errorf("%q: the place's other files are not read", text)
		}
	}
}
