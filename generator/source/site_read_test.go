package source

import (
	"errors"
	"io/fs"
	"strings"
	"testing"

	"gongshi/generator/ledger"
)

func TestPlacesInherit(t *testing.T) {
	book, diags := readTest(t, map[string]string{
		"data/town/place.toml":             "name=\"镇\"\nkind=\"town\"\njoined=2022-01-01\nstage=\"一\"\ncontact.phone=\"1\"\ncontact.office=\"镇里\"\n[publicity]\ndays=7\ncount=\"working\"\nrestart=false\n[[group]]\nid=\"9\"\n",
		"data/town/scheme/a.toml":          testScheme,
		"data/town/x/place.toml":           "name=\"子\"\nkind=\"village\"\n[contact]\nphone=\"2\"\n[publicity]\ncount=\"calendar\"\n[[group]]\nid=\"１\"\nassesses=\"2\"\n",
		"data/town/x/y/place.toml":         "name=\"孙\"\nkind=\"village\"\nstage=\"二\"\n",
		"data/town-b/place.toml":           "name=\"乙镇\"\nkind=\"town\"\n",
		"data/county/no-place/place.toml":  testPlace,
		"data/town/x/y/scores/2023-01.csv": "户号\n",
	})
	wantDiags(t, diags)
	var paths []string
	for _, p := range book.Places {
		paths = append(paths, p.Path)
		if p.Sheets == nil || p.Declared == nil || p.Notices == nil || p.Keys == nil || p.Household("nobody") != nil {
			t.Errorf("%s is not whole", p.Path)
		}
	}
	if got := strings.Join(paths, " "); got != "county/no-place town town-b town/x town/x/y v" {
		t.Errorf("places %s", got)
	}
	town, x, y := book.Place("town"), book.Place("town/x"), book.Place("town/x/y")
	if x.Parent != town || y.Parent != x || len(town.Children) != 1 || book.Place("county/no-place").Parent != nil {
		t.Error("places are not linked")
	}
	if y.Joined.String() != "2022-01-01" || y.Stage != "二" || x.Stage != "一" || y.Contact.Phone != "2" || y.Contact.Office != "镇里" {
		t.Errorf("inherited: %+v", y)
	}
	if q := y.Publicity; q.Days != 7 || q.Working || q.Restart || q.DueDay != 15 || q.RestDayEnd != ledger.Extend {
		t.Errorf("inherited: %+v", q)
	}
	if len(y.Groups) != 0 || len(x.Groups) != 1 || x.Groups[0].ID != "1" || x.Groups[0].Line != 7 || x.Keys["contact.phone"].Line != 4 {
		t.Errorf("groups and keys: %+v %v", x.Groups, x.Keys)
	}
	for _, s := range y.Sheets {
		if s.Scheme == nil || s.Scheme.Place != town || len(s.Items) != 3 {
			t.Errorf("the sheet's scheme: %+v", s.Scheme)
		}
	}
}

func TestReadOnePlace(t *testing.T) {
	site := testSite(map[string]string{
		"data/town/place.toml":       "name=\"镇\"\nkind=\"town\"\n",
		"data/town/scheme/a.toml":    testScheme,
		"data/town/households.csv":   "坏\n",
		"data/town/x/place.toml":     testPlace,
		"data/town/x/households.csv": "户号\n1\n",
		"data/town/x/y/place.toml":   testPlace,
		"data/town/xx/place.toml":    "坏",
		"data/v/place.toml":          "坏",
		"content/town/x/rules.md":    "# 办法\n",
		"content/a.md":               "+++\n坏\n+++\n",
	})
	book, diags, err := Read(site, "town/x")
	if err != nil {
		t.Fatal(err)
	}
	wantDiags(t, diags)
	if len(book.Places) != 3 || book.Place("town/x").Household("1") == nil || book.Place("town/x/y") == nil {
		t.Errorf("%+v", book.Places)
	}
	if len(book.Articles) != 1 || book.Articles[0].Path != "town/x/rules" || book.Place("town/x").SchemeFor(ledger.Period{Cycle: ledger.Year, Year: 2024}) == nil {
		t.Errorf("%+v", book.Articles)
	}
	if _, _, err := Read(site, "town/z"); err == nil || !strings.Contains(err.Error(), "没有“town/z”这个地方") {
		t.Errorf("unknown place: %v", err)
	}
}

