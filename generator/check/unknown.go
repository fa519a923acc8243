package check

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// stray is a 户号 that is in some file but not in households.csv.
type stray struct {
	at         diag.Field
	typed, key string
}

// meant returns the households whose 户号 an unknown one would be, had one of them not lost its
// zeros.
func (p *place) meant(key string) []*ledger.Household {
	bare, ok := withoutZeros(key)
	if !ok {
		return nil
	}
	return p.zeroed[bare]
}

// registered returns the household of a 户号, or nil. A 户号 that is not in households.csv is kept:
// only all of them together show which side is wrong.
func (p *place) registered(at diag.Field, typed, key string) *ledger.Household {
	h := p.Household(key)
	if h == nil && key != "" && !p.Unread.Has("households.csv") {
		p.found = append(p.found, stray{at, typed, key})
	}
	return h
}

// strays reports every 户号 that is not in households.csv.
func (p *place) strays() {
	if len(p.Households) == 0 && len(p.found) > 0 {
		s := p.found[0]
		p.Wrong(s.at, foreignKey, "households.csv 里没有读到"+p.Name+"的一户，“"+s.typed+"”等户号无从核对", "先建好或改好 households.csv")
		return
	}
	lost := p.lostByRegister()
	files := map[string]map[string]bool{}
	for _, s := range p.found {
		if files[s.key] == nil {
			files[s.key] = map[string]bool{}
		}
		files[s.key][s.at.File] = true
	}
	for _, s := range p.found {
		switch meant := p.meant(s.key); {
		case len(meant) == 1 && lost[meant[0]]: // reported at its row
		case len(meant) > 0:
			p.zerosDiffer(s, meant)
		case len(files[s.key]) > 1:
			p.within(s.at, foreignKey, s.message(),
				"几个文件里都有，多半是名册漏了：在 households.csv 登记；如果是写错，照 households.csv 改正户号")
		default:
			p.unknown(s)
		}
	}
}

// message returns the words for a 户号 that is not in households.csv.
func (s stray) message() string {
	if s.at.Heading == "并入" {
		return "并入的户号“" + s.typed + "”不在 households.csv 中"
	}
	return "户号“" + s.typed + "”不在 households.csv 中"
}

// within adds an error that is reported once for all files of the place.
func (p *place) within(at diag.Field, code, message, hint string) {
	p.Wrong(at, code, message, hint).Scope = "data/" + p.Path + "/"
}

// zerosDiffer: Excel removes the zeros of a number, and never adds one.
func (p *place) zerosDiffer(s stray, meant []*ledger.Household) {
	var ids []string
	shorter := true
	for _, h := range meant {
		ids = append(ids, h.ID)
		shorter = shorter && len(s.key) < len(h.Key)
	}
	hint := "照 households.csv 填写户号"
	switch {
	case path.Ext(s.at.File) == ".toml" && len(ids) == 1: // no spreadsheet opens it
		hint = "是不是“" + ids[0] + "”？"
	case shorter:
		hint = "双击打开 CSV，Excel 会丢掉开头的零：把“户号”一列设为“文本”格式，照 households.csv 补上零"
	}
	p.within(s.at, foreignKey, s.message()+"，和登记的"+quoted(ids)+"只差开头的零", hint)
}

// lostByRegister reports the households whose 户号 lost its zeros in households.csv itself: all who
// refer to one have it with the same zeros, and nobody as it is there.
func (p *place) lostByRegister() map[*ledger.Household]bool {
	elsewhere := map[*ledger.Household][]stray{}
	for _, s := range p.found {
		if meant := p.meant(s.key); len(meant) == 1 {
			elsewhere[meant[0]] = append(elsewhere[meant[0]], s)
		}
	}
	if len(elsewhere) == 0 {
		return nil
	}
	lost, used := map[*ledger.Household]bool{}, p.used()
	var others []stray
	for _, h := range p.Households {
		if list := elsewhere[h]; !used[h.Key] && agree(list) && len(list[0].key) > len(h.Key) {
			lost[h] = true
			others = append(others, list...)
		}
	}
	files := fileWords(others)
	for _, h := range p.Households {
		for _, s := range h.Spans {
			if lost[h] {
				p.Wrong(s.At("户号"), leadingZeros,
					fmt.Sprintf("户号“%s”少了开头的零：别的文件（%s）里是“%s”", h.ID, files, elsewhere[h][0].typed),
					"名册多半用 Excel 打开又保存过：把 households.csv 的“户号”一列设为“文本”格式，照别的文件补上零；别的文件不用改")
			}
		}
	}
	return lost
}

// agree reports whether all write a 户号 the same way.
func agree(list []stray) bool {
	return len(list) > 0 && !slices.ContainsFunc(list, func(s stray) bool { return s.key != list[0].key })
}

func fileWords(list []stray) string {
	files := map[string]bool{}
	for _, s := range list {
		files[s.at.File] = true
	}
	names := slices.Sorted(maps.Keys(files))
	if len(names) > fewWords {
		return strings.Join(names[:fewWords], "、") + " 等 " + strconv.Itoa(len(names)) + " 个"
	}
	return strings.Join(names, "、")
}

// used returns the 户号 of households.csv that some other file has as they are there.
func (p *place) used() map[string]bool {
	used := map[string]bool{}
	for _, sheets := range []map[ledger.Period]*ledger.Sheet{p.Sheets, p.Declared} {
		for _, s := range sheets {
			for _, row := range s.Rows {
				used[row.Household] = true
			}
		}
	}
	for _, e := range p.Events {
		used[e.Household] = true
	}
	for _, c := range p.Corrections {
		used[c.Household] = true
	}
	for _, r := range p.Redemptions {
		used[r.Household] = true
	}
	for _, h := range p.Households {
		used[h.Key] = used[h.Key] || len(h.Members) > 0
	}
	return used
}

// unknown names the 户号 that was most likely meant.
func (p *place) unknown(s stray) {
	if p.nearIDs == nil {
		p.nearIDs = make(near, 4*len(p.Households))
		for _, h := range p.Households {
			p.nearIDs.add(h.Key, h.ID)
		}
	}
	hint := "照 households.csv 改正户号；若是新户，先在 households.csv 登记"
	if ids := p.nearIDs.to(s.key); len(ids) > 0 {
		hint = "相近的户号有" + quoted(ids) + "；" + hint
	}
	p.Wrong(s.at, foreignKey, s.message(), hint)
}
