package verify_test

import (
	"bytes"
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator/render"
	"gongshi/generator/sitetest"
	"gongshi/generator/verify"
)

// edit replaces text that stands once in a file.
func edit(t *testing.T, files sitetest.Tree, name, old, text string) {
	t.Helper()
	if n := bytes.Count(files[name], []byte(old)); n != 1 {
		t.Fatalf("%s: %q stands %d times", name, old, n)
	}
	files[name] = bytes.Replace(files[name], []byte(old), []byte(text), 1)
}

// checked checks a site, and gives the report and whether it tells of a difference.
func checked(t *testing.T, site fs.FS) (differs bool, said string) {
	t.Helper()
	report, err := verify.Site(site, verify.Options{Theme: render.ThemeIn("")})
	sitetest.Must(t, err)
	var out bytes.Buffer
	report.Write(&out)
	return len(report.Differences) > 0, out.String()
}

// held is a site without a disk.
func held(files sitetest.Tree) fs.FS {
	site := make(fstest.MapFS)
	for name, content := range files {
		site[name] = &fstest.MapFile{Data: content}
	}
	return site
}

// verified writes a site and runs verify on it.
func verified(t *testing.T, files sitetest.Tree, flags ...string) (int, string) {
	t.Helper()
	dir := files.Folder(t)
	var out, errs bytes.Buffer
	code := run(append([]string{"verify", dir}, flags...), &out, &errs)
	return code, out.String() + errs.String()
}

