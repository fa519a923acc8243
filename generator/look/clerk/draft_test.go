package clerk

import (
	"context"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"

	"gongshi/generator/desk"
	"gongshi/generator/diag"
	"gongshi/generator/look"
	"gongshi/generator/pack"
	"gongshi/generator/serve"
	"gongshi/generator/site"
	"gongshi/generator/sitetest"
)

const marks = "户号,庭院,客厅\n001,12,9\n002,15,10\n"

// served is a clerk before the desk as the program serves it, beside the site.
func served(t *testing.T) (c *clerk, public string) {
	t.Helper()
	c = begin(t)
	sitetest.WriteFile(t, c.dir, "data/v/households.csv", "户号,户主,组\n001,示例1,1\n002,示例2,2\n")
	sitetest.WriteFile(t, c.dir, "data/v/scores/2026-04.csv", marks)
	public = filepath.Join(c.dir, "public")
	opt := site.Options{Source: c.dir, Output: public, NoHistory: true}
	listener, err := net.Listen("tcp", "localhost:0")
	sitetest.Must(t, err)
	ctx, cancel := context.WithCancel(context.Background())
	over := make(chan error)
	t.Cleanup(func() { cancel(); sitetest.Must(t, <-over) })
	go func() {
		over <- serve.Run(ctx, serve.Options{
			Source: c.dir, Output: public, Listen: []net.Listener{listener}, Log: io.Discard, Desk: desk.New(desk.Options{Site: opt, Token: "letmein"}),
			Build: func() (diag.List, error) { _, list, err := site.Build(opt); return list, err },
		})
	}()
	c.address = "http://" + listener.Addr().String()
	return c, public
}

// inFrame is an expression in the page that the form shows.
func inFrame(expression string) string {
	return `(function (w) { var document = w.document; return ` + expression + `; })(window.document.querySelector("#seen iframe").contentWindow)`
}

func (c *clerk) awaitsFrame(what, text string) {
	c.t.Helper()
	c.awaits(what, inFrame(`!!document.body && document.body.innerText.indexOf(`+"`"+text+"`"+`) >= 0`))
}

// filesWith are those below a folder that have one of these texts, or are called so.
func filesWith(t *testing.T, dir string, texts ...string) (found []string) {
	t.Helper()
	sitetest.Must(t, filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(name)
		for _, text := range texts {
			if strings.Contains(name+string(content), text) {
				found = append(found, name+" has "+text)
			}
		}
		return err
	}))
	return found
}

// The draft stands beside the notice's form and shows what was saved; posted, it is the page that is published. It is
// sealed and printed from there, and the published site never has the draft.
func TestDraftBesideNotice(t *testing.T) {
	c, public := served(t)
	c.goes("/desk/notice?place=v&period=2026-04")
	c.awaitsFrame("the draft", "未张榜，仅供核对，请勿转发")
	c.awaits("a draft to print", `document.getElementById("print").hidden === false`)
	if got := c.reads("#seen p"); !strings.Contains(got, "草稿") || !strings.Contains(got, "没有公开") {
		t.Errorf("nobody says that it is a draft: %s", got)
	}
	beside := `(function (f, s) { return s.left >= f.right && s.top < 100 && s.bottom <= innerHeight && s.right <= document.documentElement.clientWidth; })(form.getBoundingClientRect(), seen.getBoundingClientRect())`
	below := `(function (f, s) { return s.top >= f.bottom && s.width > 0.9 * f.width; })(form.getBoundingClientRect(), seen.getBoundingClientRect())`
	for _, w := range []struct {
		width, height int64
		where         string
	}{{1280, 720, beside}, {1920, 1080, beside}, {1024, 576, below}, {640, 720, below}, {1280, 720, beside}} {
		look.Window(t, c.tab, w.width, w.height, "light")
		if !look.Ask[bool](t, c.tab, w.where) {
			t.Errorf("%d×%d: it is not where it should be", w.width, w.height)
		}
	}

	c.fillsIn("评议会：空 → 2026-05-05", "met", "2026-05-05")
	c.awaitsFrame("what was saved", "2026年5月5日")
	c.awaits("the list", `checks.textContent.indexOf("评议会写了日子") >= 0`)
	if traces := filesWith(t, public, "2026-04.html", "2026-04.csv", "2026-05-05", "2026年5月5日", "请勿转发"); traces != nil {
		t.Errorf("before posting, the published site has the draft: %q", traces)
	}

	c.fillsIn("张榜：空 → 2026-05-06", "posted", "2026-05-06")
	c.awaits("no draft any more", `seen.textContent.indexOf("草稿") < 0 && seen.textContent.indexOf("先封存，再打印") >= 0`)
	c.awaitsFrame("the notice", "2026年5月6日")
	if look.Ask[bool](t, c.tab, inFrame(`document.body.innerText.indexOf("草稿") >= 0`)) {
		t.Error("what is posted is shown as a draft")
	}
	c.clicks("#seen .go")
	c.awaits("the form of sealing", `document.title.indexOf("封存") === 0 && !write.disabled`)
	c.clicks("#write")
	c.awaits("sealed", `done.textContent === "封存好了。" && seen.textContent.indexOf("张榜、封存了") >= 0`)
	c.awaits("on to the paper", `!then.hidden && then.textContent === "打印2026年4月的公示，墙上有旧的就换下"`)
	c.awaitsFrame("the check code", "核对码")
	c.has("seals.csv", "2026-04")
	c.prints("核对码")

	c.goes("/desk/notice?place=v&period=2026-04")
	c.awaitsFrame("the sealed notice", "核对码")
	c.prints("核对码")
	c.goes("/v/notices/2026-04.html")
	c.awaits("the site has it", `document.body.innerText.indexOf("核对码") >= 0`)
	c.goes("/desk/notice?place=v&period=2026-05")
	c.awaits("nothing to print of a month without a page", `document.getElementById("print").hidden === true`)
}

