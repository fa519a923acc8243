package main

import (
	"fmt"
	"os"
	"strings"

	"gongshi/generator/ledger"
	"gongshi/generator/status"
)

// statusWords puts the state of a site into words.
type statusWords struct {
	*terminal
	source string // the site's folder
	day    ledger.Date
}

var stateWords = map[status.State]string{
	status.None: "还没有", status.Unreadable: "读不出", status.Empty: "空表", status.Partial: "没填完", status.Filled: "填好有错",
	status.Checked: "填好无误", status.Scheduled: "待张榜", status.Open: "公示中", status.Disputed: "异议核查中", status.Final: "已生效",
}

// progress returns what of a period is done: in preparation how much of its sheet is filled in,
// once posted its seal.
func (w *statusWords) progress(p *status.Period) string {
	text := ""
	switch {
	case p.Sheet != nil && p.State != status.None:
		text = fmt.Sprintf("%d/%d 户", p.Sheet.Filled, p.Sheet.Households)
		if p.Sheet.Cells > 0 {
			text += fmt.Sprintf("，空 %d 格", p.Sheet.Cells)
		}
	case p.State == status.Checked:
		text = "不用评分表"
	case p.Seal == status.Sealed:
		text = "已封存"
	case p.Seal != status.NotPosted:
		text = "未封存"
	}
	if p.Errors > 0 {
		text = strings.TrimPrefix(text+fmt.Sprintf("，错 %d 处", p.Errors), "，")
	}
	return text
}

// due returns what a period must have, or be, and by when.
func (w *statusWords) due(p *status.Period) string {
	switch n := len(p.Answers); {
	case n > 0:
		count := 0
		for _, a := range p.Answers {
			count += a.Count
		}
		return late(p.Overdue, fmt.Sprintf("%d 件异议最迟 %s 答复", count, p.Answers[0].Day))
	case p.State == status.Open:
		return fmt.Sprintf("公示到 %s", p.Until)
	case p.State == status.Scheduled:
		return fmt.Sprintf("定在 %s 张榜", p.Posted)
	case p.Hangs != 0:
		return fmt.Sprintf("榜挂到 %s", p.Hangs)
	case p.Due != 0:
		return late(p.Overdue, fmt.Sprintf("最迟 %s 张榜", p.Due))
	}
	return ""
}

func late(is bool, text string) string {
	if is {
		return text + "，逾期"
	}
	return text
}

// sentence returns the next thing to do in a place.
func (w *statusWords) sentence(p *status.Place) string {
	n := p.Next
	switch n.Do {
	case status.Mend:
		return fmt.Sprintf("先改掉 %d 处错误；在哪里、怎样改，运行：", n.Count)
	case status.Register:
		return "名册里还没有一户：做出一本工作簿，在“户册”表里一户写一行，再用 gongshi import 收进来："
	case status.SealIt:
		return fmt.Sprintf("有 %d 期张榜或更正以后没有封存；封存了，谁改了数都看得出来：", n.Count)
	case status.Finish:
		return fmt.Sprintf("有 %d 项任务过了截止日：改现值和状态，再查一遍：", n.Count)
	case status.Answer:
		return fmt.Sprintf("答复 %s 的异议：在这一行后面写“成立”或者“不成立”，空一格，写答复：", n.Period)
	case status.Begin:
		return fmt.Sprintf("%s 还没有评分：做出一本工作簿，各户和各项目已经写好，填了分再用 gongshi import 收进来：", n.Period)
	case status.Fill:
		return fmt.Sprintf("%s 的评分没有填完：做出一本工作簿，填好、存盘，再用 gongshi import 收进来：", n.Period)
	case status.Announce:
		return fmt.Sprintf("%s 填好了，没有错误：写它的公示：", n.Period)
	case status.Post:
		return fmt.Sprintf("%s 可以张榜：当天在这一行后面写张榜的日期，如 %s：", n.Period, w.day)
	case status.Wait:
		return waiting(n)
	}
	return "没有要办的事"
}

// file returns the file in which to do the next thing, or "" if a command, or a workbook, does
// it.
func (w *statusWords) file(p *status.Place) string {
	if p.Next.Do == status.Finish {
		return "data/" + p.Path + "/tasks.csv"
	}
	return ""
}

// waiting returns the sentence for a day to wait for.
func waiting(n status.Next) string {
	if n.Period == nil {
		return fmt.Sprintf("从 %s 起积分，到时候建第一期的评分表", n.Day)
	}
	switch n.Period.State {
	case status.Open:
		return fmt.Sprintf("%s 公示到 %s；有人提异议，就登记在它的公示里", n.Period, n.Day)
	case status.Scheduled:
		return fmt.Sprintf("%s 定在 %s 张榜，那天再生成一次网站", n.Period, n.Day)
	case status.Final:
		return fmt.Sprintf("%s 的榜要挂到 %s", n.Period, n.Day)
	case status.None:
		return fmt.Sprintf("%s 还没有过完：加减分照常登记，%s 起可以张榜", n.Period, n.Day)
	}
	return fmt.Sprintf("%s 填好了，没有错误；过完这一期张榜", n.Period)
}

// command returns the command that goes with the sentence, or "".
func (w *statusWords) command(p *status.Place) string {
	line, period := "", ""
	if p.Next.Period != nil {
		period = p.Path + " " + p.Next.Period.String()
	}
	switch p.Next.Do {
	case status.Mend, status.Finish:
		line = "check --place " + p.Path
	case status.SealIt:
		line = "seal --place " + p.Path
	case status.Answer:
		line = "new answer " + period + " " + quoted(p.Next.No)
	case status.Register, status.Begin, status.Fill:
		line = "export " + period
	case status.Announce, status.Post:
		line = "new notice " + period
	default:
		return ""
	}
	if here, err := os.Getwd(); err != nil || here != w.source {
		line += " --source " + quoted(w.source)
	}
	if p.Next.Do == status.Post {
		line += " --posted"
	}
	return "gongshi " + line
}
