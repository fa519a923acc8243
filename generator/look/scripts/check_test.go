package scripts

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"gongshi/generator/look"
	"gongshi/generator/proof"
	"gongshi/generator/sitetest"
)

// sealedPlace is a village of the sample with several seals, one of them after a correction.
const sealedPlace = "zhongping"

// answer is the answer that is shown, and its text.
const answer = `(a => a ? a.dataset.answer + ": " + a.innerText : "")([...document.querySelectorAll("[data-answer]")].find(a => !a.hidden && a.dataset.answer !== "busy"))`

// typeCode types a code and asks for the answer, which begins with want.
func typeCode(t *testing.T, tab context.Context, code, want string) string {
	t.Helper()
	look.Ask[any](t, tab, fmt.Sprintf(`document.querySelector(".check input").value = %q; document.querySelector(".check button").click()`, code))
	look.Await(t, tab, want, fmt.Sprintf(`%s.startsWith(%q)`, answer, want))
	return look.Ask[string](t, tab, answer)
}

// A village without organisations is told of none.
func TestCheckHouseholdsAlone(t *testing.T) {
	folder, _ := look.SampleFolder(t)
	tab := look.Browser(t)
	look.Open(t, tab, filepath.Join(folder, "longwu/wujiahui/proofs.html"))
	code := look.Ask[string](t, tab, `document.querySelector(".code[data-seal]").textContent`)
	if said := typeCode(t, tab, code, "same"); !strings.Contains(said, " 户的每一项分") || strings.Contains(said, "单位") {
		t.Error(said)
	}
}

// A paper notice is compared with what was sealed, from a disk and from plain http: its code in
// either form, however it is typed, or followed from its QR code.
func TestCheckPaper(t *testing.T) {
	folder, _ := look.SampleFolder(t)
	dir := filepath.Join(folder, sealedPlace)
	seals, err := os.ReadFile(filepath.Join(dir, "data/seals.csv"))
	sitetest.Must(t, err)
	digests := sitetest.Columns(t, "seals", seals)
	digest := digests["7"]["摘要"]
	server := httptest.NewServer(http.FileServer(http.Dir(folder)))
	defer server.Close()
	for _, at := range []string{"file://" + filepath.ToSlash(dir), server.URL + "/" + sealedPlace} {
		tab := look.Browser(t)
		visit := func(fragment string) {
			t.Helper()
			sitetest.Must(t, chromedp.Do(tab, chromedp.Navigate(at+"/proofs.html"+fragment)))
		}
		visit("#" + digest[:16])
		look.Await(t, tab, "the code of the QR", answer+`.startsWith("same: 网上：2023年6月封存的，没有改过。")`)
		visit("?")
		for _, code := range []string{
			digest[:16], proof.Code(digest), strings.ToUpper(proof.Code(digest)), proof.Spoken(digest), "　" + strings.Join(strings.Split(strings.ReplaceAll(proof.Spoken(digest), " ", ""), ""), "、"),
			strings.NewReplacer("0", "O", "1", "l").Replace(digest[:16]),
		} {
			said := typeCode(t, tab, code, "same")
			for _, want := range []string{"网上核对过：59 户、4 个单位", "您的纸：这里看不见，数字要自己对。", "没有核对：纸上印的字、合计、名次"} {
				if !strings.Contains(said, want) {
					t.Errorf("%s %q: %q lacks %q", at, code, said, want)
				}
			}
			if command := look.Ask[string](t, tab, `document.querySelector("[data-code]").textContent`); command != proof.Code(digest) {
				t.Errorf("the command has %q", command)
			}
		}
		said := typeCode(t, tab, digests["6"]["摘要"][:16], "same: 这张纸旧了：2023年6月更正以后，在 2023年7月12日 又封存过一次")
		if strings.Contains(said, "没有改过") || strings.Contains(said, "对上了") || !strings.Contains(said, "核对码是真的") || !strings.Contains(said, "网上核对过：2023年7月7日封存的") {
			t.Errorf("a paper from before the correction: %s", said)
		}
		look.Ask[int](t, tab, `document.querySelector("[data-sealed^='7 ']").setAttribute("data-outdated", ""), 0`) // as where it was corrected since
		said = typeCode(t, tab, digest[:16], "same: 这张纸旧了：2023年6月封存以后更正过，还没有再封存")
		if strings.Contains(said, "没有改过") || !strings.Contains(said, "核对码是真的") {
			t.Errorf("a paper from before a correction that is not sealed: %s", said)
		}
		typeCode(t, tab, "0123 4567 89ab cdef", "unknown: 没有找到")
		typeCode(t, tab, "埃坐座尊佐做", "unknown: 没有找到")
		typeCode(t, tab, "0123 4567", "form: ")
		typeCode(t, tab, "一二三四五六", "form: ")
	}
}

// What was changed afterwards does not pass, and is named: a figure, a figure with the digest of its line,
// the codes of the page, another seal in its place, and what is missing.
func TestCheckPaperChanged(t *testing.T) {
	tab := look.Browser(t)
	tree := sitetest.Sample(t)
	file, page := sealedPlace+"/seals/7.js", sealedPlace+"/proofs.html"
	digests := sitetest.Columns(t, "seals", tree[sealedPlace+"/data/seals.csv"])
	code, other := proof.Code(digests["7"]["摘要"]), proof.Code(digests["6"]["摘要"])
	line := regexp.MustCompile(`\["([^"]*)","([^"]*)","(户\|[^"]*?\|)(\d+)(\|\d+\|私[^"]*)","([0-9a-f]{64})"\]`)
	if !line.Match(tree[file]) {
		t.Fatal("no line to change")
	}
	changed := func(withDigest bool) []byte {
		done := false
		return line.ReplaceAllFunc(tree[file], func(is []byte) []byte {
			if done {
				return is
			}
			done = true
			part := line.FindSubmatch(is)
			text := string(part[3]) + "0" + string(part[5])
			digest := string(part[6])
			if withDigest {
				digest = proof.LineDigest(string(part[2]), text)
			}
			return fmt.Appendf(nil, `["%s","%s","%s","%s"]`, part[1], part[2], text, digest)
		})
	}
	for name, c := range map[string]struct {
		file    string
		content []byte
		code    string
		want    string
	}{
		"a figure":                  {file, changed(false), code, "differs: 对不上"},
		"a figure and its digest":   {file, changed(true), code, "differs: 对不上"},
		"another seal in its place": {file, tree[sealedPlace+"/seals/6.js"], code, "differs: 对不上"},
		"the codes of the page":     {page, []byte(strings.ReplaceAll(string(tree[page]), other, "0123 4567 89ab cdef")), "0123 4567 89ab cdef", "differs: 对不上"},
		"nothing to read":           {file, nil, code, "failed: 没有读到"},
	} {
		files := sitetest.Tree{}
		for path, content := range tree {
			if !strings.Contains(path, "/") || strings.HasPrefix(path, sealedPlace+"/seals/") || path == page {
				files[path] = content
			}
		}
		if files[c.file] = c.content; c.content == nil {
			delete(files, c.file)
		}
		look.Open(t, tab, filepath.Join(files.Folder(t), page))
		said := typeCode(t, tab, c.code, c.want)
		if named := regexp.MustCompile(`对不上的是：\S`).MatchString(said); named != (name == "a figure") {
			t.Errorf("%s: %q", name, said)
		}
	}
}