// A tampered site is found out, and the place is named: whether or not the manifest was
// made to fit.
func TestVerifyFindsWhatWasTampered(t *testing.T) {
	const z, data = tampered + "/", tampered + "/data/"
	for _, c := range []struct {
		name    string
		place   string
		careful bool // the manifest was made to fit
		tamper  func(t *testing.T, files sitetest.Tree)
		want    []string
	}{
		{"one digit in a page", tampered, false, func(t *testing.T, f sitetest.Tree) {
			edit(t, f, z+"h/001.html", `<dd><b data-figure="2023-12/001/合计">96.0`, `<dd><b data-figure="2023-12/001/合计">99.0`)
		}, []string{`zhongping/h/001.html: 不符：内容与清单 SHA256SUMS 里的校验和不符`}},
		{"one digit in a page, manifest and all", tampered, true, func(t *testing.T, f sitetest.Tree) {
			edit(t, f, z+"h/001.html", `<dd><b data-figure="2023-12/001/合计">96.0`, `<dd><b data-figure="2023-12/001/合计">99.0`)
		}, []string{`zhongping/h/001.html:\d+: 不符：2023-12 户号“001”的合计写的是“99.0”，按公布的数据应是“96.0” \[page\]`}},
		{"one figure in a table", tampered, true, func(t *testing.T, f sitetest.Tree) {
			edit(t, f, data+"2023-11.csv", "001,雷*兰,1,农户,47.0,19.0,8.5,9.0,9.5,0.0,0.0,93.0,14", "001,雷*兰,1,农户,47.0,19.0,8.5,9.0,9.5,0.0,0.0,95.0,14")
		}, []string{`zhongping/data/2023-11.csv:2: 不符：户号“001”的合计是 95.0，按明细和积分办法应是 93.0 \[figure\]`}},
		{"a rank", tampered, true, func(t *testing.T, f sitetest.Tree) {
			edit(t, f, data+"2023-11.csv", ",0.0,0.0,93.0,14,1021.0", ",0.0,0.0,93.0,6,1021.0")
		}, []string{`zhongping/data/2023-11.csv:2: 不符：户号“001”的名次是 6，应是 14`}},
		{"a carried total", tampered, true, func(t *testing.T, f sitetest.Tree) {
			edit(t, f, data+"2023-11.csv", ",93.0,14,1021.0,12", ",93.0,14,1031.0,12")
		}, []string{`zhongping/data/2023-11.csv:2: 不符：户号“001”的累计是 1031.0，按明细和积分办法应是 1021.0`}},
		{"a row of a table taken out", tampered, true, func(t *testing.T, f sitetest.Tree) {
			f[data+"2023-11.csv"] = regexp.MustCompile(`(?m)^002,.*\n`).ReplaceAll(f[data+"2023-11.csv"], nil)
		}, []string{`zhongping/data/2023-11.csv: 不符：有 17 行，datapackage.json 说有 18 行`,
			`zhongping/data/records-2023-11.csv:\d+: 不符：户号“002”有明细，zhongping/data/2023-11.csv 里却没有这一户`,
			`zhongping/data/seal-13.csv:\d+: 不符：封存的户号“002”不在 zhongping/data/2023-11.csv 里`}},
		{"a record changed", tampered, true, func(t *testing.T, f sitetest.Tree) {
			edit(t, f, data+"records-2023-11.csv", "001,评分,,,人居环境,庭院,,15,15,,15", "001,评分,,,人居环境,庭院,,15,14,,14")
		}, []string{`zhongping/data/2023-11.csv:2: 不符：户号“001”的明细与第 13 号封存的不同，也没有更正（seal-13.csv 第 4 行） \[sealed\]`,
			`户号“001”的人居环境是 47.0，按明细和积分办法应是 46.0`}},
		{"a record taken out", tampered, true, func(t *testing.T, f sitetest.Tree) {
			f[data+"records-2023-11.csv"] = regexp.MustCompile(`(?m)^001,评分,,,人居环境,庭院,.*\n`).ReplaceAll(f[data+"records-2023-11.csv"], nil)
		}, []string{`户号“001”的明细有 \d+ 项评分，按积分办法应有`, `datapackage.json 说有`}},
		{"a file taken away", tampered, false, func(t *testing.T, f sitetest.Tree) {
			delete(f, z+"2023-11.html")
		}, []string{`zhongping/2023-11.html: 不符：清单 SHA256SUMS 里有这个文件，网站上却没有 \[manifest\]`}},
		{"a file taken away, manifest and all", tampered, true, func(t *testing.T, f sitetest.Tree) {
			delete(f, z+"h/002.html")
			delete(f, data+"records-2023-11.csv")
			delete(f, data+"seal-13.csv")
		}, []string{`公布的数据读不成一整份，网页没有重做：读 zhongping/data/records-2023-11.csv`,
			`zhongping/data/records-2023-11.csv: 不符：2023-11 已经公示，却没有这个文件`,
			`第 13 号封存的内容 seal-13.csv 不在了`}},
		{"a row taken out of a page", tampered, true, func(t *testing.T, f sitetest.Tree) {
			f[z+"2023-11.html"] = regexp.MustCompile(`<tr[^>]*><td data-figure="2023-11/002/名次">.*\n`).ReplaceAll(f[z+"2023-11.html"], nil)
		}, []string{`zhongping/2023-11.html:\d+: 不符：标记 td 的属性 data-figure写的是“2023-11/\d+/名次”，按公布的数据应是“2023-11/002/名次”`}},
		{"the chain rewritten", tampered, true, func(t *testing.T, f sitetest.Tree) {
			f[data+"seals.csv"] = regexp.MustCompile(`(?m)^(13,.*,)[0-9a-f]{8}`).ReplaceAll(f[data+"seals.csv"], []byte("${1}00000000"))
		}, []string{`zhongping/data/seals.csv:14: 不符：第 13 号封存（2023-11）的摘要与它的内容和上一号对不上`,
			`zhongping/data/seals.csv:15: 不符：第 14 号封存`}},
		{"a sealed line rewritten", tampered, true, func(t *testing.T, f sitetest.Tree) {
			edit(t, f, data+"seal-13.csv", "户|001|1|农户||评|人居环境|庭院|15|15", "户|001|1|农户||评|人居环境|庭院|15|14")
		}, []string{`zhongping/data/seal-13.csv:4: 不符：这一行（001）与它的摘要不符`}},
		{"the checkpoint replaced", tampered, true, func(t *testing.T, f sitetest.Tree) {
			f[z+"checkpoint"] = []byte("gongshi/zhongping\n11\n" + strings.Repeat("ab", 32) + "\n2023-11-07\n")
		}, []string{`zhongping/checkpoint: 不符：检查点是 11 次、链首 abab abab abab abab，封存记录是 14 次`}},
		{"the rules", tampered, true, func(t *testing.T, f sitetest.Tree) {
			edit(t, f, data+"scheme-2023-01-01.json", `"not_applicable": "full"`, `"not_applicable": "zero"`)
		}, []string{`封存时的积分办法与现在公布的 scheme-2023-01-01.json 不同`}},
		{"a balance", tampered, true, func(t *testing.T, f sitetest.Tree) {
			edit(t, f, data+"balances.csv", "001,雷*兰,928,60,868", "001,雷*兰,958,60,898")
		}, []string{`zhongping/data/balances.csv:2: 不符：户号“001”的累计得分是 958，各期得分之和是 928`}},
		{"an amount of a distribution", sharedIn, true, func(t *testing.T, f sitetest.Tree) {
			edit(t, f, sharedIn+"/data/distribution-2022.csv", "002,李*清,4,25,1895.74", "002,李*清,4,25,1895.75")
		}, []string{sharedIn + `/data/distribution-2022.csv:1: 不符：各户金额之和是 36000.01，总额是 36000.00`,
			sharedIn + `/data/distribution-2022.csv:3: 不符：户号“002”的金额元是 1895.75，按股份和积分应是 1895.74`}},
		{"the points of a distribution", sharedIn, true, func(t *testing.T, f sitetest.Tree) {
			edit(t, f, sharedIn+"/data/distribution-2022.csv", "002,李*清,4,25,", "002,李*清,4,26,")
		}, []string{sharedIn + `/data/distribution-2022.csv:3: 不符：户号“002”的积分是 26，分配当天已经生效的各期之和是 25`}},
		{"the date of a distribution", sharedIn, true, func(t *testing.T, f sitetest.Tree) {
			edit(t, f, sharedIn+"/data/datapackage.json", `"date": "2023-03-18"`, `"date": "2022-12-18"`)
		}, []string{sharedIn + `/data/distribution-2022.csv:1: 不符：分配计入了 2022-Q4，而这一期到 2022-12-18 没有生效`}},
		{"notices.csv taken away", tampered, true, func(t *testing.T, f sitetest.Tree) {
			delete(f, data+"notices.csv")
			edit(t, f, data+"datapackage.json", `"path": "notices.csv"`, `"path": "balances.csv"`)
		}, []string{`zhongping/data/2023-11.csv: 不符：notices.csv 里没有 2023-11，却公布了它的数据`,
			`zhongping/data/seals.csv:2: 不符：2023-01 封存过（第 1 号），网站上却没有这一期`}},
		{"a whole period taken away", tampered, true, func(t *testing.T, f sitetest.Tree) {
			for name := range f {
				if strings.Contains(name, "2023-12") {
					delete(f, name)
				}
			}
			f[data+"notices.csv"] = regexp.MustCompile(`(?m)^2023-12,.*\n`).ReplaceAll(f[data+"notices.csv"], nil)
		}, []string{`zhongping/data/seals.csv:15: 不符：2023-12 封存过（第 14 号），网站上却没有这一期`}},
		{"a correction rewritten", tampered, true, func(t *testing.T, f sitetest.Tree) {
			edit(t, f, data+"corrections.csv", ",012,庭院,11,14,", ",012,庭院,11,15,")
			f[data+"records-2023-06.csv"] = bytes.Replace(f[data+"records-2023-06.csv"],
				[]byte("012,评分,,,人居环境,庭院,,15,11,14,14"), []byte("012,评分,,,人居环境,庭院,,15,11,15,15"), 1)
		}, []string{`zhongping/data/2023-06.csv:\d+: 不符：户号“012”的明细与第 7 号封存的不同，也没有更正`}},
		{"a correction that nothing shows", tampered, true, func(t *testing.T, f sitetest.Tree) {
			edit(t, f, data+"corrections.csv", ",012,庭院,11,14,", ",012,庭院,10,14,")
		}, []string{`zhongping/data/corrections.csv:2: 不符：户号“012”的“庭院”更正的原分是“10”，当时是“11”`}},
		{"a recent month called expired", tampered, true, func(t *testing.T, f sitetest.Tree) {
			delete(f, data+"records-2023-11.csv")
			edit(t, f, data+"datapackage.json", `"withheld": [`, `"expired": ["2023-11"], "withheld": [`)
		}, []string{`zhongping/data/notices.csv:\d+: 不符：2023-11 的明细说是已过保留期限，更早的却还在`}},
		{"the chain taken away, with a key", tampered, true, func(t *testing.T, f sitetest.Tree) {
			delete(f, data+"seals.csv")
		}, []string{`zhongping/data/seals.csv: 不符：有检查点，却没有封存记录`}},
		{"a name on a page", tampered, true, func(t *testing.T, f sitetest.Tree) {
			edit(t, f, z+"2023-11.html", `>001 雷*兰</a>`, `>001 王*兰</a>`)
		}, []string{`zhongping/2023-11.html:\d+: 不符：.*写的是“001 王\*兰”，按公布的数据应是“001 雷\*兰”`}},
		{"two rows exchanged", tampered, true, func(t *testing.T, f sitetest.Tree) {
			page := string(f[z+"2023-11.html"])
			page = strings.NewReplacer(`h/001.html">001 雷*兰<`, `h/002.html">002 司徒*东<`, `h/002.html">002 司徒*东<`, `h/001.html">001 雷*兰<`).Replace(page)
			f[z+"2023-11.html"] = []byte(page)
		}, []string{`zhongping/2023-11.html:\d+: 不符：标记 a 的属性 href写的是“h/001.html”，按公布的数据应是“h/002.html”`}},
		{"a figure hidden behind another", tampered, true, func(t *testing.T, f sitetest.Tree) {
			edit(t, f, z+"h/001.html", `<dd><b data-figure="2023-12/001/合计">96.0</b>`, `<dd><b data-figure="2023-12/001/合计" hidden>96.0</b><b>99.0</b>`)
		}, []string{`zhongping/h/001.html:\d+: 不符：标记 b 的属性 hidden是“”，按公布的数据这里应是2023-12 户号“001”的合计“96.0”`}},
		{"a household's figures taken off its page", tampered, true, func(t *testing.T, f sitetest.Tree) {
			f[z+"h/001.html"] = regexp.MustCompile(` data-figure="[^"]*"`).ReplaceAll(f[z+"h/001.html"], nil)
		}, []string{`zhongping/h/001.html:\d+: 不符：.*按公布的数据这里应是标记 b 的属性 data-figure“2023-12/001/合计”`}},
		{"a page for a household that is not there", tampered, true, func(t *testing.T, f sitetest.Tree) {
			f[z+"h/099.html"] = f[z+"h/001.html"]
		}, []string{`zhongping/h/099.html: 不符：网站上多出这个文件：它不是由公布的数据生成的`}},
		{"figures taken out of their rows", tampered, true, func(t *testing.T, f sitetest.Tree) {
			f[z+"2023-11.html"] = bytes.ReplaceAll(f[z+"2023-11.html"], []byte(" data-row"), nil)
		}, []string{`zhongping/2023-11.html:\d+: 不符：.*按公布的数据这里应是标记 tr 的属性 data-row`}},
		{"a state taken off a page", tampered, true, func(t *testing.T, f sitetest.Tree) {
			f[z+"2023-10.html"] = bytes.ReplaceAll(f[z+"2023-10.html"], []byte(" data-state="), []byte(" data-was="))
		}, []string{`zhongping/2023-10.html:\d+: 不符：标记 span 的属性 data-was是“final”，按公布的数据这里应是标记 span 的属性 data-state“final”`}},
		{"a state on a page", tampered, true, func(t *testing.T, f sitetest.Tree) {
			f[z+"2023-10.html"] = bytes.Replace(f[z+"2023-10.html"], []byte(`data-state="final"`), []byte(`data-state="open"`), 1)
		}, []string{`zhongping/2023-10.html:\d+: 不符：标记 span 的属性 data-state写的是“open”，按公布的数据应是“final”`}},
		{"a check code on the notice", tampered, true, func(t *testing.T, f sitetest.Tree) {
			f[z+"notices/2023-11.html"] = regexp.MustCompile(`<code data-seal="13">....`).ReplaceAll(f[z+"notices/2023-11.html"], []byte(`<code data-seal="13">0000`))
		}, []string{`zhongping/notices/2023-11.html:\d+: 不符：“核对码”后面写的是“0000 .*”，按公布的数据应是“[0-9a-f]{4} `}},
		{"pages taken away, manifest and all", tampered, true, func(t *testing.T, f sitetest.Tree) {
			for _, page := range []string{"rewards", "proofs", "rules", "index", "h/index", "notices/index"} {
				delete(f, z+page+".html")
			}
		}, []string{`zhongping/rewards.html: 不符：按公布的数据应有这个文件，网站上没有`, `zhongping/proofs.html: 不符`, `zhongping/rules.html: 不符`,
			`zhongping/index.html: 不符`, `zhongping/h/index.html: 不符`, `zhongping/notices/index.html: 不符`}},
		{"a redemption", tampered, true, func(t *testing.T, f sitetest.Tree) {
			f[data+"redemptions.csv"] = regexp.MustCompile(`(?m)^([^,\n]+,\d+,[^,]+,)1,`).ReplaceAll(f[data+"redemptions.csv"], []byte("${1}9,"))
		}, []string{`zhongping/data/redemptions.csv:\d+: 不符：“.*”9 件用了 \d+ 分，商品目录里一件是 \d+ 分`}},
		{"a word of the rules that is none", tampered, true, func(t *testing.T, f sitetest.Tree) {
			edit(t, f, data+"scheme-2023-01-01.json", `"carry": "year"`, `"carry": "year9"`)
		}, []string{`zhongping/data/scheme-2023-01-01.json: 不符：读不成积分办法`}},
		{"the rank in the honours", honoured, true, func(t *testing.T, f sitetest.Tree) {
			edit(t, f, honoured+"/data/honours-2023.csv", "005,龚*,1,16,142.5", "005,龚*,1,6,142.5")
		}, []string{honoured + `/data/honours-2023.csv:3: 不符：户号“005”的名次是 6，longwu/longyuzhuang/data/2023.csv 里是 16`}},
		{"an honour", honoured, true, func(t *testing.T, f sitetest.Tree) {
			edit(t, f, honoured+"/data/honours-2023.csv", "005,龚*,1,16,142.5,三星级文明户", "005,龚*,1,16,142.5,四星级文明户")
		}, []string{honoured + `/data/honours-2023.csv:3: 不符：户号“005”的称号是“四星级文明户”，按名次和积分办法应是“三星级文明户”`}},
		{"an average", sharedIn, true, func(t *testing.T, f sitetest.Tree) {
			edit(t, f, sharedIn+"/data/2023-Q1.csv", "001,许*,1,农户,11,-5,6,3.00,2,2", "001,许*,1,农户,11,-5,6,2.00,3,2")
		}, []string{sharedIn + `/data/2023-Q1.csv:2: 不符：户号“001”的明细与第 \d+ 号封存的不同，也没有更正`}},
		{"the last day on a notice", tampered, true, func(t *testing.T, f sitetest.Tree) {
			f[z+"notices/2023-11.html"] = bytes.ReplaceAll(f[z+"notices/2023-11.html"], []byte("12月11日"), []byte("12月9日"))
		}, []string{`zhongping/notices/2023-11.html:\d+: 不符：.*12月9日.*按公布的数据应是.*12月11日`}},
		{"an answer on a page", tampered, true, func(t *testing.T, f sitetest.Tree) {
			f[z+"rules.html"] = bytes.Replace(f[z+"rules.html"], []byte("庭院"), []byte("院庭"), 1)
		}, []string{`zhongping/rules.html:\d+: 不符：.*院庭.*按公布的数据应是.*庭院`}},
		{"the search list", tampered, true, func(t *testing.T, f sitetest.Tree) {
			f[z+"h/list.js"] = bytes.Replace(f[z+"h/list.js"], []byte("雷*兰"), []byte("王*兰"), 1)
		}, []string{`zhongping/h/list.js:\d+: 不符：`}},
		{"the feed", tampered, true, func(t *testing.T, f sitetest.Tree) {
			f[z+"feed.xml"] = bytes.Replace(f[z+"feed.xml"], []byte("2023年12月"), []byte("2023年11月"), 1)
		}, []string{`zhongping/feed.xml:\d+: 不符：`}},
		{"a script", tampered, true, func(t *testing.T, f sitetest.Tree) {
			for name := range f {
				if strings.HasPrefix(name, "screen.") && strings.HasSuffix(name, ".js") {
					f[name] = append(bytes.Clone(f[name]), "x()"...)
				}
			}
		}, []string{`screen\.[0-9a-f]+\.js:\d+: 不符：`}},
		{"a file put in", tampered, true, func(t *testing.T, f sitetest.Tree) {
			f["read-me.html"] = []byte("<p>x")
		}, []string{`read-me.html: 不符：网站上多出这个文件`}},
		{"the file of the site", tampered, true, func(t *testing.T, f sitetest.Tree) {
			f["data/site.json"] = bytes.Replace(f["data/site.json"], []byte(`"day"`), []byte(`"dax"`), 1)
		}, []string{`公布的数据读不成一整份，网页没有重做：data/site.json：这个版本不认识键 "dax"`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			files := part(t, c.place)
			before := len(files)
			c.tamper(t, files)
			if c.careful {
				files.Forge()
			}
			differs, said := checked(t, held(files))
			if !differs {
				t.Errorf("no difference in %d files", before)
			}
			for _, want := range c.want {
				if !regexp.MustCompile(want).MatchString(said) {
					t.Errorf("not said: %s\n%s", want, said)
				}
			}
			if !strings.Contains(said, "不符 ") {
				t.Errorf("no sum of the differences:\n%s", said)
			}
		})
	}
}
