package source

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

var rewriting = regexp.MustCompile(`^写成 ([a-z_]+ = [^，：]+|\[+[a-z._]+\]+)`)

// rewriteLine replaces the line of a diagnostic by what its hint says to write there.
func rewriteLine(text string, d diag.Diagnostic) (string, bool) {
	m := rewriting.FindStringSubmatch(d.Hint)
	if m == nil {
		return "", false
	}
	lines := strings.Split(text, "\n")
	lines[d.Line-1] = m[1]
	return strings.Join(lines, "\n"), true
}

// Following the advice leads to a clean file that says what the clerk typed.
func TestAdviceOfTOML(t *testing.T) {
	const scheme = "effective = 2023-01-01\n[[event]]\nid = \"a\"\nname = \"a\"\n"
	for _, c := range []struct{ file, text, want string }{
		{"place.toml", "[publicity]\ndays = 5天\n", "days = 5"},
		{"place.toml", "[publicity]\ndays = \"5天\"\n", "days = 5"},
		{"place.toml", "[publicity]\ndays = 五天\n", "days = 5"},
		{"place.toml", "[publicity]\ndays = \"五\"\n", "days = 5"},
		{"place.toml", "[publicity]\ndays = ５\n", "days = 5"},
		{"place.toml", "[publicity]\nrestart = 否\n", "restart = false"},
		{"place.toml", "[publicity]\nrestart = \"否\"\n", "restart = false"},
		{"place.toml", "stage = 第一批\n", `stage = "第一批"`},
		{"place.toml", "stage ＝ “第一批”\n", `stage = "第一批"`},
		{"place.toml", "stage = 1\n", `stage = "1"`},
		{"place.toml", "【publicity】\n", "[publicity]"},
		{"place.toml", "[[publicity]]\n", "[publicity]"},
		{"place.toml", "[group]\nid = \"1\"\n", "[[group]]"},
		{"place.toml", "[[group]]\nid = 001\n", `id = "001"`},
		{"place.toml", "[[group]]\nid = \"1\"\npanel = \"张三、李四\"\n", `panel = ["张三", "李四"]`},
		{"place.toml", "joined = 2023年1月5日\n", "joined = 2023-01-05"},
		{"place.toml", "joined = \"2023/1/5\"\n", "joined = 2023-01-05"},
		{"place.toml", "joined = 2023-01-05（周四）\n", "joined = 2023-01-05"},
		{"place.toml", "joined = 20230105\n", "joined = 2023-01-05"},
		{"place.toml", "joined：2023-01-05\n", "joined = 2023-01-05"},
		{"scheme/2023.toml", scheme + "points = 2分\n", "points = 2"},
		{"scheme/2023.toml", scheme + "points = \"-2分\"\n", "points = -2"},
		{"scheme/2023.toml", scheme + "points = 扣2.5分\n", "points = -2.5"},
		{"scheme/2023.toml", scheme + "range = \"1到5分\"\n", "range = [1, 5]"},
		{"scheme/2023.toml", scheme + "points = 2\napproval = 是\n", "approval = true"},
		{"distributions/2023.toml", "share_weight = 0\ndate = 2024-01-01\namount = 12万\n", "amount = 120000"},
		{"distributions/2023.toml", "share_weight = 0\ndate = 2024-01-01\namount = \"1,000.50元\"\n", "amount = 1000.50"},
		{"distributions/2023.toml", "amount = 1\ndate = 2024-01-01\nshare_weight = 60%\n", "share_weight = 0.6"},
	} {
		text := c.text
		if c.file == "place.toml" {
			text = "name = \"村\"\nkind = \"village\"\n" + text
		}
		_, diags := readOne(t, "data/v/"+c.file, text)
		if len(diags) != 1 {
			t.Errorf("%q: %s", c.text, briefs(diags))
			continue
		}
		mended, ok := rewriteLine(text, diags[0])
		if !ok || !strings.Contains("\n"+mended+"\n", "\n"+c.want+"\n") {
			t.Errorf("%q: %s, want %s", c.text, diags[0].Hint, c.want)
			continue
		}
		if _, diags = readOne(t, "data/v/"+c.file, mended); len(diags) > 0 {
			t.Errorf("%q: %s", mended, briefs(diags))
		}
	}
}

// No English of the parser reaches a clerk: whatever breaks a file, messages hold only words of
// the file, of its keys and of their values.
func TestNoEnglishOfTheParser(t *testing.T) {
	const text = "name = \"村\"\nkind = \"village\"\njoined = 2023-01-01\n[publicity]\ndays = 3\nrestart = true\n[[group]]\nid = \"1\"\npanel = [\"a\", \"b\"]\n"
	words := regexp.MustCompile(`[A-Za-z]{3,}`)
	known := map[string]bool{"true": true, "false": true, "toml": true, "place": true, "UTF": true}
	doc := &document{read: func(s *section) { s.placeFile(&ledger.Place{}) }}
	for _, b := range doc.shape() {
		for _, w := range words.FindAllString(b.header+" "+strings.Join(b.asked, " "), -1) {
			known[w] = true
		}
	}
	for _, list := range glosses {
		for w := range list {
			known[w] = true
		}
	}
	for i := 0; i <= len(text); i += 2 {
		for _, typed := range []string{"", "\"", "'", "[", "]", "=", "{", "}", ",", "\\", "\x01", "a", "=\n", "\n=", "\n[", "\n[[group]]\n", "\n[group]\n", "\n[publicity]\n", "1", "-", ".", "0", "#", "：", "“", "\nname = 1\n", "\"\"\"", "e5", "_"} {
			for _, cut := range []int{0, 1} {
				broken := text[:i] + typed + text[min(len(text), i+cut):]
				_, diags := readOne(t, "data/v/place.toml", broken)
				for _, d := range diags {
					for _, w := range words.FindAllString(d.Message+" "+d.Hint, -1) {
						if !known[w] && !strings.Contains(broken, w) {
							t.Fatalf("%q: %q in %s", broken, w, fmt.Sprint(d.Message, d.Hint))
						}
					}
					if strings.ContainsFunc(d.Message, unicode.IsControl) || strings.Contains(d.Message, "map[") {
						t.Fatalf("%q: %q", broken, d.Message)
					}
				}
			}
		}
	}
}
