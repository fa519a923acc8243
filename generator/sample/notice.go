package main

import "strconv"

// A notice is notices/<period>.toml.
type notice struct {
	period     period
	note       string
	posted     day // "": a draft
	visited    day
	meeting    day
	present    int
	supervised string
	panels     []group // who assessed which group this time
	reported   day
	objections []objection
}

type objection struct {
	household, about string
	received         day
	text             string
	decided          day // "": pending
	outcome, answer  string
}

const (
	upheld   = "upheld"
	rejected = "rejected"
)

// lastDay is the last day of three calendar days, moved to a working day.
func lastDay(posted day) day { return workday(posted.plus(3)) }

// reportDay is a working day after all is settled that was posted or corrected on the day.
func reportDay(posted day) day { return workday(lastDay(posted).plus(2)) }

func (n notice) write(s site, p *place) {
	var d doc
	if n.note != "" {
		d.note(n.note)
	}
	d.opt("posted", n.posted)
	d.opt("visited", n.visited)
	if n.meeting != "" {
		d.head("[meeting]")
		d.set("date", n.meeting)
		d.set("present", n.present)
		d.set("supervised_by", n.supervised)
	}
	for _, g := range n.panels {
		d.head("[[panel]]")
		d.set("group", g.id)
		d.set("members", g.panel)
	}
	if n.reported != "" {
		d.head("[report]")
		d.set("date", n.reported)
	}
	for i, o := range n.objections {
		d.head("[[objection]]")
		d.set("no", strconv.Itoa(i+1))
		d.set("received", o.received)
		d.set("household", o.household)
		d.set("about", o.about)
		d.set("text", o.text)
		d.opt("decided", o.decided)
		d.opt("outcome", o.outcome)
		d.opt("answer", o.answer)
	}
	s.text(p.file("notices/"+n.period.name+".toml"), d.String())
}

// A correction is a row of corrections.csv.
type correction struct {
	date             day
	period           string
	household        string
	target           string
	from, to, reason string
	objection        string
}

func writeCorrections(s site, p *place, list []correction) {
	var rows [][]string
	for _, c := range list {
		rows = append(rows, []string{string(c.date), c.period, c.household, c.target, c.from, c.to, c.reason, c.objection})
	}
	s.table(p.file("corrections.csv"), []string{"日期", "周期", "户号", "对象", "原分", "现分", "原因", "异议"}, rows)
}
