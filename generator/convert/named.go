package convert

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gongshi/generator/ledger"
	"gongshi/generator/scan"
)

// A place's name in a text counts whole or not at all: 新东村 is not 东村. Chinese puts no blanks between words, so
// that what is around it has to tell.
var (
	// beforeName ends a text in front of a whole name: a sign, a digit, a day, what is above the place, a small word.
	beforeName = regexp.MustCompile(`(?:^|[^\p{L}]|[年月日号期省市县区州盟旗镇乡的是为在]|季度|街道|办事处|委员会|关于)$`)
	// A name that tells what it is, as 东村, is part of another one only where that is a place of another kind.
	kindName  = regexp.MustCompile(`(?:村|社区|镇|乡|街道|区|县|市|组)$`)
	otherKind = regexp.MustCompile(`^(?:镇|乡|县|市|社区|街道|村(?:[^民委级规务内里史容口\p{N}\p{P}\s_]|$))`)
	longKind  = regexp.MustCompile(`^\p{Han}{1,3}(?:村|社区|镇|乡|街道)`)
)

// naming is how a text has a place's name.
type naming uint8

const (
	notNamed naming = iota
	partly          // as a part of a longer name only
	wholly
)

// namingOf is how texts have a place's name, with a text that does. Names of other places that are longer do
// not count.
func (s *Site) namingOf(p *ledger.Place, texts []string) (best naming, in string) {
	var longer []string
	for _, other := range s.Book.Places {
		if other.Name != p.Name && strings.Contains(other.Name, p.Name) {
			longer = append(longer, other.Name, " ")
		}
	}
	without := strings.NewReplacer(longer...)
	for _, text := range texts {
		if n := namingIn(without.Replace(text), p.Name); n > best {
			best, in = n, text
		}
	}
	return best, in
}

func namingIn(text, name string) (best naming) {
	for name != "" {
		before, after, found := strings.Cut(text, name)
		if !found {
			break
		}
		other := longKind
		if kindName.MatchString(name) {
			other = otherKind
		}
		if beforeName.MatchString(before) && !other.MatchString(after) {
			return wholly
		}
		best, text = partly, lastOf(name)+after
	}
	return best
}

// lastOf is the last letter of a name, which what follows has before it.
func lastOf(name string) string {
	r, _ := utf8.DecodeLastRuneInString(name)
	if !unicode.IsLetter(r) {
		return ""
	}
	return string(r)
}

// placeOf is the place that a workbook names, or the only one that it can be of; nil if that is not plain, which
// is told.
func (im *Import) placeOf(w *Workbook) *ledger.Place {
	var all, named []*ledger.Place
	message := "不知道这张表是哪个地方的"
	like := false
	for _, p := range im.site.Book.Places {
		if len(p.Children) > 0 && len(p.Households) == 0 && len(p.Tasks) == 0 {
			continue
		}
		all = append(all, p)
		switch n, text := im.site.namingOf(p, w.texts()); n {
		case wholly:
			named = append(named, p)
		case partly:
			like = true
			message = fmt.Sprintf("“%s”里的“%s”像是一个更长的名字，不知道是不是“%s（%s）”", scan.Short(text), p.Name, p.Name, p.Path)
		}
	}
	switch {
	case len(named) == 1:
		return named[0]
	case len(named) > 1:
		message = "不知道这张表是哪个地方的"
	case len(all) == 1 && !like:
		return all[0]
	}
	im.refuse("no-place", message, placeHint(all))
	return nil
}

// placeHint tells how a place is named in the command, and which there are.
func placeHint(places []*ledger.Place) string {
	const most = 12
	if len(places) == 0 {
		return "先新建一个村：gongshi new place"
	}
	var list []string
	for _, p := range places[:min(len(places), most)] {
		list = append(list, p.Name+"（"+p.Path+"）")
	}
	if len(places) > most {
		list = append(list, "……")
	}
	return "在命令里写 --place 和 data 下面的路径，例如“--place " + places[0].Path + "”；这里有“" + strings.Join(list, "”、“") + "”"
}

// another is the place that is named where a certain one is not; nil if there is none.
func (s *Site) another(p *ledger.Place, texts []string) *ledger.Place {
	if n, _ := s.namingOf(p, texts); n == wholly {
		return nil
	}
	for _, other := range s.Book.Places {
		n, _ := s.namingOf(other, texts)
		if within := strings.HasPrefix(p.Path, other.Path+"/") || strings.Contains(p.Name, other.Name); !within && n == wholly {
			return other
		}
	}
	return nil
}

// ofPlace is a workbook without the sheets that are another place's, or may be where others are this one's. They
// are told.
func (im *Import) ofPlace(w *Workbook, p *ledger.Place) *Workbook {
	kept := *w
	ours, _ := im.site.namingOf(p, w.texts())
	kept.Sheets = slices.DeleteFunc(slices.Clone(w.Sheets), func(s Sheet) bool {
		if other := im.site.another(p, s.texts()); other != nil {
			im.note("sheet-left", "“"+s.Name+"”写的是“"+other.Name+"（"+other.Path+"）”，没有读")
			return true
		}
		if n, text := im.site.namingOf(p, s.texts()); ours == wholly && n == partly {
			im.note("sheet-left", "“"+s.Name+"”写的是“"+scan.Short(text)+"”，不像“"+p.Name+"”的，没有读")
			return true
		}
		return false
	})
	return &kept
}

// texts are those in which a workbook may name its place: its own name, and of its sheets.
func (w *Workbook) texts() []string {
	texts := []string{w.Name}
	for _, s := range w.Sheets {
		texts = append(texts, s.texts()...)
	}
	return texts
}

// texts are a sheet's name, and the cells of its first rows, in which a title may be.
func (s Sheet) texts() []string {
	const above = 5 // rows
	texts := []string{s.Name}
	for _, r := range s.Rows[:min(len(s.Rows), above)] {
		for _, c := range r.Cells {
			texts = append(texts, c.Text)
		}
	}
	return texts
}
