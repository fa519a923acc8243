package desk

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongshi/generator/ledger"
	"gongshi/generator/site"
	"gongshi/generator/sitetest"
)

const (
	token  = "令牌"
	origin = "http://localhost:1313"
	sheet  = "data/v/scores/2026-04.csv"
	scheme = "title = \"办法\"\neffective = 2026-01-01\n[[event]]\nid = \"deed\"\nname = \"好人好事\"\npoints = 2\n[[event]]\nid = \"litter\"\nname = \"乱倒\"\nrange = [-5, -1]\napproval = true\n" +
		"[[category]]\nid = \"c\"\nname = \"卫生\"\n[[category.item]]\nid = \"yard\"\nname = \"庭院\"\npoints = 15\n[[category.item]]\nid = \"hall\"\nname = \"客厅\"\npoints = 10\n"
	households4 = "户号,户主,组,加入\n001,甲某,1,\n002,乙某,1,\n003,丙某,2,\n004,丁某,2,2026-04-10\n"
)

// base are the files of a village in April 2026.
func base() map[string]string {
	return map[string]string{
		"config.toml":               "title = \"公示\"\ndate = 2026-05-06\n",
		"data/v/place.toml":         "name = \"示例村\"\nkind = \"village\"\n[[group]]\nid = \"1\"\nname = \"一组\"\n[[group]]\nid = \"2\"\nname = \"二组\"\n[contact]\nsupervisor = \"村务监督委员会\"\n",
		"data/v/scheme/a.toml":      scheme,
		"data/v/households.csv":     households4,
		"data/v/scores/2026-03.csv": "户号,庭院,客厅\n001,10,5\n002,15,10\n003,1,不适用\n",
	}
}

// open is a desk of a site with these files beside those of base.
func open(t testing.TB, more map[string]string) (*Desk, string) {
	t.Helper()
	dir := t.TempDir()
	for _, files := range []map[string]string{base(), more} {
		for name, text := range files {
			sitetest.WriteFile(t, dir, name, text)
		}
	}
	return New(Options{Site: site.Options{Source: dir}, Token: token}), dir
}

// post sends JSON as a page of the desk does, and reads the answer into out.
func post(t testing.TB, d *Desk, path string, in, out any) int {
	t.Helper()
	body, err := json.Marshal(in)
	sitetest.Must(t, err)
	r := httptest.NewRequest(http.MethodPost, path, bytes.NewReader(body))
	r.Host = "localhost:1313"
	r.Header.Set("Origin", origin)
	r.Header.Set("X-Gongshi-Desk", token)
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	d.ServeHTTP(w, r)
	if err := json.Unmarshal(w.Body.Bytes(), out); err != nil {
		t.Fatalf("%d %s: %v", w.Code, w.Body, err)
	}
	return w.Code
}

func get(d *Desk, path string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	d.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
	return w
}

func text(t testing.TB, dir, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	sitetest.Must(t, err)
	return string(b)
}

// Each guard alone keeps a request out, and without any of the faults it is let in.
func TestGuards(t *testing.T) {
	const file = "户号,庭院,客厅\n001,1,\n"
	for _, c := range []struct {
		name   string
		change func(*http.Request)
		want   int
	}{
		{"as it should be", func(*http.Request) {}, 200},
		{"no token", func(r *http.Request) { r.Header.Del("X-Gongshi-Desk") }, 403},
		{"another token", func(r *http.Request) { r.Header.Set("X-Gongshi-Desk", token+"x") }, 403},
		{"no origin", func(r *http.Request) { r.Header.Del("Origin") }, 403},
		{"another origin", func(r *http.Request) { r.Header.Set("Origin", "http://evil.example") }, 403},
		{"another port", func(r *http.Request) { r.Header.Set("Origin", "http://localhost:1314") }, 403},
		{"an origin that begins alike", func(r *http.Request) { r.Header.Set("Origin", origin+".evil.example") }, 403},
		{"https", func(r *http.Request) { r.Header.Set("Origin", "https://localhost:1313") }, 403},
		{"of nobody", func(r *http.Request) { r.Header.Set("Origin", "null") }, 403},
		{"a form", func(r *http.Request) { r.Header.Set("Content-Type", "application/x-www-form-urlencoded") }, 403},
		{"plain text", func(r *http.Request) { r.Header.Set("Content-Type", "text/plain") }, 403},
		{"JSON of a kind", func(r *http.Request) { r.Header.Set("Content-Type", "application/json; charset=utf-8") }, 403},
		{"too much", func(r *http.Request) {
			r.Body = http.NoBody
			r.Body = readCloser{strings.NewReader(`{"words":"` + strings.Repeat("x", largest) + `"}`)}
		}, 413},
		{"no JSON", func(r *http.Request) { r.Body = readCloser{strings.NewReader("place=v")} }, 400},
		{"GET", func(r *http.Request) { r.Method = http.MethodGet }, 405},
		{"PUT", func(r *http.Request) { r.Method = http.MethodPut }, 405},
	} {
		d, dir := open(t, map[string]string{sheet: file})
		body, _ := json.Marshal(sheetEdit{Place: "v", Period: "2026-04", Digest: digest([]byte(file)), Cells: []cell{{"001", "庭院", "2"}}})
		r := httptest.NewRequest(http.MethodPost, "/desk/api/save", bytes.NewReader(body))
		r.Host = "localhost:1313"
		r.Header.Set("Origin", origin)
		r.Header.Set("X-Gongshi-Desk", token)
		r.Header.Set("Content-Type", "application/json")
		c.change(r)
		w := httptest.NewRecorder()
		d.ServeHTTP(w, r)
		var said struct{ Error string }
		json.Unmarshal(w.Body.Bytes(), &said)
		if w.Code != c.want || (said.Error == "") != (c.want == 200) || (text(t, dir, sheet) == file) != (c.want != 200) {
			t.Errorf("%s: %d %s, the file is %q", c.name, w.Code, w.Body, text(t, dir, sheet))
		}
	}
}

