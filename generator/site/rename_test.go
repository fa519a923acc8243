package site_test

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
	"testing"

	"gongshi/generator/publish"
	"gongshi/generator/scan"
	"gongshi/generator/site"
	"gongshi/generator/sitetest"
)

// Nothing knows the sample: with every place, id, item and person renamed, the site is
// the same under that renaming. Chinese characters of the data become characters of
// Unicode's Extension B, and ids begin with zq, neither of which stands anywhere else,
// so that the renaming can be undone in the built bytes.
func TestNothingKnowsTheSample(t *testing.T) {
	t.Parallel()
	full := func(_ string, b []byte) []byte {
		return bytes.ReplaceAll(b, []byte(`names = "masked"`), []byte(`names = "full"`))
	}
	original := sitetest.CopySample(t, full)
	renamed := sitetest.CopySample(t, full)
	for _, dir := range []string{original, renamed} {
		sitetest.Unseal(t, dir) // digests do not survive a renaming
		emptyArticles(t, filepath.Join(dir, "content"))
	}
	want := sitetest.Build(t, site.Options{Source: original})
	renameSite(t, renamed)
	built := sitetest.Build(t, site.Options{Source: renamed})
	got := make(sitetest.Tree)
	for name, content := range built {
		got[string(undo([]byte(name)))] = undo(content)
	}
	for _, files := range []sitetest.Tree{got, want} {
		files.Forge() // nor do those of what programs read
		delete(files, publish.Manifest)
		for name, content := range files {
			if filepath.Ext(name) == ".ics" { // a character of Extension B is longer: lines are cut elsewhere
				content = bytes.ReplaceAll(content, []byte("\r\n "), nil)
			}
			for _, part := range fitted {
				content = part.ReplaceAll(content, nil)
			}
			files[name] = content
		}
	}
	sitetest.Compare(t, got, want)
}

// fitted is what depends on how long an address or a household's number is: a QR code and the
// width of a block of rows on paper.
var fitted = []*regexp.Regexp{regexp.MustCompile(`<svg class="qr".*</svg>`), regexp.MustCompile(` block block\d+`)}

// emptyArticles leaves of content only the procedures that tasks may name, without a text.
func emptyArticles(t *testing.T, content string) {
	t.Helper()
	articles, err := filepath.Glob(filepath.Join(content, "articles", "*.md"))
	sitetest.Must(t, err)
	sitetest.Must(t, os.RemoveAll(content))
	sitetest.Must(t, os.MkdirAll(filepath.Join(content, "articles"), 0o777))
	for _, name := range articles {
		sitetest.Must(t, os.WriteFile(name, []byte("+++\ntitle = \"x\"\n+++\n"), 0o666))
	}
}

const extensionB = 0x20000 - 0x4e00

// swap moves the common Chinese characters of s to Extension B.
func swap(s string) string {
	return strings.Map(func(r rune) rune {
		if 0x4e00 <= r && r <= 0x9fff {
			return r + extensionB
		}
		return r
	}, s)
}

func undo(b []byte) []byte {
	b = bytes.ReplaceAll(b, []byte("zq"), nil)
	return bytes.Map(func(r rune) rune {
		if 0x4e00+extensionB <= r && r <= 0x9fff+extensionB {
			return r - extensionB
		}
		return r
	}, b)
}

// words are the contract's own: headings and what cells may say.
var words = func() map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(`户号 户主 组 类别 决定 参与 同意 加入 退出 参与人数 股份 并入 成员号 姓名
		评分日期 评分人 备注 证明 编号 日期 项目 次数 分值 地点 事由 依据 来源 记录人 审核 审核日期
		周期 对象 原分 现分 原因 异议 是 否 农户 老年户 外来户 单位 通过 待审 未通过 不适用
		牵头 责任单位 目标 现值 投资万元 截止 状态 程序 未开始 进行中 已完成 已推迟
		名称 积分 库存 说明 商品 数量 经办`) {
		m[w] = true
	}
	return m
}()

// idHeadings are the columns that hold ids.
var idHeadings = map[string]bool{"户号": true, "成员号": true, "编号": true, "并入": true, "组": true, "异议": true}

var (
	tomlText = regexp.MustCompile(`"[^"\n]*"`)
	number   = regexp.MustCompile(`^[0-9.]+$`)
	tomlID   = regexp.MustCompile(`(?m)^(\s*(?:id|no|group|household|assesses|category)\s*=\s*")([A-Za-z0-9][^"\n]*")`)
)

// renameSite renames everything below dir's data folder.
func renameSite(t *testing.T, dir string) {
	t.Helper()
	var files, folders []string
	sitetest.Must(t, filepath.Walk(filepath.Join(dir, "data"), func(name string, info os.FileInfo, err error) error {
		switch {
		case err != nil:
		case !info.IsDir():
			files = append(files, name)
		case fileExists(filepath.Join(name, "place.toml")):
			folders = append(folders, name)
		}
		return err
	}))
	ids := schemeIDs(t, files)
	for _, name := range files {
		b, err := os.ReadFile(name)
		sitetest.Must(t, err)
		if filepath.Ext(name) == ".csv" {
			b = renameCSV(t, b, ids)
		} else {
			b = renameTOML(b)
		}
		sitetest.Must(t, os.WriteFile(name, b, 0o644))
	}
	sort.Sort(sort.Reverse(sort.StringSlice(folders))) // the deepest first
	for _, name := range folders {
		sitetest.Must(t, os.Rename(name, filepath.Join(filepath.Dir(name), "zq"+filepath.Base(name))))
	}
}

func fileExists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

// schemeIDs are all ids of the schemes, which events and sheets may name.
func schemeIDs(t *testing.T, files []string) map[string]bool {
	ids := make(map[string]bool)
	for _, name := range files {
		if filepath.Ext(name) == ".toml" {
			b, err := os.ReadFile(name)
			sitetest.Must(t, err)
			for _, m := range tomlID.FindAllSubmatch(b, -1) {
				ids[strings.TrimSuffix(string(m[2]), `"`)] = true
			}
		}
	}
	return ids
}

func renameTOML(b []byte) []byte {
	b = tomlID.ReplaceAll(b, []byte("${1}zq${2}"))
	return tomlText.ReplaceAllFunc(b, func(m []byte) []byte { return []byte(swap(string(m))) })
}

func renameCSV(t *testing.T, b []byte, ids map[string]bool) []byte {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(sitetest.Plain("", b))).ReadAll()
	sitetest.Must(t, err)
	for i, row := range rows {
		for j, cell := range row {
			switch {
			case words[cell], cell == "":
			case i > 0 && idHeadings[rows[0][j]], ids[cell] && !number.MatchString(cell), i > 0 && rows[0][j] == "对象" && swap(cell) == cell:
				row[j] = "zq" + cell
			default:
				row[j] = swap(cell)
			}
		}
		if i == 0 {
			rows[0] = append([]string(nil), row...)
		}
	}
	return []byte(scan.Lines(rows, ",", "\n"))
}
