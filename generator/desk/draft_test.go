package desk

import (
	"bytes"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gongshi/generator/site"
	"gongshi/generator/sitetest"
	"gongshi/themes"
)

const draftMark, draftNote = `class="draft"`, "未张榜，仅供核对，请勿转发"

var loads = regexp.MustCompile(`<(?:link rel="(?:stylesheet|icon)" href|img[^>]* src)="([^"]+)"`)

// The draft of a period is shown as the site would have it, marked on every page, with what it loads; and nothing is
// written, nor does the published site know of it.
func TestDraft(t *testing.T) {
	d, dir := open(t, map[string]string{sheet: full, notice03: posted})
	before := tree(t, dir)
	for _, name := range []string{"notices/2026-04.html", "2026-04.html", "index.html", "h/001.html", "rules.html", "notices/2026-03.html"} {
		w := get(d, "/desk/draft/v/"+name)
		body := w.Body.String()
		if w.Code != 200 || !strings.Contains(body, draftMark) || !strings.Contains(body, draftNote) || !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") {
			t.Errorf("%s: %d, no draft: %s", name, w.Code, body)
		}
		for _, link := range loads.FindAllStringSubmatch(body, -1) {
			at := filepath.ToSlash(filepath.Join("/desk/draft/v", filepath.Dir(name), link[1]))
			if w := get(d, at); w.Code != 200 || w.Body.Len() == 0 || strings.HasSuffix(at, ".css") != strings.HasPrefix(w.Header().Get("Content-Type"), "text/css") {
				t.Errorf("%s loads %s: %d %s", name, at, w.Code, w.Header().Get("Content-Type"))
			}
		}
	}
	if w := get(d, "/desk/draft/v/data/2026-04.csv"); w.Code != 200 || !strings.Contains(w.Body.String(), "001") || w.Header().Get("Content-Type") != "application/octet-stream" {
		t.Errorf("the table: %d %v", w.Code, w.Header())
	}
	if w := get(d, "/desk/posted/v/notices/2026-04.html"); w.Code != 404 || !strings.Contains(w.Body.String(), "还没有这一页") {
		t.Errorf("what is not posted: %d %s", w.Code, w.Body)
	}
	if after := tree(t, dir); !slices.Equal(before, after) {
		t.Errorf("files before %q, after %q", before, after)
	}
}

// A posted notice is shown as it is published, byte for byte.
func TestPostedIsAsPublished(t *testing.T) {
	d, dir := open(t, map[string]string{sheet: full, notice03: posted})
	out := filepath.Join(t.TempDir(), "public")
	_, list, err := site.Build(site.Options{Source: dir, Output: out, NoHistory: true})
	if err != nil || list.HasErrors() {
		t.Fatal(err, list)
	}
	for _, name := range []string{"v/notices/2026-03.html", "v/2026-03.html", "v/index.html", "v/h/001.html"} {
		want, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(name)))
		sitetest.Must(t, err)
		if got := get(d, "/desk/posted/"+name).Body.Bytes(); !bytes.Equal(got, want) || strings.Contains(string(got), draftMark) {
			t.Errorf("%s: %s\nbut published: %s", name, got, want)
		}
	}
}

// No other page frames what is not published, and no script of a theme runs beside what writes.
func TestDraftIsGuarded(t *testing.T) {
	d, _ := open(t, map[string]string{sheet: full})
	for _, path := range []string{"/desk/draft/v/notices/2026-04.html", "/desk/posted/v/rules.html", "/desk/draft/v/none.html", "/desk/draft/"} {
		h := get(d, path).Header()
		if got := h.Get("Content-Security-Policy"); got != policy || !strings.Contains(got, "frame-ancestors 'self'") || !strings.Contains(got, "default-src 'none'") || strings.Contains(got, "script") {
			t.Errorf("%s: %s", path, got)
		}
		if h.Get("Cache-Control") != "no-store" || h.Get("X-Content-Type-Options") != "nosniff" || h.Get("Cross-Origin-Resource-Policy") != "same-origin" {
			t.Errorf("%s: %v", path, h)
		}
	}
	w := httptest.NewRecorder()
	if d.ServeHTTP(w, httptest.NewRequest(http.MethodPost, "/desk/draft/v/index.html", nil)); w.Code != 403 {
		t.Errorf("posted to: %d", w.Code)
	}
}

