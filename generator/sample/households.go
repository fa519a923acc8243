package main

import (
	"fmt"
	"strconv"
)

// A household is a row of households.csv.
type household struct {
	id, head, group, kind string
	away                  bool // does not take part
	consent               day
	joined, left          day
	shares                int
	into                  string

	quality int    // how many of a hundred cells get full marks
	partial string // the period within which it joined or left and in which it has a row all the same
}

const (
	farming  = "农户"
	elderly  = "老年户"
	incoming = "外来户"
	unit     = "单位"
)

// settle adds n farming households, numbered from 001, in equal parts to the groups.
func (p *place) settle(n int, consent day) {
	for i := range n {
		quality := 60 + p.dice.upTo(18) + p.dice.upTo(18)
		if p.dice.chance(9) {
			quality = 30 + p.dice.upTo(20)
		}
		p.households = append(p.households, household{
			id:      fmt.Sprintf("%03d", i+1),
			head:    p.names.name(),
			group:   p.groups[i*len(p.groups)/n].id,
			kind:    farming,
			consent: consent.plus(p.dice.upTo(9)),
			quality: quality,
		})
	}
}

// at is the first row of a household, to be changed.
func (p *place) at(id string) *household {
	for i := range p.households {
		if p.households[i].id == id {
			return &p.households[i]
		}
	}
	panic("no household " + id)
}

// moves ends the household's row and begins another in the other group on the day after.
func (p *place) moves(id, group string, last day) {
	for i, h := range p.households {
		if h.id != id {
			continue
		}
		next := h
		next.group, next.joined = group, last.plus(1)
		p.households[i].left = last
		p.households = append(p.households[:i+1], append([]household{next}, p.households[i+1:]...)...)
		return
	}
}

// roster are the households that stand in a period, each by the row that speaks for it then.
func (p *place) roster(t period) []household {
	var list []household
	for i, h := range p.households {
		if h.away || !h.touches(t) {
			continue
		}
		if i+1 < len(p.households) && p.households[i+1].id == h.id && p.households[i+1].touches(t) {
			continue
		}
		joined, left := p.span(h.id)
		if (joined > t.first || left != "" && left < t.last) && h.partial != t.name {
			continue
		}
		list = append(list, h)
	}
	return list
}

func (h household) touches(t period) bool {
	return h.joined <= t.last && (h.left == "" || h.left >= t.first)
}

// span is when a household joined and left, over all its rows (which follow without a gap).
func (p *place) span(id string) (joined, left day) {
	first := true
	for _, h := range p.households {
		if h.id == id {
			if first {
				joined, first = h.joined, false
			}
			left = h.left
		}
	}
	return joined, left
}

// writeHouseholds adds households.csv, with shares and 并入 if the place keeps them.
func (p *place) writeHouseholds(s site, shares bool) {
	header := []string{"户号", "户主", "组", "类别", "参与", "同意", "加入", "退出"}
	if shares {
		header = append(header, "股份", "并入")
	}
	var rows [][]string
	for _, h := range p.households {
		row := []string{h.id, h.head, h.group, h.kind, yesNo(!h.away), string(h.consent), string(h.joined), string(h.left)}
		if shares {
			row = append(row, strconv.Itoa(h.shares), h.into)
		}
		rows = append(rows, row)
	}
	s.table(p.file("households.csv"), header, rows)
}

func yesNo(yes bool) string {
	if yes {
		return "是"
	}
	return "否"
}
