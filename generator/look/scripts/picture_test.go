package scripts

import (
	"bytes"
	"context"
	"encoding/base64"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"

	"gongshi/generator/look"
	"gongshi/generator/site"
	"gongshi/generator/sitetest"
)

// written notes every text that is put on a canvas, by canvas.
const written = `(fill => {
	window.written = new Map();
	CanvasRenderingContext2D.prototype.fillText = function (text) {
		if (!window.written.has(this.canvas)) window.written.set(this.canvas, []);
		window.written.get(this.canvas).push(text);
		return fill.apply(this, arguments);
	};
})(CanvasRenderingContext2D.prototype.fillText)`

func picturing(t *testing.T) context.Context {
	t.Helper()
	tab := look.Browser(t)
	look.Prelude(t, tab, written)
	return tab
}

// drawn presses the button of a page and returns the texts of each picture. Each is a PNG of 1080 px that no
// phone refuses, with a red head on light ground and what lies between them: letters.
func drawn(t *testing.T, tab context.Context, file string) [][]string {
	t.Helper()
	look.Open(t, tab, file)
	if n := look.Ask[int](t, tab, `document.querySelectorAll(".picture button, .picture img").length`); n != 1 {
		t.Errorf("%s: %d buttons and pictures before it is pressed", file, n)
	}
	look.Ask[any](t, tab, `document.querySelector(".picture button").click()`)
	look.Await(t, tab, "the pictures", `(l => l.length > 0 && [...l].every(i => i.complete && i.naturalWidth))(document.querySelectorAll(".picture img"))`)
	look.Await(t, tab, "the links", `[...document.querySelectorAll(".picture a")].every(a => a.href.startsWith("blob:") && a.download.endsWith(".png"))`)
	for i, src := range look.Ask[[]string](t, tab, `[...document.querySelectorAll(".picture img")].map(i => i.src)`) {
		content, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(src, "data:image/png;base64,"))
		sitetest.Must(t, err)
		img, err := png.Decode(bytes.NewReader(content))
		sitetest.Must(t, err)
		size, colours := img.Bounds().Size(), make(map[color.Color]int)
		for y := range min(size.Y, 1500) {
			for x := range size.X {
				colours[img.At(x, y)]++
			}
		}
		red, ground := colours[color.NRGBA{0x8a, 0x14, 0x14, 0xff}], colours[color.NRGBA{0xfd, 0xfc, 0xf8, 0xff}]
		if size.X != 1080 || size.Y > 8192 || red < 200_000 || ground < 200_000 || len(colours) < 50 {
			t.Errorf("%s, picture %d: %v, %d red, %d of the ground, %d colours", file, i+1, size, red, ground, len(colours))
		}
	}
	return look.Ask[[][]string](t, tab, `[...written.values()]`)
}

// checkListed wants every household of a table once on the pictures, with its figure behind it.
func checkListed(t *testing.T, of string, pictures [][]string, rows map[string]map[string]string, column string) {
	t.Helper()
	all := slices.Concat(pictures...)
	for id, row := range rows {
		var at []int
		for i, text := range all {
			if text == id {
				at = append(at, i)
			}
		}
		want := []string{row["户号"], row[column], row["名次"]}
		if len(at) != 1 || !slices.Equal(all[at[0]:at[0]+3], want) {
			t.Errorf("%s: %v stands at %v", of, want, at)
		}
	}
}

// The picture says which village and period, until when one may object, to whom, and where the period stands; it
// has every household's number and nobody's name, but for those that the message names.
func TestLongPicture(t *testing.T) {
	tab, files := picturing(t), sitetest.Sample(t)
	dir, _ := look.SampleFolder(t)
	for _, c := range []struct {
		place, period, column string
		said                  []string
	}{
		{"zhongping", "2023-12", "合计", []string{"中坪村（示例）", "2023年12月", "积分公示", "公示中", "2024年1月11日至1月15日", "到1月15日（星期一）晚上 12 点", "000-0000 0101", "000-0000 0102", "参加的 58 户"}},
		{"zhongping", "2023-11", "合计", []string{"异议核查中", "12月11日（星期一）", "1 件异议在核查", "分数还可能变"}},
		{"longwu/longyuzhuang", "2023", "合计", []string{"2023年", "已生效", "1月5日（星期五）", "评上五星级文明户的有 9 户：002 仇*忠", "050 欧阳*芳"}},
		{"ninghe/banqiao/beizhu", "2023", "平均", []string{"已生效", "评上文明家庭的有 3 户：003 李*"}},
	} {
		name := c.place + "/broadcast/" + c.period
		pictures := drawn(t, tab, filepath.Join(dir, name+".html"))
		data := c.place + "/data/" + c.period + ".csv"
		rows := sitetest.Columns(t, data, files[data])
		checkListed(t, name, pictures, rows, c.column)
		text, message := strings.Join(pictures[0], ""), string(files[name+"-wechat.txt"])
		for _, want := range c.said {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is not in %s", name, want, text)
			}
		}
		rest := strings.ReplaceAll(text, " ", "")
		for line := range strings.Lines(strings.ReplaceAll(message, " ", "")) {
			rest = strings.ReplaceAll(rest, strings.TrimSpace(line), "")
		}
		for _, row := range rows {
			if person := row["户主"]; person != "" && strings.Contains(rest, person) {
				t.Errorf("%s names %s: %s", name, person, rest)
			}
		}
		doc := string(files[c.place+"/notices/"+c.period+".html"])
		_, code, _ := strings.Cut(doc, `<code data-seal="`)
		_, code, _ = strings.Cut(code, `">`)
		if code, _, _ = strings.Cut(code, "<"); len(code) != 19 || !slices.Contains(pictures[0], code) || !strings.Contains(text, "扫码看") {
			t.Errorf("%s: neither QR code nor check code %s: %s", name, code, text)
		}
	}
}

