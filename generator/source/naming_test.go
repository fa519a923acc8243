package source

import (
	"strings"
	"testing"
)

// TestRightNames: the one name that a clerk's name of a file means, empty where there is
// none or not just one.
func TestRightNames(t *testing.T) {
	for _, c := range []struct{ sub, name, want string }{
		{"scores", "2023-01.csv", "2023-01.csv"}, {"scores", "2023_02.csv", "2023-02.csv"}, {"scores", "2023-2.csv", "2023-02.csv"},
		{"scores", "２０２３－０２．csv", "2023-02.csv"}, {"scores", "2023年2月.CSV", "2023-02.csv"}, {"scores", "2023年2月份评分表.xlsx", "2023-02.csv"},
		{"scores", "202302.txt", "2023-02.csv"}, {"scores", "2023.2", "2023-02.csv"}, {"scores", "2023-q1.tsv", "2023-Q1.csv"},
		{"scores", "2023年第一季度.csv", "2023-Q1.csv"}, {"scores", "2023年度.csv", "2023.csv"}, {"scores", "Feb-2023.csv", "2023-02.csv"},
		{"scores", "2023-02 (1).csv", "2023-02.csv"}, {"scores", "2023-02（2）.csv", "2023-02.csv"}, {"scores", "2023-02 - 副本.csv", "2023-02.csv"},
		{"scores", "2023-02 - 副本 (3).csv", "2023-02.csv"}, {"scores", "2023-02的副本.csv", "2023-02.csv"}, {"scores", "复件 (2) 2023-02.csv", "2023-02.csv"},
		{"scores", "2023-02 - Copy.csv", "2023-02.csv"}, {"scores", "Copy of 2023-02.csv", "2023-02.csv"}, {"scores", "2023-02 copy 2.csv", "2023-02.csv"},
		{"scores", "2023-02.csv.txt", "2023-02.csv"}, {"scores", "2023-02.xlsx.csv", "2023-02.csv"}, {"scores", "2023-02.", "2023-02.csv"},
		{"scores", "2023-02-1.csv", ""}, {"scores", "2023-2-3.csv", ""}, {"scores", "2023-02-01.csv", ""}, {"scores", "20232.csv", ""},
		{"scores", "2023-13.csv", ""}, {"scores", "23-02.csv", ""}, {"scores", "2月.csv", ""}, {"scores", "Q1.csv", ""},
		{"scores", "2023上半年.csv", ""}, {"scores", "2023-1至3月.csv", ""}, {"scores", "一组2023-02.csv", ""}, {"scores", "2023-02_1.csv", ""},
		{"notices", "2023年4月公示.toml", "2023-04.toml"}, {"distributions", "2023年.toml", "2023.toml"}, {"distributions", "2023-01.toml", ""},
		{"calendar", "2024 (1).toml", "2024.toml"},
		{"", "Households.csv", "households.csv"}, {"", "household.csv", "households.csv"}, {"", "housholds.csv.csv", "households.csv"},
		{"", "石桥村花名册.xlsx", "households.csv"}, {"", "户主.csv", "households.csv"}, {"", "成员表.csv", "members.csv"}, {"", "兑换记录表.csv", "redemptions.csv"},
		{"", "place.tml", "place.toml"}, {"", "Place.toml.txt", "place.toml"}, {"", "task.csv", "tasks.csv"},
		{"", "sales.csv", ""}, {"", "通讯录.xlsx", ""}, {"", "党员名册说明.docx", ""}, {"", "2023-02.csv", ""},
	} {
		if got := readingOf(c.sub, c.name).right; got != c.want {
			t.Errorf("%s/%s: %q, want %q", c.sub, c.name, got, c.want)
		}
	}
	for name, want := range map[string]string{
		"score": "scores", "scors": "scores", "Scores": "scores", "评分": "scores", "评分表": "scores", "积分 (2)": "scores", "scores2023": "scores",
		"event": "events", "evnets": "events", "加减分": "events", "公示": "notices", "notice": "notices", "scheme1": "scheme", "办法": "scheme", "shceme": "scheme",
		"分红": "distributions", "declare": "declared", "scene": "", "scout": "", "notes": "", "照片": "", "shiqiao": "",
	} {
		if got := known(name, dataFolders); got != want {
			t.Errorf("folder %s: %q, want %q", name, got, want)
		}
	}
}

