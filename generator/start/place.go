package start

import (
	"path"
	"slices"
	"strconv"

	"gongshi/generator/disk"
	"gongshi/generator/ledger"
	"gongshi/generator/write"
)

// Place is a place that is to be: a village, or a town or district above one.
type Place struct {
	Path    string // slash path below data/, e.g. zhen/cun
	Name    string
	Kind    string // 村, 镇, 区 or 县
	Joined  ledger.Date
	Top     bool // no place above it tells how long notices hang
	Contact ledger.Contact
	Groups  []ledger.Group
}

// Groups are so many groups, 第一组 and on. Where panels may not assess their own, each
// assesses the next one's.
func Groups(n int, cross bool) []ledger.Group {
	groups := make([]ledger.Group, n)
	for i := range groups {
		groups[i] = ledger.Group{ID: strconv.Itoa(i + 1), Name: "第" + chinese(i+1) + "组"}
		if cross && n > 1 {
			groups[i].Assesses = strconv.Itoa((i+1)%n + 1)
		}
	}
	return groups
}

// Files are the place's place.toml and, of a village, its register; average, if its rules rank
// by the average.
func (p *Place) Files(average bool) []disk.File {
	list := []disk.File{text(path.Join("data", p.Path, "place.toml"), p, "place.toml")}
	if p.Kind == Village {
		var without []string
		if !average { // which only they need
			without = []string{"参与人数", "股份", "并入"}
		}
		list = append(list, table(p.Path, "households.csv", write.Blank("households.csv", nil, without...)))
	}
	return list
}

// Above are the paths of the places above a path, the topmost first, and the path itself.
func Above(where string) []string {
	var all []string
	for at := where; at != "."; at = path.Dir(at) {
		all = append(all, at)
	}
	slices.Reverse(all)
	return all
}
