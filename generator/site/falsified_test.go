package site_test

import (
	"bytes"
	"crypto/rand"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/proof"
	"gongshi/generator/site"
	"gongshi/generator/sitetest"
	"gongshi/generator/write"
)

const (
	village  = "data/zhongping/"
	sharedIn = "data/ninghe/banqiao/beizhu/"
)

// Whoever writes the clerk's files may write anything there, and build the site anew with the seals as
// they were. What a village would quarrel about is refused, with the row, and with what was there as far as the
// site that was built before tells it; the rest is what seals do not cover.
func TestFalsifiedSources(t *testing.T) {
	sealed := sealedSample(t)
	for _, c := range []struct {
		name, file, old, text string
		want                  string // of the one error; empty: seals do not cover it
	}{
		// the sheet and the table
		{"a mark", village + "scores/2023-09.csv", "001,15,9,", "001,15,8,", `scores/2023-09.csv:2: .*户号“001”的资料变了，却没有更正.*：“客厅”的 原始 当时是“9”，现在是“8”`},
		{"a sensitive mark", village + "scores/2023-09.csv", "002,15,10,10,10,5,9,5,5,不适用,不适用,5,3,4,5", "002,15,10,10,10,5,9,5,5,不适用,不适用,5,3,5,4", `scores/2023-09.csv:3: .*户号“002”的资料变了，却没有更正.*：变的是不公布的内容`},
		{"group", village + "households.csv", "001,雷玉兰,1,农户", "001,雷玉兰,2,农户", `households.csv:2: 2023-01 .*户号“001”的资料变了，却没有更正：组 当时是“1”，现在是“2”；还有 12 次封存`},
		{"kind", village + "households.csv", "001,雷玉兰,1,农户", "001,雷玉兰,1,外来户", `households.csv:2: 2023-01 .*：类别 当时是“农户”，现在是“外来户”；还有 12 次封存`},
		{"taking part", village + "households.csv", "001,雷玉兰,1,农户,是,", "001,雷玉兰,1,农户,否,", `scores/2023-01.csv:2:1: 户号“001”在 2023-01 不参与积分`},
		{"shares", sharedIn + "households.csv", "001,许燕,1,农户,是,2021-12-27,,,2,", "001,许燕,1,农户,是,2021-12-27,,,9,", `户号“001”的资料变了，却没有更正.*：变的是不公布的内容`},
		// events
		{"an event's kind", village + "events/2023.csv", "2023-09-21,003,志愿服务,,1,", "2023-09-21,003,党员带头义务劳动,,1,", `户号“003”的资料变了.*events/2023.csv 第38行）：“Z202309-04”的 项目 当时是“志愿服务”，现在是“党员带头义务劳动”`},
		{"an event's points", village + "events/2023.csv", "2023-09-21,003,志愿服务,,1,", "2023-09-21,003,志愿服务,,3,", `户号“003”的资料变了.*：“Z202309-04”的 原始 当时是“1”，现在是“3”`},
		{"an event's household", village + "events/2023.csv", "2023-09-21,003,志愿服务", "2023-09-21,004,志愿服务", `events/2023.csv:38: .*又加了户号“004”的事件“Z202309-04”\n.*户号“003”的资料变了.*：当时有“Z202309-04”，现在没有`},
		{"an event dropped", village + "events/2023.csv", "Z202309-04,2023-09-21,003,志愿服务,,1,村委会,协助入户登记,签到表,村委会,赵玉兰,,\r\n", "", `户号“003”的资料变了.*：当时有“Z202309-04”，现在没有`},
		{"an event put in", village + "events/2023.csv", "Z202309-04,2023-09-21,", "Z202309-99,2023-09-22,001,志愿服务,,1,,x,,,,,\r\nZ202309-04,2023-09-21,", `events/2023.csv:38: .*又加了户号“001”的事件“Z202309-99”`},
		{"grounds", village + "events/2023.csv", "协助入户登记", "协助搬运", `户号“003”的资料变了.*：“Z202309-04”的 事由 当时是“协助入户登记”，现在是“协助搬运”`},
		{"grounds of a deduction", village + "events/2023.csv", "2023-12-17,039,乱倒垃圾,,,河沟边,向河沟倾倒生活垃圾", "2023-12-17,039,乱倒垃圾,,,河沟边,倾倒生活垃圾", `户号“039”的资料变了.*：变的是不公布的内容`},
		{"grounds of a sensitive event", village + "events/2023.csv", "与邻居争执，两次约请调解都未到场", "与邻居争执", `户号“052”的资料变了.*：变的是不公布的内容`},
		// corrections
		{"a correction dropped", village + "corrections.csv", "2023-07-12,2023-06,012,庭院,11,14,复查：院边的木料是邻户当日卸放，不应扣本户的分,1,第一组评议小组\r\n", "", `户号“012”的资料变了.*：“庭院”的 更正 当时是“14”，现在是“”`},
		{"a reason", village + "corrections.csv", "院边的木料是邻户当日卸放", "干部打过招呼", `户号“012”的资料变了.*：“庭院”的 原因 当时是“复查：院边的木料是邻户当日卸放，不应扣本户的分”，现在是“复查：干部打过招呼`},
		{"the day of a correction", village + "corrections.csv", "2023-07-12,2023-06", "2023-07-11,2023-06", `户号“012”的资料变了.*：“庭院”的 日期 当时是“2023-07-12”，现在是“2023-07-11”`},
		// the notice
		{"posted", village + "notices/2023-09.toml", "posted = 2023-10-07", "posted = 2023-10-06", `notices/2023-09.toml:1:1: .*当时的张贴日期是“2023-10-07”，现在是“2023-10-06”`},
		{"last day", village + "place.toml", "[contact]", "[publicity]\ndays = 1\n\n[contact]", `place.toml:6:1: .*当时的公示期是“2023-02-08”到“2023-02-10”，现在算出来是“2023-02-08”到“2023-02-08”；还有 10 次封存的也变了`},
		{"visited", village + "notices/2023-09.toml", "visited = 2023-09-25", "visited = 2023-09-28", `2023-09 的入户日期已于 2024-01-12 封存（第 9 号），此后变了：当时是“2023-09-25”，现在是“2023-09-28”`},
		{"meeting", village + "notices/2023-09.toml", "date = 2023-10-07", "date = 2023-10-05", `2023-09 的会议日期.*：当时是“2023-10-07”，现在是“2023-10-05”`},
		{"attendance", village + "notices/2023-09.toml", "present = 22", "present = 32", `notices/2023-09.toml:6:1: 2023-09 的到会人数.*：当时是“22”，现在是“32”`},
		{"supervisor", village + "notices/2023-09.toml", "村务监督委员会三名成员", "村务监督委员会", `2023-09 的监督的人.*：当时是“村务监督委员会三名成员”，现在是“村务监督委员会”`},
		{"panel", village + "notices/2023-09.toml", `"皇甫淑华"`, `"某某"`, `2023-09 的组“2”的评议小组.*当时是“康新民 .* 皇甫淑华”，现在是“康新民 .* 某某”`},
		{"report", village + "notices/2023-09.toml", "date = 2023-10-12", "date = 2023-10-10", `2023-09 的上报日期.*：当时是“2023-10-12”，现在是“2023-10-10”`},
		// objections
		{"objection dropped", village + "notices/2023-08.toml", "[[objection]]\nno = \"1\"\nreceived = 2023-09-08\nhousehold = \"031\"\nabout = \"客厅\"\ntext = \"认为客厅扣分偏重\"\ndecided = 2023-09-09\noutcome = \"rejected\"\nanswer = \"评议小组对照入户照片复核，扣分符合标准，维持原分\"\n", "", `seals.csv:9:3: 2023-08 的异议“1”已于 2024-01-12 封存（第 8 号），现在没有了`},
		{"received", village + "notices/2023-08.toml", "received = 2023-09-08", "received = 2023-09-09", `2023-08 的异议“1”.*：received 当时是“2023-09-08”，现在是“2023-09-09”`},
		{"about", village + "notices/2023-08.toml", `about = "客厅"`, `about = "厨房"`, `2023-08 的异议“1”.*：about 当时是“客厅”，现在是“厨房”`},
		{"answer", village + "notices/2023-08.toml", "扣分符合标准，维持原分", "已与本人谈妥", `2023-08 的异议“1”.*：answer 当时是“.*维持原分”，现在是“.*已与本人谈妥”`},
		{"outcome", village + "notices/2023-08.toml", `outcome = "rejected"`, `outcome = "upheld"`, `2023-08 的异议“1”.*：outcome 当时是“不成立”，现在是“成立”`},
		{"objection dated back", village + "notices/2023-10.toml", "[report]", "[[objection]]\nno = \"9\"\nreceived = 2023-11-08\nhousehold = \"001\"\nabout = \"庭院\"\n\n[report]", `当时还没有登记异议“9”，收到日期却是“2023-11-08”`},
		// the rules
		{"what an event gives", village + "scheme/2023.toml", "category = \"habitat\"\npoints = -2", "category = \"habitat\"\npoints = -1", `scheme/2023.toml: .*积分办法变了：“乱倒垃圾”的 points 当时是“-2”，现在是“-1”；还有 12 次封存也依据它`},
		{"standard", village + "scheme/2023.toml", "遵守法律和社会公德", "遵守村规民约", `“遵纪守法”的 standard 当时是“遵守法律和社会公德”，现在是“遵守村规民约”`},
		{"votes", village + "scheme/2023.toml", "for = 34", "for = 36", `积分办法的表决.*：for 当时是“34”，现在是“36”；还有 12 次封存也写着它`},
		{"benefits", village + "scheme/2023.toml", `"年终评选先进时作为参考"`, `"低保评议时作为参考"`, `当时有“年终评选先进时作为参考”，现在没有`},
		{"reward", village + "scheme/2023.toml", "赠送日用品一份", "奖励现金", `“季度文明户”的 reward 当时是“张榜表扬，赠送日用品一份”，现在是“张榜表扬，奖励现金”`},
		{"honours", village + "scheme/2023.toml", "top = 10", "top = 20", `“季度文明户”的 top 当时是“10”，现在是“20”`},
		// what points were used for
		{"redemption dropped", village + "redemptions.csv", "2023-04-18,004,挂面,1,40,高彬\r\n", "", `seals.csv:2:3: 兑换“2023-04-18 户号 004 挂面 1 件 40 分”已于 2024-01-12 封存（第 1 号），现在没有了`},
		{"redemption moved", village + "redemptions.csv", "2023-04-18,004,挂面,1,40", "2023-04-18,005,挂面,1,40", `redemptions.csv:5: 兑换“2023-04-18 户号 004 挂面 1 件 40 分”.*，现在是“2023-04-18 户号 005 挂面 1 件 40 分”`},
		{"redemption of more", village + "redemptions.csv", "2023-04-18,004,挂面,1,40", "2023-04-18,004,挂面,2,80", `redemptions.csv:5: 兑换“.* 户号 004 挂面 1 件 40 分”.*，现在是“.*2 件 80 分”`},
		{"redemption on another day", village + "redemptions.csv", "2023-04-18,004,挂面,1,40", "2023-05-18,004,挂面,1,40", `兑换“2023-04-18 .*现在是“2023-05-18 `},
		{"amount", sharedIn + "distributions/2022.toml", "amount = 36000.00", "amount = 35000.00", `distributions/2022.toml:2:1: 2022 年的分配已于 2024-01-12 封存（第 1 号），此后变了：amount 当时是“36000.00”，现在是“35000.00”`},
		{"weight", sharedIn + "distributions/2022.toml", "share_weight = 0.6", "share_weight = 0.5", `share_weight 当时是“0.6”，现在是“0.5”`},
		{"the day of a distribution", sharedIn + "distributions/2022.toml", "date = 2023-03-18", "date = 2023-03-17", `：date 当时是“2023-03-18”，现在是“2023-03-17”`},
		{"votes on a distribution", sharedIn + "distributions/2022.toml", "against = 3", "against = 0", `2022 年的分配的表决.*：against 当时是“3”，现在是“0”`},
		// what seals do not cover
		{"a name", village + "households.csv", "雷玉兰", "雷玉英", ``},
		{"a telephone", village + "place.toml", "000-0000 0101", "000-0000 0109", ``},
		{"the words of an objection", village + "notices/2023-08.toml", "认为客厅扣分偏重", "认为偏重", ``},
		{"an event that waits", village + "events/2023.csv", "2023-12-18,014,好人好事,1,", "2023-12-19,014,好人好事,1,", ``},
		{"the panel of the place", village + "place.toml", `"皇甫淑华"`, `"某某"`, ``},
		{"the stock", village + "rewards.csv", "S01,洗衣皂,20,60", "S01,洗衣皂,20,90", ``},
		// what comes later by its own way
		{"an answer", village + "notices/2023-11.toml", `text = "入户当天客厅正在粉刷，请求另定日期复评"`, "decided = 2024-01-14\noutcome = \"rejected\"\nanswer = \"已复核\"", ``},
		{"an objection", village + "notices/2023-11.toml", "[[objection]]", "[[objection]]\nno = \"9\"\nreceived = 2024-01-13\nhousehold = \"001\"\nabout = \"庭院\"\n\n[[objection]]", ``},
		{"a redemption", village + "redemptions.csv", "2023-04-18,004,挂面,1,40", "2023-04-17,006,挂面,1,40,高彬\r\n2024-01-13,005,挂面,1,40,高彬\r\n2023-04-18,004,挂面,1,40", ``},
		{"a correction", village + "corrections.csv", "2023-07-12,2023-06", "2024-01-15,2023-09,001,客厅,9,8,复查,\r\n2023-07-12,2023-06", ``},
	} {
		t.Run(c.name, func(t *testing.T) {
			old, err := os.ReadFile(filepath.Join(sealed, c.file))
			sitetest.Must(t, err)
			if n := bytes.Count(old, []byte(c.old)); n != 1 {
				t.Fatalf("%s: %q stands %d times", c.file, c.old, n)
			}
			list := checked(t, sealed, map[string][]byte{c.file: bytes.Replace(old, []byte(c.old), []byte(c.text), 1)})
			told := sitetest.Told(list)
			if c.want == "" && len(list) > 0 || !regexp.MustCompile(c.want).MatchString(told) {
				t.Errorf("%d errors:\n%s", len(list), told)
			}
		})
	}
}