func TestFilesThatNoRuleKnows(t *testing.T) {
	for name, want := range map[string]string{
		"data/v/scores/2023-1.csv":        "data/v/scores/2023-1.csv: file-name: 文件名“2023-1.csv”不是周期，这个文件没有读【改名为 2023-01.csv】\n",
		"data/v/scores/2023-13.csv":       "data/v/scores/2023-13.csv: file-name: 文件名“2023-13.csv”不是周期，这个文件没有读【文件名写周期：" + periodForms + "，再加 .csv】\n",
		"data/v/notices/2023-Q5.toml":     "data/v/notices/2023-Q5.toml: file-name: 文件名“2023-Q5.toml”不是周期，这个文件没有读【文件名写周期：" + periodForms + "，再加 .toml】\n",
		"data/v/households.xlsx":          "note data/v/households.xlsx: unknown-file: 表格文件“households.xlsx”不能直接读【读的是 households.csv；改了表格要重新另存】\n",
		"data/v/scores/2023-01.xlsx":      "data/v/scores/2023-01.xlsx: unknown-file: 表格文件“2023-01.xlsx”不能直接读【用 Excel 或 WPS 打开它，文件→另存为→保存类型选“CSV UTF-8（逗号分隔）”，文件名写 2023-01.csv】\n",
		"data/v/scores/2023-01.csv.txt":   "data/v/scores/2023-01.csv.txt: unknown-file: 不认识文件“2023-01.csv.txt”，没有读【改名为 2023-01.csv；在 Windows 的文件夹窗口里勾选“查看→文件扩展名”，才看得见 .txt】\n",
		"data/v/events/2023.CSV":          "data/v/events/2023.CSV: unknown-file: 不认识文件“2023.CSV”，没有读【改名为 2023.csv】\n",
		"data/v/correction.csv":           "data/v/correction.csv: unknown-file: 不认识文件“correction.csv”，没有读【是不是“corrections.csv”？是就改名】\n",
		"data/v/通讯录.xlsx":                 "note data/v/通讯录.xlsx: unknown-file: 表格文件“通讯录.xlsx”不能直接读【不用它就移走；要公布的数据另存为 CSV】\n",
		"data/v/notices/说明.txt":           "note data/v/notices/说明.txt: unknown-file: 不认识文件“说明.txt”，没有读【不用它就移走；这里可以放的是：2023-01.toml、2023-Q1.toml、2023.toml】\n",
		"data/households.csv":             "note data/households.csv: unknown-file: 不认识文件“households.csv”，没有读【各地的文件放在 data 下面的文件夹里，例如 data/zhongping/】\n",
		"data/v/householdss.csv":          "note data/v/householdss.csv: unknown-file: 不认识文件“householdss.csv”，没有读【是不是“households.csv”？是就改名】\n",
		"data/v/distributions/23.toml":    "data/v/distributions/23.toml: file-name: 文件名“23.toml”不是年份，这个文件没有读【文件名写分的是哪一年的钱，例如 2023.toml】\n",
		"data/v/distributions/2023年.toml": "data/v/distributions/2023年.toml: file-name: 文件名“2023年.toml”不是年份，这个文件没有读【改名为 2023.toml】\n",
		"data/v/distributions/2023.csv":   "note data/v/distributions/2023.csv: unknown-file: 不认识文件“2023.csv”，没有读【不用它就移走；这里可以放的是：2023.toml】\n",
		"data/v/task.csv":                 "data/v/task.csv: unknown-file: 不认识文件“task.csv”，没有读【是不是“tasks.csv”？是就改名】\n",
		"data/v/~$households.xlsx":        "", "data/v/.DS_Store": "", "data/v/README.md": "", "data/README.md": "",
		"data/村/place.toml":         "data/村: folder-name: 文件夹名“村”只能用英文字母、数字、“-”和“_”【换一个文件夹名，例如用村名的拼音】\n",
		"data/Help/place.toml":      "data/Help: folder-name: 文件夹名“Help”是留作他用的，不能作地方的名字【换一个文件夹名，例如用村名的拼音】\n",
		"data/v/nul/place.toml":     "data/v/nul: folder-name: 文件夹名“nul”是留作他用的，不能作地方的名字【换一个文件夹名，例如用村名的拼音】\n",
		"data/v/calendar/2023.toml": "data/v/calendar: folder-name: 文件夹名“calendar”是留作他用的，不能作地方的名字【日历放在 data/calendar】\n",
		"data/v/Scores/2023-01.csv": "data/v/Scores: folder-name: 文件夹名“Scores”要用小写【改成 scores】\n",
		"data/V/place.toml":         "data/v: folder-name: 文件夹名“v”和“V”只差大小写【改掉其中一个】\n",
		"data/w/households.csv":     "data/w: missing-file: 这个文件夹里有数据，却没有 place.toml【加上 place.toml，写明 name 和 kind；或把文件移到所属的村】\n",
		"content/a.docx":            "note content/a.docx: unknown-file: 不认识文件“a.docx”，没有用【文章用 .md；图片用 .png、.jpg、.jpeg、.gif、.webp、.svg、.pdf】\n",
	} {
		text := "户号\n1\n"
		if strings.HasSuffix(name, "place.toml") {
			text = testPlace
		}
		_, diags := readOne(t, name, text)
		if got := briefs(diags); got != want {
			t.Errorf("%s:\n got %swant %s", name, got, want)
		}
	}
	_, diags := readOne(t, "config.toml", "")
	wantDiags(t, diags, "config.toml: missing-file: 没有找到 config.toml【在网站的文件夹里运行，或用 --source 指明它；里面应有 config.toml 和 data】")
}

