package start

import (
	"gongshi/generator/disk"
	"gongshi/generator/ledger"
	"gongshi/generator/write"
)

// lists are the tables that begin with nothing but their headings.
var lists = map[string]string{
	"reward-list": "rewards.csv", "redemption-list": "redemptions.csv", "correction-list": "corrections.csv",
	"member-list": "members.csv", "task-list": "tasks.csv",
}

// List is an empty table of a place, by its name: reward-list.
func List(p *ledger.Place, name string) disk.File {
	return table(p.Path, lists[name], write.Blank(lists[name], nil))
}

// Events is an empty list of a month's events. Only where members are listed may an event be
// one's own.
func Events(p *ledger.Place, month ledger.Period) disk.File {
	var without []string
	if !p.HasMembers {
		without = []string{"成员号"}
	}
	return table(p.Path, "events/"+month.String()+".csv", write.Blank("events", nil, without...))
}