// TestHomes: the folder to which a text belongs by what it holds.
func TestHomes(t *testing.T) {
	for text, want := range map[string]string{
		"户号,庭院\n001,9\n": "scores", "石桥村 2 月\n户号\t庭院\n": "scores", "\"户号\"；\"庭院\"\n": "", "id,yard\n": "scores",
		"编号,日期,户号,项目\n": "events", "日期,户号,项目,事由\n": "events", "编号,户号,项目\n": "",
		"posted = 2023-02-03\n": "notices", "# 办法\ntitle = \"x\"\neffective=2023-01-01\n": "scheme", "amount = 3\n": "distributions",
		"说明：二月打分\n": "", "": "",
	} {
		if got := homeOf(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestFilesThatNoRuleKnows(t *testing.T) {
	for name, want := range map[string]string{
		"data/v/~$households.xlsx": "", "data/v/.DS_Store": "", "data/v/README.md": "", "data/README.md": "", "data/v/scores/Thumbs.db": "",
		"data/v/desktop.ini": "", "data/v/scores/2023-01.csv~": "",
		"data/v/scores/shortcut.lnk":     "data/v/scores/shortcut.lnk: file-name: “shortcut.lnk”是快捷方式，里面没有数据【删去它，把原来的文件或文件夹放到这里】\n",
		"data/w - 快捷方式.lnk":              "data/w - 快捷方式.lnk: file-name: “w - 快捷方式.lnk”是快捷方式，里面没有数据【删去它，把原来的文件或文件夹放到这里】\n",
		"data/v/notices/2023-02.docx":    "data/v/notices/2023-02.docx: file-name: 文件名“2023-02.docx”不对，没有读【这里要的是文本文件：用记事本写，文件名写 2023-02.toml】\n",
		"data/v/scores/2023-02.jpg":      "data/v/scores/2023-02.jpg: file-name: 文件名“2023-02.jpg”不对，没有读【这种文件读不了：照它在表格里录一份，另存为“CSV UTF-8（逗号分隔）”，文件名写 2023-02.csv；原件移到 data 外面】\n",
		"data/v/scores/二月打分.txt":         "data/v/scores/二月打分.txt: file-name: 文件名“二月打分.txt”不对，没有读【文件名写周期：" + periodForms + "，再加 .csv】\n",
		"data/v/events/好人好事.txt":         "note data/v/events/好人好事.txt: unknown-file: 不认识文件“好人好事.txt”，没有读【不用它就移到 data 外面；这里可以放的是：2023-01.csv、2023-Q1.csv、2023.csv】\n",
		"data/v/scheme/积分办法.docx":        "note data/v/scheme/积分办法.docx: unknown-file: 不认识文件“积分办法.docx”，没有读【不用它就移到 data 外面；这里可以放的是：2023.toml】\n",
		"data/v/scores/households.csv":   "data/v/scores/households.csv: misplaced-file: “households.csv”放错了文件夹，没有读；“data/v/households.csv”已经有了，两份的内容不同【打开两份看看哪一份对：对的留在“data/v/households.csv”，另一份移到 data 外面】\n",
		"data/村/place.toml":              "data/村: folder-name: 文件夹名“村”只能用英文字母、数字、“-”和“_”【换一个文件夹名，例如用村名的拼音】\n",
		"data/Help/place.toml":           "data/Help: folder-name: 文件夹名“Help”是留作他用的，不能作地方的名字【换一个文件夹名，例如用村名的拼音】\n",
		"data/v/nul/place.toml":          "data/v/nul: folder-name: 文件夹名“nul”是留作他用的，不能作地方的名字【换一个文件夹名，例如用村名的拼音】\n",
		"data/v/calendar/2023.toml":      "data/v/calendar: folder-name: 文件夹“calendar”放错了地方，里面的文件没有读【移到“data/calendar”】\n",
		"data/scores/2023-01.csv":        "data/scores: folder-name: 文件夹“scores”放错了地方，里面的文件没有读【移到“data/v/scores”】\n",
		"data/V/place.toml":              "data/v: folder-name: 文件夹名“v”和“V”只差大小写【改掉其中一个】\n",
		"data/w/households.csv":          "data/w: missing-file: 这个文件夹里有数据，却没有 place.toml【加上 place.toml，写明 name 和 kind；或把文件移到所属的村】\n",
		"data/calendar/2024年.toml":       "data/calendar/2024年.toml: file-name: 文件名“2024年.toml”不对，没有读【改名为“2024.toml”】\n",
		"content/a.docx":                 "note content/a.docx: unknown-file: 不认识文件“a.docx”，没有用【文章用 .md；图片用 .png、.jpg、.jpeg、.gif、.webp、.svg、.pdf】\n",
		"data/v/distributions/2023.csv":  "data/v/distributions/2023.csv: misplaced-file: “2023.csv”放错了文件夹，没有读【移到“data/v/scores/2023.csv”】\n",
		"data/v/scores/2023/2023-01.csv": "data/v/scores/2023: folder-name: “scores”里的文件夹“2023”没有读【把里面的文件移到“data/v/scores”】\n",
	} {
		text := "户号\n1\n"
		switch {
		case strings.HasSuffix(name, "place.toml"):
			text = testPlace
		case strings.Contains(name, "好人好事"):
			text = "说明\n"
		}
		_, diags := readOne(t, name, text)
		if got := briefs(diags); got != want {
			t.Errorf("%s:\n got %swant %s", name, got, want)
		}
	}
	_, diags := readOne(t, "config.toml", "")
	wantDiags(t, diags, "config.toml: missing-file: 没有找到 config.toml【在网站的文件夹里运行，或用 --source 指明它；里面应有 config.toml 和 data】")
}