// prints presses the button, which prints the page within the frame alone, with this text.
func (c *clerk) prints(text string) {
	c.t.Helper()
	look.Ask[bool](c.t, c.tab, `(function (w) { window.printed = ""; window.print = function () { window.printed = "the form"; }; w.print = function () { window.printed = w.document.body.innerText; }; print = window.print; document.getElementById("print").click(); return true; })(document.querySelector("#seen iframe").contentWindow)`)
	c.awaits("printed", `window.printed.indexOf(`+"`"+text+"`"+`) >= 0`)
}

// fillsIn fills in fields of the form that is open, and writes them.
func (c *clerk) fillsIn(would string, fields ...string) {
	c.t.Helper()
	for i := 0; i < len(fields); i += 2 {
		look.Ask[bool](c.t, c.tab, `(function (f) { f.value = "`+fields[i+1]+`"; f.dispatchEvent(new Event("input", { bubbles: true })); return true; })(form.querySelector("[name=`+fields[i]+`]"))`)
	}
	c.awaits("what would be written: "+would, `changes.textContent.indexOf("`+would+`") >= 0 && !write.disabled`)
	c.clicks("#write")
	c.awaits("written", `done.textContent === "写好了。"`)
}

// The page of the draft runs no script and asks nobody; what it links to is shown in the frame.
func TestDraftIsStill(t *testing.T) {
	c, _ := served(t)
	c.goes("/desk/notice?place=v&period=2026-04")
	c.awaitsFrame("the draft", "请勿转发")
	look.Ask[bool](t, c.tab, inFrame(`(document.querySelector('a[href*="2026-04.html"]').click(), true)`))
	c.awaitsFrame("the ranking, a draft too", "积分排名")
	if !look.Ask[bool](t, c.tab, inFrame(`document.body.innerText.indexOf("请勿转发") >= 0 && !document.documentElement.classList.contains("js") && getComputedStyle(document.querySelector("p.draft")).borderBottomStyle === "dashed"`)) {
		t.Error("the ranking is no draft, runs scripts, or lacks its style")
	}
}

// A backup goes to the browser's own folder, and the list says that it is made.
func TestBackupFromTheDesk(t *testing.T) {
	c, _ := served(t)
	folder := t.TempDir()
	sitetest.Must(t, chromedp.Do(c.tab, look.Call(browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{
		Behavior: browser.SetDownloadBehaviorBehaviorAllow, DownloadPath: folder, BrowserContextID: chromedp.FromContext(c.tab).BrowserContextID,
	})))
	c.goes("/desk/notice?place=v&period=2026-04")
	c.clicks("#backup")
	c.awaits("it counts", `checks.textContent.indexOf("备份下载了，以后没有再改") >= 0`)
	name := filepath.Join(folder, "v-2026-05-06.zip")
	var bundle []byte
	for range 200 {
		if bundle, _ = os.ReadFile(name); len(bundle) > 0 {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	p, err := pack.Read(bundle)
	if err != nil || string(p.Content["data/v/scores/2026-04.csv"]) != marks {
		t.Fatalf("%v: %d bytes", err, len(bundle))
	}
	c.fillsIn("评议会：空 → 2026-05-05", "met", "2026-05-05")
	c.awaits("it counts no more", `checks.textContent.indexOf("备份以后又改过") >= 0`)
	sitetest.WriteFile(t, c.dir, "data/v/scores/2026-04.csv", "户号,庭院,客厅\n001,99,9\n")
	c.clicks("#backup")
	c.awaits("why there is none", `kept.textContent.indexOf("资料里有 1 处错误") >= 0`)
}

// A village whose folder is called desk has its pages there, and its work is done at the desk's other address.
func TestVillageCalledDesk(t *testing.T) {
	c, _ := served(t)
	for name, text := range map[string]string{
		"place.toml": "name = \"桌村（示例）\"\nkind = \"village\"\n", "scheme/a.toml": rules, "households.csv": "户号,户主\n001,示例1\n", "notices/2026-03.toml": "posted = 2026-04-03\n",
		"scores/2026-03.csv": "户号,庭院,客厅\n001,1,2\n",
	} {
		sitetest.WriteFile(t, c.dir, "data/desk/"+name, text)
	}
	c.goes("/desk/") // the desk, until there is such a village
	c.awaits("the village", `document.body.innerText.indexOf("桌村") >= 0 && !!document.querySelector("link[href*='style.']") || (location.reload(), false)`)
	c.goes("/.desk/?place=desk")
	if got := c.reads("h1"); !strings.Contains(got, "工作台") {
		t.Fatal(got)
	}
	c.clicks(".next .go")
	c.awaits("the sheet", `!!document.getElementById("full") && document.activeElement.id === "pen" && location.pathname === "/.desk/scores"`)
	look.Press(t, c.tab, "12\t9\t")
	c.saves()
	c.awaits("saved", `say.textContent.indexOf("已保存") === 0`)
	c.goes("/.desk/notice?place=desk&period=2026-04")
	c.awaitsFrame("the draft", "请勿转发")
	c.fillsIn("评议会：空 → 2026-05-05", "met", "2026-05-05")
	c.awaitsFrame("what was saved", "2026年5月5日")
}
