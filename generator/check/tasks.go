package check

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"

	"gongshi/generator/ledger"
)

// articles are the articles by their paths.
type articles struct {
	own   map[string]bool // those with a page of their own; false for those on a place's rules page
	paths []string        // of those
	hints sync.Map        // the likely meaning of an unknown path, as text
}

func newArticles(b *ledger.Book) *articles {
	a := &articles{own: make(map[string]bool)}
	for _, article := range b.Articles {
		dir, file := path.Split(article.Path)
		a.own[article.Path] = file != "rules" || b.Place(strings.TrimSuffix(dir, "/")) == nil
		if a.own[article.Path] {
			a.paths = append(a.paths, article.Path)
		}
	}
	slices.Sort(a.paths)
	return a
}

// hint names the article that an unknown path most likely means.
func (a *articles) hint(path string) string {
	hint, known := a.hints.Load(path)
	if !known {
		hint, _ = a.hints.LoadOrStore(path, didYouMean(path, a.paths, "写文章在 content/ 下的路径，不带 .md；没有就清空"))
	}
	return hint.(string)
}

func (p *place) tasks(known *articles) {
	nos := names{}
	for _, t := range p.Tasks {
		p.onceIn(nos, t.No, t.Record, "编号", "编号“%s”已经用过，第一次在%s", "每项任务用一个不同的编号；若是重复登记，删去一行")
		p.measure(t)
		p.due(t)
		p.procedure(t, known)
	}
}

// measure checks that a target names its unit, and that a present value has a target.
func (p *place) measure(t *ledger.Task) {
	none := t.Target.Sign == "" && t.Target.Value.IsZero()
	switch {
	case none && t.HasCurrent:
		p.Note(t.At("目标"), missingCell,
			fmt.Sprintf("“%s”有现值“%s”，没有目标，页面上无从比较", t.Name, t.Current), "填上目标；没有目标就清空现值，写进说明")
	case !none && t.Target.Sign != ":" && t.Unit == "":
		p.Note(t.At("单位"), missingCell,
			fmt.Sprintf("“%s”的目标没有单位，看不出是多少什么", t.Name), "在“单位”一列填上，例如 盏、米、%")
	}
	if t.HasSum && p.Kind == "village" && t.Investment.Cmp(largeSum.Exact()) >= 0 {
		p.Note(t.At("投资万元"), constraintError,
			fmt.Sprintf("“%s”的投资是“%s”万元，就是 %s 亿元，多半是按元填的", t.Name, t.Investment, t.Investment.Div(10_000)),
			"如果是 "+t.Investment.String()+" 元，写成 "+t.Investment.Div(10_000).String()+"；这一列按万元计")
	}
}

// largeSum, in 10,000 yuan, is more than a village's project costs.
const largeSum = 10_000 * ledger.Point

// due checks that a due date is in our time; most years typed wrong are not.
func (p *place) due(t *ledger.Task) {
	const first, last = 2000, 2050
	if t.Due != 0 && (t.Due.Year() < first || t.Due.Year() > last) {
		p.Note(t.At("截止"), constraintError,
			fmt.Sprintf("“%s”的截止日期“%s”多半写错了年份", t.Name, t.Due), "核对年份")
	}
}

func (p *place) procedure(t *ledger.Task, known *articles) {
	at := t.At("程序")
	switch own, there := known.own[t.See]; {
	case t.See == "" || own:
	case there:
		p.Wrong(at, foreignKey,
			fmt.Sprintf("程序“%s”写在积分办法的网页里，不是单独的文章", t.See), "把程序写成单独的文章，例如 content/程序.md，再写它的路径")
	default:
		p.Wrong(at, foreignKey, fmt.Sprintf("程序“%s”不是 content/ 里的文章", t.See), known.hint(t.See))
	}
}
