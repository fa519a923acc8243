package start

import (
	"path"
	"strings"

	"gongshi/generator/disk"
	"gongshi/generator/ledger"
)

// List is an empty table of a place, by its name: reward-list.
func List(p *ledger.Place, name string) disk.File {
	l := lists[name]
	return table(path.Join("data", p.Path, l.file), strings.Fields(l.headings))
}

// Events is an empty list of a month's events. Only where members are listed may an event be
// one's own.
func Events(p *ledger.Place, month ledger.Period) disk.File {
	headings := eventHeadings
	if p.HasMembers {
		headings = memberEventHeadings
	}
	return table(path.Join("data", p.Path, "events", month.String()+".csv"), strings.Fields(headings))
}
