package verify_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"gongshi/generator/sitetest"
)

// falsifiedFiles are falsifications of what is made of the data: pages, feeds, scripts.
func falsifiedFiles() []falsified {
	const z, data = tampered + "/", tampered + "/data/"
	return []falsified{
		{"one digit in a page", tampered, false, func(t *testing.T, f sitetest.Tree) {
			edit(t, f, z+"h/001.html", `<b data-figure="2023-12/001/合计">96.0`, `<b data-figure="2023-12/001/合计">99.0`)
		}, []string{`zhongping/h/001.html: 不符：内容与清单 SHA256SUMS 里的校验和不符`}},
		{"one digit in a page, manifest and all", tampered, true, func(t *testing.T, f sitetest.Tree) {
			edit(t, f, z+"h/001.html", `<b data-figure="2023-12/001/合计">96.0`, `<b data-figure="2023-12/001/合计">99.0`)
		}, []string{`zhongping/h/001.html:\d+: 不符：2023-12 户号“001”的合计写的是“99.0”，按公布的数据应是“96.0” \[page\]`}},
		{"a file taken away", tampered, false, func(t *testing.T, f sitetest.Tree) {
			delete(f, z+"2023-11.html")
		}, []string{`zhongping/2023-11.html: 不符：清单 SHA256SUMS 里有这个文件，网站上却没有 \[manifest\]`}},
		{"a row taken out of a page", tampered, true, func(t *testing.T, f sitetest.Tree) {
			f[z+"2023-11.html"] = regexp.MustCompile(`<tr[^>]*><td data-figure="2023-11/002/名次">.*\n`).ReplaceAll(f[z+"2023-11.html"], nil)
		}, []string{`zhongping/2023-11.html:\d+: 不符：这一格写的是“2023-11 户号“\d+”的名次”，按公布的数据应是“2023-11 户号“002”的名次”`}},
		{"a name on a page", tampered, true, func(t *testing.T, f sitetest.Tree) {
			edit(t, f, z+"2023-11.html", `>001 雷*兰</a>`, `>001 王*兰</a>`)
		}, []string{`zhongping/2023-11.html:\d+: 不符：.*写的是“001 王\*兰”，按公布的数据应是“001 雷\*兰”`}},
		{"two rows exchanged", tampered, true, func(t *testing.T, f sitetest.Tree) {
			page := string(f[z+"2023-11.html"])
			page = strings.NewReplacer(`h/001.html">001 雷*兰<`, `h/002.html">002 司徒*东<`, `h/002.html">002 司徒*东<`, `h/001.html">001 雷*兰<`).Replace(page)
			f[z+"2023-11.html"] = []byte(page)
		}, []string{`zhongping/2023-11.html:\d+: 不符：链接指向的地址写的是“h/001.html”，按公布的数据应是“h/002.html”`}},
		{"a figure hidden behind another", tampered, true, func(t *testing.T, f sitetest.Tree) {
			edit(t, f, z+"h/001.html", `<b data-figure="2023-12/001/合计">96.0</b>`, `<b data-figure="2023-12/001/合计" hidden>96.0</b><b>99.0</b>`)
		}, []string{`zhongping/h/001.html:\d+: 不符：这里是网页代码 b 的 hidden，按公布的数据应是2023-12 户号“001”的合计“96.0”`}},
		{"a household's figures taken off its page", tampered, true, func(t *testing.T, f sitetest.Tree) {
			f[z+"h/001.html"] = regexp.MustCompile(` data-figure="[^"]*"`).ReplaceAll(f[z+"h/001.html"], nil)
		}, []string{`zhongping/h/001.html:\d+: 不符：这里是“.*”后面的“96.0”，按公布的数据应是这一格“2023-12 户号“001”的合计”`}},
		{"a page for a household that is not there", tampered, true, func(t *testing.T, f sitetest.Tree) {
			f[z+"h/099.html"] = f[z+"h/001.html"]
		}, []string{`zhongping/h/099.html: 不符：网站上多出这个文件：它不是由公布的数据生成的`}},
		{"figures taken out of their rows", tampered, true, func(t *testing.T, f sitetest.Tree) {
			f[z+"2023-11.html"] = bytes.ReplaceAll(f[z+"2023-11.html"], []byte(" data-row"), nil)
		}, []string{`zhongping/2023-11.html:\d+: 不符：这里是.*，按公布的数据应是一户的一行`}},
		{"a state taken off a page", tampered, true, func(t *testing.T, f sitetest.Tree) {
			f[z+"2023-10.html"] = bytes.ReplaceAll(f[z+"2023-10.html"], []byte(" data-state="), []byte(" data-was="))
		}, []string{`zhongping/2023-10.html:\d+: 不符：这里是网页代码 span 的 data-was“final”，按公布的数据应是状态标记“已生效”`}},
		{"a state on a page", tampered, true, func(t *testing.T, f sitetest.Tree) {
			f[z+"2023-10.html"] = bytes.Replace(f[z+"2023-10.html"], []byte(`data-state="final"`), []byte(`data-state="open"`), 1)
		}, []string{`zhongping/2023-10.html:\d+: 不符：状态标记写的是“公示中”，按公布的数据应是“已生效”`}},
		{"a check code on the notice", tampered, true, func(t *testing.T, f sitetest.Tree) {
			f[z+"notices/2023-11.html"] = regexp.MustCompile(`<code data-seal="13">....`).ReplaceAll(f[z+"notices/2023-11.html"], []byte(`<code data-seal="13">0000`))
		}, []string{`zhongping/notices/2023-11.html:\d+: 不符：“核对码”后面写的是“0000 .*”，按公布的数据应是“[0-9a-f]{4} `}},
		{"its six characters", tampered, true, func(t *testing.T, f sitetest.Tree) {
			f[z+"notices/2023-11.html"] = regexp.MustCompile(`<b data-seal="13">...`).ReplaceAll(f[z+"notices/2023-11.html"], []byte(`<b data-seal="13">桥桥桥`))
		}, []string{`zhongping/notices/2023-11.html:\d+: 不符：“六个字”后面写的是“桥桥桥 .*”，按公布的数据应是“`}},
		{"pages taken away, manifest and all", tampered, true, func(t *testing.T, f sitetest.Tree) {
			for _, page := range []string{"rewards", "proofs", "rules", "index", "h/index", "notices/index"} {
				delete(f, z+page+".html")
			}
		}, []string{`zhongping/rewards.html: 不符：按公布的数据应有这个文件，网站上没有`, `zhongping/proofs.html: 不符`, `zhongping/rules.html: 不符`,
			`zhongping/index.html: 不符`, `zhongping/h/index.html: 不符`, `zhongping/notices/index.html: 不符`}},
		{"the last day on a notice", tampered, true, func(t *testing.T, f sitetest.Tree) {
			f[z+"notices/2023-11.html"] = bytes.ReplaceAll(f[z+"notices/2023-11.html"], []byte("12月11日"), []byte("12月9日"))
		}, []string{`zhongping/notices/2023-11.html:\d+: 不符：.*12月9日.*按公布的数据应是.*12月11日`}},
		{"an answer on a page", tampered, true, func(t *testing.T, f sitetest.Tree) {
			f[z+"rules.html"] = bytes.Replace(f[z+"rules.html"], []byte("庭院"), []byte("院庭"), 1)
		}, []string{`zhongping/rules.html:\d+: 不符：.*院庭.*按公布的数据应是.*庭院`}},
		{"the search list", tampered, true, func(t *testing.T, f sitetest.Tree) {
			f[z+"h/list.js"] = bytes.Replace(f[z+"h/list.js"], []byte("雷*兰"), []byte("王*兰"), 1)
		}, []string{`zhongping/h/list.js:\d+: 不符：第\d+行写的是“.*王\*兰.*”，按公布的数据应是“.*雷\*兰.*”`}},
		{"the feed", tampered, true, func(t *testing.T, f sitetest.Tree) {
			f[z+"feed.xml"] = bytes.Replace(f[z+"feed.xml"], []byte("2023年12月"), []byte("2023年11月"), 1)
		}, []string{`zhongping/feed.xml:\d+: 不符：第\d+行写的是“.*2023年11月.*”，按公布的数据应是“.*2023年12月.*”`}},
		{"a script", tampered, true, func(t *testing.T, f sitetest.Tree) {
			for name := range f {
				if strings.HasPrefix(name, "screen.") && strings.HasSuffix(name, ".js") {
					f[name] = append(bytes.Clone(f[name]), "x()"...)
				}
			}
		}, []string{`screen\.[0-9a-f]+\.js:\d+: 不符：第\d+行(写的是“.*x\(\)”|多出“x\(\)”)，按公布的数据`}},
		{"a file put in", tampered, true, func(t *testing.T, f sitetest.Tree) {
			f["read-me.html"] = []byte("<p>x")
		}, []string{`read-me.html: 不符：网站上多出这个文件`}},
		{"a heading", tampered, true, func(t *testing.T, f sitetest.Tree) {
			edit(t, f, z+"2023-11.html", "<h1>中坪村（示例） 2023年11月", "<h1>中坪村（示例） 2023年10月")
		}, []string{`zhongping/2023-11.html:\d+: 不符：标题写的是“中坪村（示例） 2023年10月 积分排名”，按公布的数据应是“中坪村（示例） 2023年11月 积分排名”`}},
		{"the title of a page", tampered, true, func(t *testing.T, f sitetest.Tree) {
			edit(t, f, z+"2023-11.html", "<title>中坪村（示例） 2023年11月", "<title>中坪村（示例） 2023年10月")
		}, []string{`zhongping/2023-11.html:\d+: 不符：网页的标题写的是“.*2023年10月.*”，按公布的数据应是“.*2023年11月.*”`}},
		{"a heading hidden", tampered, true, func(t *testing.T, f sitetest.Tree) {
			f[z+"rules.html"] = bytes.Replace(f[z+"rules.html"], []byte("<h2"), []byte("<h2 hidden"), 1)
		}, []string{`zhongping/rules.html:\d+: 不符：这里是网页代码 h2 的 hidden，按公布的数据应是标题“.+”`}},
		{"the calendar", tampered, true, func(t *testing.T, f sitetest.Tree) {
			f[z+"calendar.ics"] = bytes.Replace(f[z+"calendar.ics"], []byte("DTSTART;VALUE=DATE:20231108"), []byte("DTSTART;VALUE=DATE:20231106"), 1)
		}, []string{`zhongping/calendar.ics:\d+: 不符：第\d+行写的是“DTSTART;VALUE=DATE:20231106”，按公布的数据应是“DTSTART;VALUE=DATE:20231108”`}},
		{"a style", tampered, true, func(t *testing.T, f sitetest.Tree) {
			for name := range f {
				if strings.HasPrefix(name, "style.") {
					f[name] = append(bytes.Clone(f[name]), "table{display:none}"...)
				}
			}
		}, []string{`style\.[0-9a-f]+\.css:\d+: 不符：第\d+行(写的是“.*display:none}”|多出“.*display:none}”)，按公布的数据`}},
		{"a chart", tampered, true, func(t *testing.T, f sitetest.Tree) {
			f[z+"h/001.html"] = regexp.MustCompile(`(<circle [^>]*cy=")[0-9.]+`).ReplaceAll(f[z+"h/001.html"], []byte("${1}7"))
		}, []string{`zhongping/h/001.html:\d+: 不符：图表里 circle 的 cy写的是“7”，按公布的数据应是“[0-9.]+”`}},
		{"an article", tampered, true, func(t *testing.T, f sitetest.Tree) {
			edit(t, f, "data/content/articles/seen.md", "看公示", "看告示")
		}, []string{`articles/seen.html:\d+: 不符：.*写的是“.*看公示.*”，按公布的数据应是“.*看告示.*”`}},
		{"an article, its digest left", tampered, false, func(t *testing.T, f sitetest.Tree) {
			f["data/content/articles/seen.md"] = append(bytes.Clone(f["data/content/articles/seen.md"]), " \n"...)
			f.Sum()
		}, []string{`网页没有重做：data/content/articles/seen.md 与 data/site.json 里的 digest 不符`}},
		{"an image", tampered, false, func(t *testing.T, f sitetest.Tree) {
			f["articles/seen.webp"] = append(bytes.Clone(f["articles/seen.webp"]), 0)
			f.Sum()
		}, []string{`网页没有重做：articles/seen.webp 与 data/site.json 里的 digest 不符`}},
	}
}
