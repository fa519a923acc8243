package screen

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"gongshi/generator/site"
	"gongshi/generator/sitetest"
)

// assembly is a village that meets: two months, the second of which is a draft where posted is
// not. Honours are awarded each month.
type assembly struct {
	language, place string
	groups          []string
	levels          [2]string // names of honours
	reward          string
	counts          [2]int // their places
	households      []seat
	posted          bool
}

// seat is a household with its points of both months.
type seat struct {
	id, name      string
	organisation  bool
	first, second int
}

// source writes the folder of a's site. Households stand in its groups in turn.
func (a assembly) source(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	write := func(name, format string, values ...any) {
		sitetest.WriteFile(t, dir, name, fmt.Sprintf(format, values...))
	}
	write("config.toml", "title = \"会场（示例）\"\nlanguage = %q\nbase_url = \"https://gongshi.example/x/\"\ndate = 2023-03-20\nscreen_top = 30\n[privacy]\nnames = \"full\"\n", a.language)
	place := fmt.Sprintf("name = %q\nkind = \"village\"\n[contact]\noffice = \"会场村村民委员会\"\nphone = \"000\"\n", a.place)
	for i, group := range a.groups {
		place += fmt.Sprintf("[[group]]\nid = \"%d\"\nname = %q\npanel = [\"甲\"]\n", i+1, group)
	}
	write("data/v/place.toml", "%s", place)
	write("data/v/scheme/a.toml", `effective = 2023-01-01
base = 100
[[category]]
id = "c"
name = "环境"
[[category.item]]
id = "i"
name = "庭院"
points = 100
[honours]
cycle = "month"
[[honours.level]]
name = %q
count = %d
reward = %q
[[honours.level]]
name = %q
count = %d
`, a.levels[0], a.counts[0], a.reward, a.levels[1], a.counts[1])
	var households, first, second bytes.Buffer
	for i, s := range a.households {
		kind := map[bool]string{true: "单位", false: "农户"}[s.organisation]
		fmt.Fprintf(&households, "%s,%s,%d,%s\n", s.id, s.name, 1+i%len(a.groups), kind)
		fmt.Fprintf(&first, "%s,%d\n", s.id, s.first)
		fmt.Fprintf(&second, "%s,%d\n", s.id, s.second)
	}
	write("data/v/households.csv", "户号,户主,组,类别\n%s", &households)
	write("data/v/scores/2023-01.csv", "户号,庭院\n%s", &first)
	write("data/v/scores/2023-02.csv", "户号,庭院\n%s", &second)
	write("data/v/notices/2023-01.toml", "posted = 2023-02-02\n")
	write("data/v/notices/2023-02.toml", "%s", map[bool]string{true: "posted = 2023-03-02\n"}[a.posted])
	return dir
}

// assembled is a village of n households in two groups, the first of which has the most points.
func assembled(n int) assembly {
	a := assembly{
		language: "zh-CN", place: "会场县会场镇会场村民委员会", groups: []string{"东组", "西组"},
		levels: [2]string{"金牌户", "银牌户"}, reward: "发奖牌", counts: [2]int{3, 16}, posted: true,
	}
	for i := range n {
		a.households = append(a.households, seat{id: fmt.Sprintf("%03d", i), name: "示例户" + string(rune('一'+i)), first: 20 + i, second: 99 - i})
	}
	return a
}

// hall is the site of seventy households, of which 14 share the first rank, one has a long
// name, one a long number and one was corrected.
func hall(t *testing.T, posted bool) string {
	t.Helper()
	a := assembled(70)
	a.posted = posted
	for i := range a.households { // 14 at 97, the others below
		a.households[i].second = 97 - max(i-13, 0) - i/14*i%3
	}
	a.households[7].name = "阿布都热合曼买买提江阿合"
	a.households[20].id = "LONG-NUMBER-OF-THIRTY-TWO-CHARS1"
	corrected := &a.households[30].second
	if posted {
		*corrected--
	}
	dir := a.source(t)
	if posted {
		sitetest.WriteFile(t, dir, "data/v/corrections.csv", fmt.Sprintf("日期,周期,户号,对象,原分,现分,原因\n2023-03-06,2023-02,030,庭院,%d,%d,漏记\n", *corrected, *corrected+1))
	}
	return dir
}

// screenOf is the address of a page of a site, with the site's tables.
func screenOf(t *testing.T, source, page string, drafts bool) (address string, files sitetest.Tree) {
	t.Helper()
	files = sitetest.Part(t, site.Options{Source: source, Drafts: drafts}, func(path string) bool {
		return path == page || strings.HasSuffix(path, ".csv")
	})
	return "file://" + filepath.ToSlash(filepath.Join(files.Folder(t), page)), files
}

func visit(t *testing.T, tab context.Context, address string) {
	t.Helper()
	sitetest.Must(t, chromedp.Do(tab, chromedp.Navigate("about:blank"), chromedp.Navigate(address)))
}