// checked are the errors of a site as on the day, with other files in the place of some.
func checked(t *testing.T, dir string, instead map[string][]byte) diag.List {
	t.Helper()
	_, list, err := site.Read(site.Options{Source: dir, Date: ledger.Day(2024, 1, 20), Instead: instead, NoHistory: true})
	sitetest.Must(t, err)
	return list.Errors()
}

// sealedSample is a copy of two villages of the sample, sealed as a village does today, and built.
func sealedSample(t *testing.T) string {
	dir := t.TempDir()
	root := os.DirFS(sitetest.Root())
	for _, name := range []string{"config.toml", village, "data/ninghe/place.toml", "data/ninghe/scheme/", "data/ninghe/banqiao/place.toml", sharedIn} {
		copied(t, root, strings.TrimSuffix(name, "/"), dir)
	}
	sitetest.Unseal(t, dir)
	opt := site.Options{Source: dir, Date: ledger.Day(2024, 1, 12), NoHistory: true}
	work, list, err := site.Read(opt)
	sitetest.Must(t, err)
	if list.HasErrors() {
		t.Fatal(sitetest.Told(list))
	}
	for _, p := range work.Book.Places {
		seals, salts, _, err := work.Proofs.Of(p).Append(work.Day, rand.Text)
		sitetest.Must(t, err)
		if len(seals) > 0 {
			sitetest.WriteFile(t, dir, proof.SealsFile(p), string(write.Seals(seals).Excel()))
			sitetest.WriteFile(t, dir, proof.SaltsFile(p), string(write.Salts(salts).Excel()))
		}
	}
	opt.Output = filepath.Join(dir, "public")
	_, list, err = site.Build(opt)
	sitetest.Must(t, err)
	if list.HasErrors() {
		t.Fatal(sitetest.Told(list))
	}
	return dir
}

// copied copies a file or folder.
func copied(t *testing.T, from fs.FS, name, to string) {
	t.Helper()
	sitetest.Must(t, fs.WalkDir(from, name, func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := fs.ReadFile(from, file)
		sitetest.WriteFile(t, to, file, string(content))
		return err
	}))
}
