package desk

import (
	"encoding/base64"
	"maps"
	"slices"
	"strings"
	"testing"

	"gongshi/generator/pack"
	"gongshi/generator/sitetest"
)

// checkList is what a form shows to be seen to, a line each, with the state before it and what follows behind it.
func checkList(t *testing.T, d *Desk, form, period string) string {
	t.Helper()
	v, err := d.view("v", period)
	sitetest.Must(t, err)
	var lines []string
	for _, c := range v.checks(form) {
		lines = append(lines, c.State+" "+c.Text+"："+c.Means)
	}
	return strings.Join(lines, "\n")
}

const metNotice = "[meeting]\ndate = 2026-05-04\nsupervised_by = \"村务监督委员会\"\n"

// What is still open before posting is named with what follows; only errors keep from posting.
func TestBeforePosting(t *testing.T) {
	for name, c := range map[string]struct {
		more map[string]string
		want []string
		open int // lines that are not done, but for the backup
	}{
		"all well": {map[string]string{sheet: full, notice04: metNotice}, []string{"done 资料核对过，没有错误：\n", "done 没有查出身份证号、电话、住址：\n", "done 评议会写了日子：", "done 写了谁监督：", "done 2026年4月过完了："}, 0},
		"nothing":  {map[string]string{sheet: full}, []string{"open 没有写评议会哪天开：分数是谁评定的", "open 没有写谁监督：有没有人监督过"}, 2},
		"an error": {map[string]string{sheet: "户号,庭院,客厅\n001,16,1\n", notice04: metNotice}, []string{"now 资料里还有 1 处错误：改好才能张榜"}, 1},
		"personal": {map[string]string{sheet: full, notice04: metNotice, deeds: "编号,日期,户号,项目,事由\n1,2026-04-03,001,好人好事,找 13800138000\n"},
			[]string{"now 资料里还有 1 处错误", "now 有 1 处像是个人信息：第一处在2026年的加减分 第2行"}, 2},
		"perhaps": {map[string]string{sheet: full, notice04: metNotice, deeds: "编号,日期,户号,项目,事由\n1,2026-04-03,001,好人好事,牌号 110101199003070012\n"},
			[]string{"done 资料核对过", "open 有 1 处像是个人信息"}, 1},
		"waiting": {map[string]string{sheet: full, notice04: metNotice, deeds: "编号,日期,户号,项目,分值,审核,审核日期\n1,2026-04-03,001,乱倒,-2,,\n2,2026-04-03,002,乱倒,-2,未通过,2026-05-06\n3,2026-05-03,002,乱倒,-2,,\n"},
			[]string{"open 有 1 件加减分待审：没有审核的不算进这一榜"}, 1},
		"reviewed on the day": {map[string]string{sheet: full, notice04: metNotice, deeds: "编号,日期,户号,项目,分值,审核,审核日期\n1,2026-04-03,001,乱倒,-2,通过,2026-05-05\n2,2026-04-03,002,乱倒,-2,通过,2026-05-06\n"},
			[]string{"open 2026年5月6日张榜，002 乱倒这 1 件赶不上：", "审核完的第二天再张榜。"}, 1},
		"too early": {map[string]string{"config.toml": "title = \"公示\"\ndate = 2026-04-30\n", sheet: full, notice04: strings.Replace(metNotice, "05", "04", 1)},
			[]string{"open 2026年4月还没有过完：剩下几天的加分扣分"}, 1},
	} {
		d, _ := open(t, c.more)
		got := checkList(t, d, "notice", "2026-04")
		for _, want := range c.want {
			if !strings.Contains(got, want) {
				t.Errorf("%s: no %q in\n%s", name, want, got)
			}
		}
		rest, last := got[:strings.LastIndex(got, "\n")], got[strings.LastIndex(got, "\n")+1:]
		if n := strings.Count("\n"+rest, "\nopen ") + strings.Count("\n"+rest, "\nnow "); n != c.open || !strings.HasPrefix(last, "open 这次打开程序以后没有备份过：") {
			t.Errorf("%s: %d are open:\n%s", name, n, got)
		}
	}
	d, _ := open(t, map[string]string{notice03: posted})
	if got := checkList(t, d, "notice", "2026-03"); strings.Contains(got, "\n") || !strings.Contains(got, "备份") {
		t.Errorf("posted: %s", got)
	}
}

// An open point does not keep from posting.
func TestOpenPointsDoNotBlock(t *testing.T) {
	d, _ := open(t, map[string]string{sheet: full})
	var got preview
	if post(t, d, "/desk/api/notice", filled{Place: "v", Period: "2026-04", Fields: fields("posted", "2026-05-06")}, &got); !got.Ready {
		t.Errorf("%+v", got)
	}
}