// Where there is nothing to show, the page says why.
func TestDraftSaysWhy(t *testing.T) {
	layout, err := fs.ReadFile(themes.Default(), "layouts/notice.html")
	sitetest.Must(t, err)
	layout = bytes.Replace(layout, []byte("</article>"), []byte("13800138000</article>"), 1)
	for name, c := range map[string]struct {
		more       map[string]string
		path, want string
	}{
		"nothing yet":      {nil, "v/notices/2026-04.html", "还没有这一页"},
		"errors":           {map[string]string{sheet: "户号,庭院,客厅\n001,16,1\n"}, "v/notices/2026-04.html", "资料里有 1 处错误，改好以后才看得到网页"},
		"the root":         {map[string]string{sheet: full}, "index.html", `href="/index.html"`},
		"a town's page":    {map[string]string{"data/w/place.toml": "name = \"镇\"\nkind = \"town\"\n", "data/w/a/place.toml": "name = \"另一村\"\nkind = \"village\"\n"}, "w/index.html", `href="/w/index.html"`},
		"beyond the site":  {nil, "..%2f..%2fconfig.toml", elsewhere},
		"beyond a village": {nil, "v/..%2f..%2fconfig.toml", "还没有这一页"},
		"what is withheld": {map[string]string{sheet: full, "themes/default/layouts/notice.html": string(layout)}, "v/notices/2026-04.html", "手机号"},
	} {
		d, _ := open(t, c.more)
		r := get(d, "/desk/draft/"+c.path)
		if r.Code == 200 || !strings.Contains(r.Body.String(), c.want) || strings.Contains(r.Body.String(), "13800138000") {
			t.Errorf("%s: %d %s", name, r.Code, r.Body)
		}
	}
}

// Beside the form of a notice stands its draft, and its page once it is posted; from there it is printed and sealed.
func TestNoticeBesideItsForm(t *testing.T) {
	d, _ := open(t, map[string]string{sheet: full, notice03: posted})
	for path, want := range map[string][]string{
		"notice?place=v&period=2026-04": {`src="draft/v/notices/2026-04.html"`, "没有公开", "打印草稿"},
		"notice?place=v&period=2026-03": {`src="posted/v/notices/2026-03.html"`, "先封存，再打印", `href="seal?period=2026-03&amp;place=v"`, `id="print"`},
		"seal?place=v":                  {`src="posted/v/notices/2026-03.html"`, "先封存，再打印", `id="print"`},
		"seal?place=v&period=2026-03":   {`src="posted/v/notices/2026-03.html"`},
	} {
		body := get(d, "/desk/"+path).Body.String()
		for _, want := range want {
			if !strings.Contains(body, want) {
				t.Errorf("%s: no %q in %s", path, want, body)
			}
		}
		if strings.Contains(body, "草稿") != strings.Contains(path, "04") {
			t.Errorf("%s: %s", path, body)
		}
	}
	var got preview
	in := filled{Place: "v"}
	post(t, d, "/desk/api/seal", in, &got)
	in.Write, in.Seen = true, got.Seen
	post(t, d, "/desk/api/seal", in, &got)
	if body := get(d, "/desk/notice?place=v&period=2026-03").Body.String(); !strings.Contains(body, "张榜、封存了") || strings.Contains(body, "先封存") {
		t.Errorf("sealed: %s", body)
	}
	if body := get(d, "/desk/posted/v/notices/2026-03.html").Body.String(); !strings.Contains(body, "data-seal=") {
		t.Errorf("the notice has no code: %s", body)
	}
	if body := get(d, "/desk/scores?place=v&period=2026-04").Body.String(); !strings.Contains(body, `href="notice?place=v&amp;period=2026-04" target="_blank"`) {
		t.Errorf("no way from the sheet to its draft: %s", body)
	}
	if body := get(d, "/desk/event?place=v&period=2026-04").Body.String(); strings.Contains(body, "<iframe") || strings.Contains(body, `id="checks"`) {
		t.Errorf("an event: %s", body)
	}
}

// Where errors keep from knowing whether a notice is sealed, nobody is sent to print it.
func TestNoticeWithErrorsBesideItsForm(t *testing.T) {
	d, _ := open(t, map[string]string{sheet: "户号,庭院,客厅\n001,16,1\n", notice03: posted})
	for _, path := range []string{"notice?place=v&period=2026-03", "seal?place=v"} {
		body := get(d, "/desk/"+path).Body.String()
		if !strings.Contains(body, "资料里有错误，看不出封存了没有：先改好") || strings.Contains(body, "张榜、封存了") || strings.Contains(body, `id="print"`) {
			t.Errorf("%s: %s", path, body)
		}
	}
}
