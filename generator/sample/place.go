package main

import "fmt"

// A place is a folder with a place.toml; households and groups stand in villages alone.
type place struct {
	path              string // below data/
	name, kind, stage string
	joined            day
	office            string
	supervisor        string
	line              int    // the last digits of its invented telephone numbers
	note              string // a remark at the head of the file
	publicity         []setting
	example           example
	groups            []group
	households        []household
	dice              *dice
	names             *namer
}

// A setting is a key of place.toml that is not left to its default.
type setting struct {
	key   string
	value any
}

// A group is a 组 or 片区 with its assessors.
type group struct {
	id, name string
	panel    []string
	assesses string
}

// An example is the household that the rules are explained by, and its period.
type example struct {
	household, period string
}

// newPlace is a village whose chance figures come from the seed.
func newPlace(path, name string, seed uint64) *place {
	d := dice(seed)
	return &place{
		path: path, name: name + "（示例）", kind: "village", dice: &d, names: newNamer(&d),
		office: name + "村民委员会", supervisor: name + "村务监督委员会",
	}
}

// file is the path of one of the place's own files.
func (p *place) file(name string) string { return "data/" + p.path + "/" + name }

// phone is an invented number that nobody can have.
func phone(n int) string { return fmt.Sprintf("000-0000 %04d", n) }

// writePlace adds place.toml.
func (p *place) writePlace(s site) {
	var d doc
	if p.note != "" {
		d.note(p.note)
	}
	d.set("name", p.name)
	d.set("kind", p.kind)
	d.opt("joined", p.joined)
	d.opt("stage", p.stage)
	d.head("[contact]")
	d.set("office", p.office)
	d.set("phone", phone(p.line))
	d.set("supervisor", p.supervisor)
	d.set("supervisor_phone", phone(p.line+1))
	if len(p.publicity) > 0 {
		d.head("[publicity]")
	}
	for _, set := range p.publicity {
		d.set(set.key, set.value)
	}
	if p.example.household != "" {
		d.head("[example]")
		d.set("household", p.example.household)
		d.set("period", p.example.period)
	}
	for _, g := range p.groups {
		d.head("[[group]]")
		d.set("id", g.id)
		d.set("name", g.name)
		d.set("panel", g.panel)
		d.opt("assesses", g.assesses)
	}
	s.text(p.file("place.toml"), d.String())
}

// panel is the panel that assesses a group.
func (p *place) panel(group string) []string {
	for _, g := range p.groups {
		if g.assesses == group || g.assesses == "" && g.id == group {
			return g.panel
		}
	}
	return nil
}
