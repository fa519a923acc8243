package verify_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"gongshi/generator/sitetest"
)

// falsifiedData are falsifications of tables, rules, seals, and of what only programs read.
func falsifiedData() []falsified {
	const z, data = tampered + "/", tampered + "/data/"
	return []falsified{
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
		{"a file taken away, manifest and all", tampered, true, func(t *testing.T, f sitetest.Tree) {
			delete(f, z+"h/002.html")
			delete(f, data+"records-2023-11.csv")
			delete(f, data+"seal-13.csv")
		}, []string{`公布的数据读不成一整份，网页没有重做：读 zhongping/data/records-2023-11.csv`,
			`zhongping/data/records-2023-11.csv: 不符：2023-11 已经公示，却没有这个文件`,
			`第 13 号封存的内容 seal-13.csv 不在了`}},
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
		{"the file of the site", tampered, true, func(t *testing.T, f sitetest.Tree) {
			f["data/site.json"] = bytes.Replace(f["data/site.json"], []byte(`"day"`), []byte(`"dax"`), 1)
		}, []string{`公布的数据读不成一整份，网页没有重做：data/site.json：这个版本不认识键 "dax"`}},
		{"a state, while an objection is pending", tampered, true, func(t *testing.T, f sitetest.Tree) {
			f[data+"notices.csv"] = regexp.MustCompile(`(?m)^(2023-11,.*)异议核查中`).ReplaceAll(f[data+"notices.csv"], []byte("${1}已生效"))
			f[data+"2023-11.csv"] = bytes.ReplaceAll(f[data+"2023-11.csv"], []byte("异议核查中"), []byte("已生效"))
			edit(t, f, data+"2023-11.json", `"status": "disputed"`, `"status": "final"`)
		}, []string{`zhongping/data/notices.csv:\d+: 不符：2023-11 的状态是“已生效”，而 objections.csv 里公示期内提出的异议“1”还没有办结 \[figure\]`,
			`zhongping/2023-11.html:\d+: 不符：`}},
		{"a state in one table", tampered, true, func(t *testing.T, f sitetest.Tree) {
			f[data+"notices.csv"] = regexp.MustCompile(`(?m)^(2023-11,.*)异议核查中`).ReplaceAll(f[data+"notices.csv"], []byte("${1}已生效"))
		}, []string{`zhongping/data/2023-11.csv:2: 不符：“状态”一栏是“异议核查中”，应是“已生效”`}},
		{"a state of what programs read", tampered, true, func(t *testing.T, f sitetest.Tree) {
			edit(t, f, data+"2023-11.json", `"status": "disputed"`, `"status": "final"`)
		}, []string{`网页没有重做：zhongping/data/2023-11.csv:2: “状态”一栏是“异议核查中”，应是“已生效”`}},
		{"an objection that is decided", tampered, true, func(t *testing.T, f sitetest.Tree) {
			edit(t, f, data+"objections.csv", "028,客厅,是,,核查中,", "028,客厅,是,2023-12-13,不成立,分数不变")
		}, []string{`zhongping/data/notices.csv:\d+: 不符：2023-11 的状态是“异议核查中”，而 objections.csv 里公示期内提出的异议都已办结`,
			`zhongping/data/objections.csv:3: 不符：第3行的“办结日期”写的是“2023-12-13”，按公布的数据应是“”`}},
		{"an objection taken out", tampered, true, func(t *testing.T, f sitetest.Tree) {
			f[data+"objections.csv"] = regexp.MustCompile(`(?m)^2023-11,.*\n`).ReplaceAll(f[data+"objections.csv"], nil)
		}, []string{`zhongping/data/notices.csv:\d+: 不符：2023-11 的异议数是 1，objections.csv 里有 0 件`, `zhongping/data/objections.csv: 不符：有 3 行，datapackage.json 说有 4 行`}},
		{"a telephone number", tampered, true, func(t *testing.T, f sitetest.Tree) {
			edit(t, f, data+"place.json", `"phone": "000-0000 0101"`, `"phone": "000-0000 0109"`)
		}, []string{`zhongping/rules.html:\d+: 不符：链接指向的地址写的是“tel:000-0000%200101”，按公布的数据应是“tel:000-0000%200109”`}},
		{"the title of the site", tampered, true, func(t *testing.T, f sitetest.Tree) {
			edit(t, f, "data/site.json", `"title": "积分公示（示例）"`, `"title": "积分公布（示例）"`)
		}, []string{`zhongping/index.html:\d+: 不符：网页的标题写的是“中坪村（示例） - 积分公示（示例）”，按公布的数据应是“中坪村（示例） - 积分公布（示例）”`}},
		{"what names are shown", tampered, false, func(t *testing.T, f sitetest.Tree) {
			edit(t, f, "data/site.json", `"names": "masked"`, `"names": "full"`)
			f.Sum()
		}, []string{`公布的数据读不成一整份，网页没有重做：data/site.json：内容与末尾的 digest 不符：生成以后有人改动过，或没有传完整`}},
	}
}