type readCloser struct{ *strings.Reader }

func (readCloser) Close() error { return nil }

// A desk without a token lets nobody write.
func TestNoTokenNoDesk(t *testing.T) {
	d, _ := open(t, nil)
	d.opt.Token = ""
	r := httptest.NewRequest(http.MethodPost, "/desk/api/undo", strings.NewReader("{}"))
	r.Host = "localhost:1313"
	r.Header.Set("Origin", origin)
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	if d.ServeHTTP(w, r); w.Code != 403 {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

// Every page has a policy that runs no script within it, and may not be framed or kept.
func TestPagesAreGuarded(t *testing.T) {
	d, _ := open(t, nil)
	for path, want := range map[string]int{
		"/desk/": 200, "/desk/?place=v": 200, "/desk/scores?place=v&period=2026-04": 200, "/desk/desk.css": 200, "/desk/grid.js": 200, "/desk/none": 404,
		"/desk/scores?place=v&period=2026-4": 400, "/desk/scores?place=&period=2026-04": 400, "/desk/scores?place=../v&period=2026-04": 500, "/desk/?place=w": 500,
	} {
		w := get(d, path)
		policy := w.Header().Get("Content-Security-Policy")
		if w.Code != want || strings.Contains(policy, "unsafe") || !strings.Contains(policy, "frame-ancestors 'none'") || !strings.Contains(policy, "default-src 'none'") ||
			w.Header().Get("Cache-Control") != "no-store" || w.Header().Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: %d %v", path, w.Code, w.Header())
		}
		if body := w.Body.String(); strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") && (strings.Contains(body, " style=") || strings.Contains(body, " onclick=")) {
			t.Errorf("%s: has what its policy forbids", path)
		}
	}
}

func TestHome(t *testing.T) {
	for name, c := range map[string]struct {
		more map[string]string
		want []string
	}{
		"nothing":  {nil, []string{"2026年3月", "2026年4月", "还没有填", "4 户"}},
		"filled":   {map[string]string{sheet: "户号,庭院,客厅\n001,1,1\n002,2,2\n003,3,3\n"}, []string{"3 户填好"}},
		"left":     {map[string]string{"data/v/households.csv": "户号,户主,组,加入,退出\n001,甲某,1,,\n002,乙某,1,,2026-03-31\n003,丙某,2,,\n"}, []string{"3 户", "2 户"}},
		"partly":   {map[string]string{sheet: "户号,庭院,客厅\n001,1,1\n002,2,\n"}, []string{"1/3 户"}},
		"an error": {map[string]string{sheet: "户号,庭院,客厅\n001,16,1\n002,2,1\n003,3,3\n"}, []string{"要先改好的", "错 1 处", "15", "改2026年4月的评分"}},
		"events":   {map[string]string{"data/v/events/2026.csv": "编号,日期,户号,项目,分值\n1,2026-04-03,001,乱倒,-2\n"}, []string{"1 件，待审 1 件"}},
		"posted": {map[string]string{"data/v/notices/2026-03.toml": "posted = 2026-04-02\n[meeting]\ndate = 2026-04-01\n[[objection]]\nno = \"1\"\nreceived = 2026-04-03\nhousehold = \"001\"\nabout = \"庭院\"\n"},
			[]string{"4月2日", "4月1日", "1 件没有答复", "件异议没有答复", `<a href="notice?period=2026-03&amp;place=v">打印</a>`}},
		"upheld":    {map[string]string{sheet: full, notice04: upheld04}, []string{"1 件成立，还没有更正", `<a href="correction?period=2026-04&amp;place=v">更正</a>`}},
		"corrected": {map[string]string{sheet: full, notice04: upheld04, "data/v/corrections.csv": "日期,周期,户号,对象,原分,现分,原因,异议\n2026-05-06,2026-04,001,庭院,1,2,量错,1\n"}, []string{"1 件都答复了"}},
	} {
		d, _ := open(t, c.more)
		w := get(d, "/desk/")
		for _, want := range c.want {
			if !strings.Contains(w.Body.String(), want) {
				t.Errorf("%s: no %q in %s", name, want, w.Body)
			}
		}
	}
}

// Of several villages one is chosen; what is above them has no desk.
func TestHomeOfSeveral(t *testing.T) {
	d, _ := open(t, map[string]string{"data/w/place.toml": "name = \"镇\"\nkind = \"town\"\n", "data/w/a/place.toml": "name = \"另一村\"\nkind = \"village\"\n"})
	body := get(d, "/desk/").Body.String()
	if !strings.Contains(body, "另一村") || !strings.Contains(body, `"./?place=w%2Fa"`) || strings.Contains(body, ">镇<") {
		t.Error(body)
	}
}

func TestDayWords(t *testing.T) {
	if got := dayWords(ledger.Day(2026, 5, 6)); got != "2026年5月6日" {
		t.Error(got)
	}
}