// backup asks for one, and returns its name and what it holds.
func backup(t *testing.T, d *Desk) (string, *pack.Pack) {
	t.Helper()
	was := checkList(t, d, "seal", "")
	var got struct{ Name, Content, Digest, Error string }
	if code := post(t, d, "/desk/api/backup", packing{"v"}, &got); code != 200 {
		t.Fatalf("%d %s", code, got.Error)
	}
	if now := checkList(t, d, "seal", ""); now != was {
		t.Errorf("it counts though the browser does not have it: %s", now)
	}
	if code := post(t, d, "/desk/api/kept", kept{"v", got.Digest}, &got); code != 200 {
		t.Fatalf("%d %s", code, got.Error)
	}
	bundle, err := base64.StdEncoding.DecodeString(got.Content)
	sitetest.Must(t, err)
	p, err := pack.Read(bundle)
	sitetest.Must(t, err)
	return got.Name, p
}

// A backup is the village's pack, as it can be taken in again; it counts until a file changes. Nothing is written.
func TestBackup(t *testing.T) {
	d, dir := open(t, map[string]string{sheet: full, "content/v/a.md": "+++\ntitle = \"一\"\n+++\n文\n", "data/w/place.toml": "name = \"另一村\"\nkind = \"village\"\n"})
	before := tree(t, dir)
	name, p := backup(t, d)
	if name != "v-2026-05-06.zip" || p.Place != "v" || p.Name != "示例村" {
		t.Errorf("%s: %+v", name, p.Manifest)
	}
	want := []string{"content/v/a.md", "data/v/households.csv", "data/v/place.toml", "data/v/scheme/a.toml", "data/v/scores/2026-03.csv", sheet}
	if got := slices.Sorted(maps.Keys(p.Content)); !slices.Equal(got, want) {
		t.Errorf("it has %q", got)
	}
	for name, content := range p.Content {
		if string(content) != text(t, dir, name) {
			t.Errorf("%s: %q", name, content)
		}
	}
	if after := tree(t, dir); !slices.Equal(before, after) {
		t.Errorf("files before %q, after %q", before, after)
	}
	if got := checkList(t, d, "seal", ""); !strings.HasPrefix(got, "done 备份下载了，以后没有再改：拷到优盘") || !strings.Contains(got, "不要发到群里") || strings.Contains(got, "姓名") {
		t.Error(got)
	}
	sitetest.WriteFile(t, dir, "data/w/tasks.csv", "another village's")
	if got := checkList(t, d, "seal", ""); !strings.HasPrefix(got, "done") {
		t.Errorf("another village changed: %s", got)
	}
	sitetest.WriteFile(t, dir, sheet, full+"\n")
	if got := checkList(t, d, "seal", ""); !strings.HasPrefix(got, "open 备份以后又改过：") {
		t.Error(got)
	}
	backup(t, d)
	if got := checkList(t, d, "seal", ""); !strings.HasPrefix(got, "done") {
		t.Error(got)
	}
}

// What could not be taken in again is no backup, and is not handed out as one; names that are kept elsewhere are told.
func TestBackupSays(t *testing.T) {
	var got struct{ Error string }
	d, _ := open(t, map[string]string{sheet: "户号,庭院,客厅\n001,16,1\n"})
	if code := post(t, d, "/desk/api/backup", packing{"v"}, &got); code != 400 || !strings.Contains(got.Error, "资料里有 1 处错误，改好再备份") {
		t.Errorf("%d %s", code, got.Error)
	}
	if code := post(t, d, "/desk/api/backup", packing{"../v"}, &got); code != 400 {
		t.Errorf("%d %s", code, got.Error)
	}
	d, _ = open(t, map[string]string{
		"config.toml": "title = \"公示\"\ndate = 2026-05-06\n[privacy]\nnames_file = \"names.csv\"\n", "names.csv": "地方,户号,户主\nv,001,甲某\nv,002,乙某\nv,003,丙某\nv,004,丁某\n",
		"data/v/households.csv": "户号,户主,组,加入\n001,,1,\n002,,1,\n003,,2,\n004,,2,2026-04-10\n",
	})
	d.opt.Stored = func(string) (int, int, bool) { return 0, 0, true }
	if got := checkList(t, d, "seal", ""); !strings.HasPrefix(got, "done 改动都留下了记录，也传到了别处：姓名另外存在“names.csv”，备份里没有，单独拷一份") {
		t.Error(got)
	}
	backup(t, d)
	if got := checkList(t, d, "seal", ""); !strings.Contains(got, "姓名另外存在“names.csv”，备份里没有，单独拷一份") {
		t.Error(got)
	}
}

// Git is a backup where all is committed and sent.
func TestGitAsBackup(t *testing.T) {
	for want, c := range map[string]struct {
		open, unsent int
		known        bool
	}{
		"done 改动都留下了记录，也传到了别处：":         {0, 0, true},
		"open 有 2 个文件改过，还没有留下改动记录：这台电脑": {2, 0, true},
		"open 留下了改动记录，还没有传到别处：":         {0, 3, true},
		"open 留下了改动记录，还没有传到别处：这台":       {0, -1, true},
		"open 这次打开程序以后没有备份过：":           {0, 0, false},
	} {
		d, _ := open(t, nil)
		d.opt.Stored = func(place string) (int, int, bool) { return c.open, c.unsent, c.known && place == "v" }
		if got := checkList(t, d, "seal", ""); !strings.HasPrefix(got, want) {
			t.Errorf("%s, want %s", got, want)
		}
	}
}
