package notice

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// notYet returns notes of notices that are not published because they are posted after the day:
// one at the date in config.toml if that is the cause, otherwise one for each place.
func (s *States) notYet(book *ledger.Book) diag.List {
	var list diag.List
	var hidden []*ledger.Notice
	for _, p := range book.Places {
		later := laterThan(p, s.Day)
		hidden = append(hidden, later...)
		if len(later) > 0 && book.Config.Date == 0 {
			list.Note(later[0].At("posted"), "posted-later",
				fmt.Sprintf("%s有公示的 posted 在今天（%s）以后，没有公布：%s", p.Name, s.Day, named(later)),
				"核对年份和月份；日子没有写错的，到那天再生成一次就会公布；今天的日期不对的，先校准电脑的时间")
		}
	}
	if len(hidden) > 0 && book.Config.Date != 0 {
		list.Note(book.Config.At("date"), "date-hides",
			fmt.Sprintf("date 让网站停在 %s，posted 在这以后的公示都没有公布：%s", s.Day, named(hidden)),
			"要公布它们，删去 date 这一行；posted 的年份写错的，改正年份")
	}
	return list
}

// laterThan returns a place's notices that are posted after a day, by day.
func laterThan(p *ledger.Place, day ledger.Date) []*ledger.Notice {
	var list []*ledger.Notice
	for _, n := range p.Notices {
		if n.Posted > day {
			list = append(list, n)
		}
	}
	slices.SortFunc(list, func(a, b *ledger.Notice) int {
		return cmp.Or(cmp.Compare(a.Posted, b.Posted), a.Period.Compare(b.Period))
	})
	return list
}

// named returns the first few notices by file and day, and their number.
func named(list []*ledger.Notice) string {
	const few = 3
	var names []string
	for _, n := range list[:min(few, len(list))] {
		names = append(names, fmt.Sprintf("%s（%s）", n.File, n.Posted))
	}
	text := strings.Join(names, "、")
	if len(list) > few {
		text += fmt.Sprintf("等 %d 份", len(list))
	}
	return text
}
