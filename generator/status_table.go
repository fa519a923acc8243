package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/status"
)

// statusRow is a period in the table: itself, its state, what is done, what is due.
type statusRow [4]string

// write prints the state of a site: a table with a part for each place, and below each the next
// thing to do. It translates before it lays out, so that columns stay columns.
func (w *statusWords) write(now *status.Site, all bool) {
	fmt.Fprintln(w.laid, w.say(w.summary(now)))
	var widths [3]int
	parts := make([][]statusRow, len(now.Places))
	for i, p := range now.Places {
		parts[i] = w.rows(p, all)
		for _, r := range parts[i] {
			for j := range widths {
				widths[j] = max(widths[j], columnsOf(r[j]))
			}
		}
	}
	for i, p := range now.Places {
		if len(p.Periods) == 0 && p.Next.Do == status.Nothing && !all && len(now.Places) > 1 {
			continue // a town that only has the rules
		}
		fmt.Fprintf(w.laid, "\n%s  %s\n", p.Name, p.Path)
		printRows(w.laid, parts[i], widths)
		w.folded(p, all)
		fmt.Fprintf(w.laid, "  %s\n", w.say("下一步："+w.sentence(p)))
		for _, line := range []string{w.file(p), w.command(p)} {
			if line != "" {
				fmt.Fprintf(w.laid, "    %s\n", line)
			}
		}
	}
}

func (w *statusWords) summary(now *status.Site) string {
	switch {
	case now.Errors > 0:
		return fmt.Sprintf("到 %s 为止：资料有错误 %d 处、提醒 %d 处，位置和改法运行 gongshi check 看", now.Day, now.Errors, now.Notes)
	case len(now.Places) == 0:
		return "data 里还没有地方"
	case now.Notes > 0:
		return fmt.Sprintf("到 %s 为止：资料没有错误，有提醒 %d 处，运行 gongshi check 看", now.Day, now.Notes)
	}
	return fmt.Sprintf("到 %s 为止：资料没有错误", now.Day)
}

// rows returns the periods of a place that are not folded.
func (w *statusWords) rows(p *status.Place, all bool) []statusRow {
	var rows []statusRow
	silent := len(silence(p)) > fewSilent
	for _, period := range p.Periods {
		if all || !period.Finished() && !(silent && neverBegun(period)) {
			rows = append(rows, statusRow{
				period.Period.String(), w.say(stateWords[period.State]), w.say(w.progress(period)), w.say(w.due(period)),
			})
		}
	}
	return rows
}

func printRows(out io.Writer, rows []statusRow, widths [3]int) {
	for _, r := range rows {
		var line strings.Builder
		for j, n := range widths {
			line.WriteString("  " + r[j] + strings.Repeat(" ", n-columnsOf(r[j])))
		}
		fmt.Fprintln(out, strings.TrimRight(line.String()+"  "+r[3], " "))
	}
}

// fewSilent is up to how many overdue periods without any file have rows of their own.
const fewSilent = 3

func neverBegun(p *status.Period) bool { return p.State == status.None && p.Overdue }

// silence returns the overdue periods without any file.
func silence(p *status.Place) []*status.Period {
	var list []*status.Period
	for _, period := range p.Periods {
		if neverBegun(period) {
			list = append(list, period)
		}
	}
	return list
}

// folded prints in a line each what is finished, and what was not begun for a long time.
func (w *statusWords) folded(p *status.Place, all bool) {
	if all {
		return
	}
	var finished []*status.Period
	for _, period := range p.Periods {
		if period.Finished() {
			finished = append(finished, period)
		}
	}
	if len(finished) > 0 {
		fmt.Fprintf(w.laid, "  %s\n", w.say(fmt.Sprintf("办完 %d 期：%s", len(finished), runWords(finished))))
	}
	if list := silence(p); len(list) > fewSilent {
		text := fmt.Sprintf("逾期 %d 期，什么文件也没有：%s；最早的一期最迟应在 %s 张榜", len(list), runWords(list), list[0].Due)
		fmt.Fprintf(w.laid, "  %s\n", w.say(text))
	}
}

// runWords: 2023-01 至 2023-11、2023-Q1, shorter cycles first.
func runWords(list []*status.Period) string {
	var periods []ledger.Period
	for _, p := range list {
		periods = append(periods, p.Period)
	}
	slices.SortStableFunc(periods, func(a, b ledger.Period) int { return cmp.Compare(a.Cycle, b.Cycle) })
	var words []string
	for _, r := range notice.Runs(periods) {
		words = append(words, r.String())
	}
	return strings.Join(words, "、")
}
