package source

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator/diag"
)

// A name that turns the text around it, or that nobody sees, is an error wherever it is typed; in
// any other text it is told.
func TestUnseenText(t *testing.T) {
	tried := 0
	for _, what := range []string{"张\u202e明", "\u202a张明\u202c", "张\u2066明\u2069", "张\u200e明", "张\u061c明", "\u3164", "\u2800\u2800", "\u00ad"} {
		for place, severity := range map[string]diag.Severity{
			"head": diag.Error, "place": diag.Error, "escaped": diag.Error, "item": diag.Error, "reward": diag.Error,
			"remark": diag.Note, "answer": diag.Note, "article": diag.Note,
		} {
			if place == "article" && !strings.ContainsAny(what, "张") {
				continue // who leaves a blank in a text hides nothing
			}
			put := func(at string, plain string) string {
				if at == place {
					return what
				}
				return plain
			}
			name := put("place", "石桥村")
			if place == "escaped" {
				name = ""
				for _, r := range what {
					name += fmt.Sprintf("\\u%04X", r)
				}
			}
			list := readTold(t, fstest.MapFS{
				"config.toml":                 {Data: []byte("title = \"村\"\n")},
				"data/v/place.toml":           {Data: []byte("name = \"" + name + "\"\nkind = \"village\"\n")},
				"data/v/households.csv":       {Data: []byte("户号,户主\n001," + put("head", "张明") + "\n")},
				"data/v/scheme/2023.toml":     {Data: []byte("effective = 2023-01-01\n[[category]]\nid = \"a\"\nname = \"" + put("item", "环境") + "\"\n[[category.item]]\nid = \"b\"\nname = \"庭院\"\npoints = 10\n")},
				"data/v/rewards.csv":          {Data: []byte("编号,名称,积分,库存\n1," + put("reward", "肥皂") + ",2,3\n")},
				"data/v/corrections.csv":      {Data: []byte("周期,户号,项目,原分,现分,日期,事由\n2023-01,001,庭院,9,8,2023-02-01," + put("remark", "看错了") + "\n")},
				"data/v/notices/2023-01.toml": {Data: []byte("posted = 2023-02-03\n[[objection]]\nno = \"1\"\nreceived = 2023-02-04\nabout = \"" + put("answer", "庭院") + "\"\n")},
				"content/a.md":                {Data: []byte("# 文\n\n" + put("article", "甲") + "\n")},
			})
			tried++
			found := false
			for _, d := range list {
				found = found || d.Code == "unseen-text" && d.Severity == severity && d.Line > 0
			}
			if !found {
				t.Errorf("%q as %s: %v", what, place, list)
			}
		}
	}
	t.Logf("%d texts", tried)
}

func readTold(t *testing.T, site fstest.MapFS) diag.List {
	t.Helper()
	_, list, err := Read(site, "")
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// Characters that TOML and Markdown write by number or by name are looked for as what they stand for, and a control
// character, which no text has, is an error wherever it is.
func TestUnseenTextByNumber(t *testing.T) {
	for _, test := range []struct {
		file, text string
		line       int32
		severity   diag.Severity
	}{
		{"config.toml", "title = \"村\\u202e\"\n", 1, diag.Error},
		{"config.toml", "title = \"村\"\n[privacy]\ncontact = \"甲\\u001b[2J\"\n", 3, diag.Error},
		{"config.toml", "title = \"村\"\n[privacy]\ncontact = \"甲\\b乙\"\n", 3, diag.Error},
		{"config.toml", "title = \"村\"\n[privacy]\ncontact = \"\"\"\n甲\\U0000202E乙\"\"\"\n", 3, diag.Note},
		{"content/a.md", "+++\ntitle = \"甲\\u202e\"\n+++\n乙\n", 2, diag.Error},
		{"content/a.md", "+++\ntitle = \"甲\"\n+++\n\n乙&#x202E;丙\n", 5, diag.Note},
		{"content/a.md", "乙&#8238;丙\n", 1, diag.Note},
		{"content/a.md", "甲\n\n乙&rlm;丙\n", 3, diag.Note},
		{"content/a.md", "甲\n\n乙&#27;[2J\n", 3, diag.Error},
	} {
		site := fstest.MapFS{"config.toml": {Data: []byte("title = \"村\"\n")}, "data/v/place.toml": {Data: []byte("name = \"村\"\nkind = \"village\"\n")}}
		site[test.file] = &fstest.MapFile{Data: []byte(test.text)}
		list := readTold(t, site)
		if !slices.ContainsFunc(list, func(d diag.Diagnostic) bool {
			return d.Code == "unseen-text" && d.File == test.file && d.Line == test.line && d.Severity == test.severity
		}) {
			t.Errorf("%q: %v", test.text, list)
		}
	}
	harmless := fstest.MapFS{
		"config.toml":  {Data: []byte("title = \"村\\\"一\\\"\"\n[privacy]\ncontact = \"\"\"\n甲\\n乙\\t丙\\\n  丁\"\"\"\n")},
		"content/a.md": {Data: []byte("甲&amp;乙&nbsp;丙&#x4e00;\\*\n")},
	}
	for _, d := range readTold(t, harmless) {
		if d.Code == "unseen-text" {
			t.Error(d)
		}
	}
}
