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

// Every key of a place is at home in the place's own file, whatever it has from above.
func TestKeysNameTheirFile(t *testing.T) {
	book, diags := readTest(t, map[string]string{
		"data/town/place.toml":   "name=\"镇\"\nkind=\"town\"\n[publicity]\ndays=5\nfrom=2023-03-01\n[publicity.before]\ndays=3\n",
		"data/town/x/place.toml": "name=\"子\"\nkind=\"village\"\n[publicity]\ndays=4\n",
	})
	wantDiags(t, diags)
	for _, path := range []string{"town", "town/x"} {
		for key, at := range book.Place(path).Keys {
			if at.File != "data/"+path+"/place.toml" {
				t.Errorf("%s: %s is at %v", path, key, at)
			}
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
		"config.toml:7:1: unknown-key: 不认识“[privcy]”这一项【是不是“[privacy]”？】",
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
		"+++\ntitle = 甲\n+++\n":       "content/a.md:2:9: toml-syntax: 等号后面缺少值，或值没有加引号：“title = 甲”【写成 title = \"甲\"】",
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
