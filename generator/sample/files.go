package main

import (
	"bytes"
	"encoding/csv"
)

// A site is the files by their paths below the site's folder.
type site map[string][]byte

// files is the whole sample site.
func files() map[string][]byte {
	s := site{}
	s.text("config.toml", config())
	zhongping(s)
	fengsheng(s)
	longwu(s)
	ninghe(s)
	quyu(s)
	tashan(s)
	return s
}

// text adds a file of UTF-8 text with LF at the line ends.
func (s site) text(path, text string) { s[path] = []byte(text) }

// table adds a CSV file as Excel saves one: UTF-8 with BOM, CRLF.
func (s site) table(path string, header []string, rows [][]string) {
	b := bytes.NewBufferString("\ufeff")
	w := csv.NewWriter(b)
	w.UseCRLF = true
	w.Write(header)
	w.WriteAll(rows)
	s[path] = b.Bytes()
}

func config() string {
	var d doc
	d.note("示例站点的总配置；日期固定，使每次生成的结果相同")
	d.set("title", "积分公示（示例）")
	d.set("base_url", "https://gongshi.example/x/")
	d.set("language", "zh-CN")
	d.set("theme", "default")
	d.set("timezone", "Asia/Shanghai")
	d.set("date", day("2024-01-12"))
	d.set("screen_top", 30)
	d.head("[privacy]")
	d.set("names", "masked")
	d.set("consent", "number")
	d.set("deductions", "points")
	d.set("index", false)
	d.set("keep", 0)
	d.set("contact", "示例网站资料管理员，电话 000-0000 0000（虚构）")
	return d.String()
}