// TestDiskTrouble: what the disk refuses is an error, not a diagnostic.
func TestDiskTrouble(t *testing.T) {
	for _, name := range []string{"config.toml", "data/v/place.toml", "data/v/households.csv", "data/v/scheme/2023.toml", "content/a.md", "content/a.png", "data/calendar/2023.toml"} {
		site := brokenDisk{testSite(map[string]string{"content/a.md": "x", "content/a.png": "x", "data/calendar/2023.toml": " "}), name}
		book, _, err := Read(site, "")
		if !errors.Is(err, errDisk) || book == nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

var errDisk = errors.New("disk")

type brokenDisk struct {
	fs.FS
	name string
}

func (d brokenDisk) Open(name string) (fs.File, error) {
	if name == d.name {
		return nil, errDisk
	}
	return d.FS.Open(name)
}

func TestConfig(t *testing.T) {
	book, diags := readTest(t, map[string]string{"config.toml": "# nothing\n"})
	wantDiags(t, diags)
	c := book.Config
	if c.Title != "积分公示" || c.Language != "zh-CN" || c.Theme != "default" || c.Timezone != "Asia/Shanghai" || c.ScreenTop != 30 ||
		c.Privacy != (ledger.Privacy{Names: "masked", Consent: "number", Deductions: "points", Keep: 24}) {
		t.Errorf("defaults: %+v", c)
	}
	book, diags = readTest(t, map[string]string{"config.toml": "base_url = \"https://a.example/x\"\ndate = 2024-01-12\n[privacy]\nnames = \"full\"\nkeep = 0\n[source]\nurl = \"https://h/{commit}/{path}\"\n"})
	wantDiags(t, diags)
	c = book.Config
	if c.BaseURL != "https://a.example/x/" || c.Date.String() != "2024-01-12" || c.Privacy.Names != ledger.NamesFull || c.Privacy.Keep != 0 ||
		c.SourceURL != "https://h/{commit}/{path}" || c.Keys["privacy.names"].Line != 4 {
		t.Errorf("%+v", c)
	}
	_, diags = readTest(t, map[string]string{"config.toml": "base_url=\"example.com\"\ntimezone=\"Mars\"\ndate=\"2023年1月1日\"\nscreen_top=-1\n[privacy]\nnames=\"mask\"\n[privcy]\n"})
	wantDiags(t, diags,
		"config.toml:1:1: type-error: base_url“example.com”不是完整的网址【写成像 https://example.cn/ 这样的完整地址，或留空】",
		"config.toml:2:1: constraint-error: timezone“Mars”不是时区的名字【全国都用 Asia/Shanghai】",
		"config.toml:3:1: type-error: date“2023年1月1日”应是日期，不加引号【写成 date = 2023-01-01，不加引号】",
		"config.toml:4:1: constraint-error: screen_top“-1”太小，至少是 0【写 0 或更大的整数】",
		"config.toml:6:1: constraint-error: names“mask”应是其中之一：masked（张*明）、surname（张家）、full（全名）、none（不公布姓名）【是不是“masked”？】",
		"config.toml:7:1: unknown-key: 不认识“privcy”这一项【是不是“privacy”？】",
	)
}

func TestContent(t *testing.T) {
	book, diags := readTest(t, map[string]string{
		"content/v/rules.md":  "+++\ntitle = \"办法\"\ndate = 2023-01-01\nweight = 2\n+++\n\n# 别的\n",
		"content/b.md":        "\ufeff\r\n```\r\n# no\r\n```\r\n# 标题 #\r\n",
		"content/c.md":        "text",
		"content/v/photo.JPG": "\xff\xd8",
		"content/.git/x":      "y",
	})
	wantDiags(t, diags)
	a := book.Articles
	if len(a) != 3 || a[0].Title != "标题" || a[1].Title != "c" || a[2].Path != "v/rules" || a[2].Title != "办法" || a[2].Weight != 2 || a[2].Date == 0 {
		t.Fatalf("%+v", a)
	}
	if a[2].Body != "\n# 别的\n" || a[2].BodyLine != 6 || a[0].BodyLine != 1 || strings.Contains(a[0].Body, "\r") {
		t.Errorf("%+v", a[2])
	}
	if len(book.Images) != 1 || book.Images[0].Path != "v/photo.JPG" {
		t.Errorf("%+v", book.Images)
	}
}

func TestFrontMatterFaults(t *testing.T) {
	for text, want := range map[string]string{
		"+++\n\ntitel = \"x\"\n+++\n": "content/a.md:3:1: unknown-key: 不认识“titel”这一项【是不是“title”？】",
		"+++\ntitle = 甲\n+++\n":       "content/a.md:2:9: toml-syntax: 等号后面缺少值，或值没有加引号：“title = 甲”【文字两边加英文双引号，例如 name = \"中坪村\"】",
		"+++\ntitle = \"x\"\n":        "content/a.md:1:1: front-matter: 文章开头的“+++”没有结束【在 title、date 等行下面再加一行 +++】",
		"---\ntitle: x\n---\n":        "content/a.md:1:1: front-matter: 文章开头用了“---”【改用 +++，里面写成 title = \"…\"】",
		"---\n\nx\n":                  "",
	} {
		_, diags := readOne(t, "content/a.md", text)
		if got := strings.TrimSuffix(briefs(diags), "\n"); got != want {
			t.Errorf("%q:\n got %s\nwant %s", text, got, want)
		}
	}
}

// FuzzFront: no line is lost, and the body begins where it is said to.
func FuzzFront(f *testing.F) {
	f.Add("+++\ntitle = \"x\"\n+++\nbody\n# h")
	f.Add("+++\n+++")
	f.Add("---\na: b\n")
	f.Fuzz(func(t *testing.T, text string) {
		text = newlines.Replace(text)
		front, body, line, bad := splitFront(text)
		if !strings.HasSuffix(text, body) || line < 1 {
			t.Fatalf("%q: body %q at %d", text, body, line)
		}
		above := text[:len(text)-len(body)]
		if n := strings.Count(above, "\n") + 1; n != line && body != "" {
			t.Fatalf("%q: body at line %d, said %d", text, n, line)
		}
		if bad == nil && front != "" && strings.Count(front, "\n") != strings.Count(strings.TrimSuffix(above, "\n"), "\n") {
			t.Fatalf("%q: front matter %q has lost its lines", text, front)
		}
		if strings.Contains(firstHeading(body), "\n") {
			t.Fatalf("%q: heading of several lines", text)
		}
	})
}