// private is a village that publishes full names of those who agree alone, with a household that has not agreed, one
// that lost points for what is sensitive, and no address on the web.
var private = map[string]string{
	"config.toml":                 "title = \"示例\"\ndate = 2024-02-20\n[privacy]\nnames = \"full\"\nconsent = \"omit\"\ndeductions = \"grounds\"\n",
	"data/v/place.toml":           "name = \"甲村（示例）\"\nkind = \"village\"\n[contact]\noffice = \"村委会\"\nphone = \"12345\"\n",
	"data/v/households.csv":       "户号,户主,类别,同意\nq1,张晓明,农户,2022-12-01\nq2,李云龙,农户,2022-12-01\nq3,王五妹,农户,\nS9,百货店,单位,2022-12-01\n",
	"data/v/scheme/a.toml":        "title = \"办法\"\neffective = 2023-01-01\n[[category]]\nid = \"c\"\nname = \"人居\"\n[[category.item]]\nid = \"y\"\nname = \"庭院\"\npoints = 50\n[[category.item]]\nid = \"s\"\nname = \"室内\"\npoints = 50\nsensitive = true\n[[event]]\nid = \"f\"\nname = \"违约\"\npoints = -7\nsensitive = true\n[honours]\ncycle = \"month\"\n[[honours.level]]\nname = \"五星\"\ncount = 1\n",
	"data/v/scores/2024-01.csv":   "户号,庭院,室内\nq1,41,42\nq2,43,39\nq3,31,33\nS9,44,45\n",
	"data/v/events/2024.csv":      "编号,日期,户号,项目,事由\n1,2024-01-09,q2,违约,吵架\n",
	"data/v/notices/2024-01.toml": "posted = 2024-02-03\n",
}

func TestPictureIsOfWhatIsPublic(t *testing.T) {
	axe, tab, source := look.NPM(t, "axe-core/axe.min.js"), picturing(t), t.TempDir()
	for name, content := range private {
		sitetest.WriteFile(t, source, name, content)
	}
	dir := sitetest.Build(t, site.Options{Source: source}).Folder(t)
	pictures := drawn(t, tab, filepath.Join(dir, "v/broadcast/2024-01.html"))
	text := strings.Join(pictures[0], " ")
	for _, want := range []string{"q1 83 1", "q2 75 2", "S9 89 1", "评上五星的有 1 户：q1 张晓明", "另有 1 户未同意公布", "电话：12345"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in %s", want, text)
		}
	}
	for _, never := range []string{"q3", "64", "王五妹", "李云龙", "百货店", "违约", "吵架", "-7", "室内", "庭院", "核对码", "扫码"} {
		if strings.Contains(text, never) {
			t.Errorf("%q is in %s", never, text)
		}
	}
	checkSaved(t, tab, "甲村（示例）2024年1月积分公示.png")
	look.Window(t, tab, 360, 640, "light")
	look.Report(t, "at 360 px", look.Found(t, tab, "layout.js", look.Layout))
	look.LoadAxe(t, tab, axe)
	look.CheckAxe(t, tab, 360, "light", true)
}

// checkSaved follows the link of a picture, which the policy of the page lets the browser save.
func checkSaved(t *testing.T, tab context.Context, name string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	sitetest.Must(t, chromedp.Do(tab, look.Call(browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{
		Behavior: browser.SetDownloadBehaviorBehaviorAllow, DownloadPath: filepath.Dir(file),
		BrowserContextID: chromedp.FromContext(tab).BrowserContextID,
	})))
	look.Ask[any](t, tab, `document.querySelector(".picture a").click()`)
	for end := time.Now().Add(20 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		content, err := os.ReadFile(file)
		if err == nil && bytes.HasPrefix(content, []byte("\x89PNG")) {
			return
		}
		if time.Now().After(end) {
			t.Fatalf("the link saves nothing: %v", err)
		}
	}
}

// A village for which one picture is too short has several, each with its number, and all of them list everybody once.
func TestPicturesOfALargeVillage(t *testing.T) {
	tab, source := picturing(t), t.TempDir()
	sitetest.LargeVillage(t, source, 700, 12)
	files := sitetest.Build(t, site.Options{Source: source})
	pictures := drawn(t, tab, filepath.Join(files.Folder(t), "big/broadcast/2023-12.html"))
	if len(pictures) != 2 {
		t.Fatalf("%d pictures", len(pictures))
	}
	checkListed(t, "big", pictures, sitetest.Columns(t, "csv", files["big/data/2023-12.csv"]), "合计")
	for i, want := range []string{"第 1 张，共 2 张", "第 2 张，共 2 张"} {
		for _, want := range []string{want, "大村（示例）", "1月8日（星期一）", "农户积分 "} {
			if text := strings.Join(pictures[i], ""); !strings.Contains(text, want) {
				t.Errorf("picture %d: %q is not in %.300s", i+1, want, text)
			}
		}
	}
}
