package edit

import (
	"fmt"
	"maps"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

func TestExtended(t *testing.T) {
	for before, want := range map[string]string{
		"":                   "# 新\n",
		"a = 1":              "a = 1\n# 新\n",
		"a = 1\r\n":          "a = 1\r\n# 新\r\n",
		"\ufeffa = 1\n":      "\ufeffa = 1\n# 新\n",
		"# \xb9\xab\xca\xbe": "# \xb9\xab\xca\xbe\n# \xd0\xc2\n", // GB18030
	} {
		got, err := Extended([]byte(before), "# 新\n")
		if err != nil || string(got) != want {
			t.Errorf("%q: %q, %v", before, got, err)
		}
	}
	if _, err := Extended([]byte("PK\x03\x04"), "新\n"); err == nil {
		t.Error("a workbook was extended")
	}
}

const notice = "# 公示\n# posted  = 2023-11-02   # 哪天张榜\nvisited = 2023-10-28 # 入户\n\n[meeting]   # 评议会\n# date = 2023-10-30\npresent = 23\n\n" +
	"[[objection]] # 一\nno = \"1\"\nabout = '庭院' # 哪一项\n# outcome = \"成立\"   # 或者不成立\n[[objection]]\nno = \"2\"\nabout = \"a \\\"b\\\" c\"\n[[panel]]\nmembers = [\"甲\", \"乙\"] # 组员"

func TestTOML(t *testing.T) {
	for name, c := range map[string]struct {
		edit func(*TOML) error
		text string
		old  string // which part of the text becomes new; the error, where that is empty
		new  string
	}{
		"nothing":                        {func(f *TOML) error { return nil }, notice, "公示", "公示"},
		"in a comment":                   {func(f *TOML) error { return f.Fill("", "", "posted", "2023-11-05") }, notice, "# posted  = 2023-11-02", "posted  = 2023-11-05"},
		"in a comment, with \"\"":        {func(f *TOML) error { return f.Fill("", "", "by", `"乙"`) }, "# by = \"a \\\"b\\\" c\" # 谁\n", `# by = "a \"b\" c"`, `by = "乙"`},
		"of a table":                     {func(f *TOML) error { return f.Fill("meeting", "", "date", "2023-10-31") }, notice, "# date = 2023-10-30", "date = 2023-10-31"},
		"below the last":                 {func(f *TOML) error { return f.Fill("meeting", "", "supervised_by", `"丙"`) }, notice, "present = 23\n", "present = 23\nsupervised_by = \"丙\"\n"},
		"of several":                     {func(f *TOML) error { return f.Fill("objection", "1", "outcome", `"不成立"`) }, notice, `# outcome = "成立"`, `outcome = "不成立"`},
		"of the second":                  {func(f *TOML) error { return f.Fill("objection", "2", "outcome", `"成立"`) }, notice, "c\"\n", "c\"\noutcome = \"成立\"\n"},
		"a new table":                    {func(f *TOML) error { return f.Fill("report", "", "date", "2023-11-09") }, notice, "# 组员", "# 组员\n\n[report]\ndate = 2023-11-09\n"},
		"in force":                       {func(f *TOML) error { return f.Fill("meeting", "", "present", "24") }, notice, "", "已经写了“present = 23”，要改就用记事本改"},
		"changed":                        {func(f *TOML) error { return f.Set("meeting", "", "present", "24") }, notice, "present = 23", "present = 24"},
		"the same":                       {func(f *TOML) error { return f.Set("meeting", "", "present", "23") }, notice, "公示", "公示"},
		"changed in ''":                  {func(f *TOML) error { return f.Set("objection", "1", "about", `"厨房"`) }, notice, "'庭院'", `"厨房"`},
		"changed in \"\"":                {func(f *TOML) error { return f.Set("objection", "2", "about", `"厨房"`) }, notice, `"a \"b\" c"`, `"厨房"`},
		"a list":                         {func(f *TOML) error { return f.Set("panel", "", "members", `["丁"]`) }, notice, `["甲", "乙"]`, `["丁"]`},
		"CRLF":                           {func(f *TOML) error { return f.Set("", "", "b", "3") }, "a = 1\r\nb = 2\r\n", "b = 2", "b = 3"},
		"CRLF, added":                    {func(f *TOML) error { return f.Set("", "", "c", "3") }, "a = 1\r\nb = 2", "b = 2", "b = 2\r\nc = 3\r\n"},
		"none of several":                {func(f *TOML) error { return f.Set("objection", "3", "about", "1") }, notice, "", "没有编号是“3”的 [[objection]]"},
		"over lines":                     {func(f *TOML) error { return f.Set("", "", "a", "[1]") }, "a = [\n 1]\n", "", "“a”的写法程序改不了：用记事本改"},
		"within a line":                  {func(f *TOML) error { return f.Set("meeting", "", "date", "2023-01-01") }, "meeting = { present = 2 }\n", "", "它的写法程序改不了：用记事本写"},
		"a list over lines like a table": {func(f *TOML) error { return f.Set("", "", "b", "1") }, "a = [\n[\"x\"],\n]\n", "", "它的写法程序改不了：用记事本写"},
	} {
		f, err := OpenTOML([]byte(c.text))
		if err == nil {
			err = c.edit(f)
		}
		var got []byte
		if err == nil {
			got, err = f.Bytes()
		}
		if c.old == "" {
			if err == nil || err.Error() != c.new {
				t.Errorf("%s: %v, want %s", name, err, c.new)
			}
			continue
		}
		if want := strings.Replace(c.text, c.old, c.new, 1); err != nil || string(got) != want {
			t.Errorf("%s: %v\n%q\n%q", name, err, got, want)
		}
	}
	if _, err := OpenTOML([]byte("a = \"\"\"\nb = 1\n\"\"\"\n")); err == nil {
		t.Error("a text over several lines was opened")
	}
	for _, broken := range []string{"posted = 2023-11-02\nbroken line\n", "posted　=　2023-11-02\n"} {
		if _, err := OpenTOML([]byte(broken)); err == nil || !strings.HasPrefix(err.Error(), "这个文件读不出来，先改好它") {
			t.Errorf("what cannot be read was opened: %v", err)
		}
		if got, err := Extended([]byte(broken), "# 新\n"); err == nil || !strings.HasPrefix(err.Error(), "这个文件读不出来，先改好它") {
			t.Errorf("what cannot be read was extended: %q, %v", got, err)
		}
	}
	if got, err := Extended([]byte("a = 1\n"), "a = 2\n"); err == nil {
		t.Errorf("it was made what cannot be read: %q", got)
	}
}

// Whatever the file, one key is another and no other line is.
func FuzzTOML(f *testing.F) {
	for _, text := range []string{notice, "", "a = 1\r\n[meeting]\r\n", "present = 1", "[meeting]\npresent = 1 # x", "[[meeting]]\npresent=1", "meeting = {}", "x = \"\"\"\n[meeting]\n\"\"\"", "[meeting.present]\na = 1", "\"present\" = 2"} {
		f.Add([]byte(text), true)
		f.Add([]byte(text), false)
	}
	f.Fuzz(func(t *testing.T, file []byte, within bool) {
		e, err := OpenTOML(file)
		if err != nil {
			return
		}
		if same, err := e.Bytes(); err != nil || string(same) != string(file) {
			t.Fatalf("%q was %q", same, file)
		}
		before, table := decoded(t, e), ""
		if within {
			table = "meeting"
		}
		if e.Set(table, "", "present", "42") != nil {
			return
		}
		if _, err := e.Bytes(); err != nil {
			return
		}
		after := decoded(t, e)
		of := func(values map[string]any) map[string]any {
			if !within {
				return values
			}
			list, _ := values["meeting"].([]map[string]any)
			if len(list) > 0 {
				return list[0]
			}
			inner, _ := values["meeting"].(map[string]any)
			return inner
		}
		if of(after)["present"] != int64(42) {
			t.Fatalf("%q: %v", strings.Join(e.lines, ""), after)
		}
		for _, values := range []map[string]any{before, after} {
			delete(of(values), "present")
			if within && len(of(values)) == 0 {
				delete(values, "meeting")
			}
		}
		if !maps.EqualFunc(before, after, func(a, b any) bool { return fmt.Sprint(a) == fmt.Sprint(b) }) {
			t.Fatalf("%q:\n%v\n%v", strings.Join(e.lines, ""), before, after)
		}
	})
}

func decoded(t *testing.T, f *TOML) map[string]any {
	t.Helper()
	values := map[string]any{}
	if _, err := toml.Decode(strings.Join(f.lines, ""), &values); err != nil {
		t.Fatal(err)
	}
	return values
}
