package render

import (
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"sync"

	"gongshi/generator/page"
)

// layouts are the templates of every kind of page: layouts/base.html with the partials
// and the page's own file, which defines "title" and "main"; 404.html and screen.html are documents of their own.
type layouts map[string]func() (*template.Template, error)

// kinds are the files below layouts/, one for each page model.
var kinds = []string{
	"home", "overview", "village", "households", "period", "household", "notices", "notice",
	"rules", "honours", "rewards", "distribution", "tasks", "zones", "organisations", "proofs", "article", "data", "screen", "404",
}

// layoutOf is the file of a page's model.
func layoutOf(p page.HTML) string {
	switch p.(type) {
	case *page.Home:
		return "home"
	case *page.Overview:
		return "overview"
	case *page.Village:
		return "village"
	case *page.Households:
		return "households"
	case *page.Period:
		return "period"
	case *page.Household:
		return "household"
	case *page.Notices:
		return "notices"
	case *page.Notice:
		return "notice"
	case *page.Rules:
		return "rules"
	case *page.Honours:
		return "honours"
	case *page.Rewards:
		return "rewards"
	case *page.Distribution:
		return "distribution"
	case *page.Tasks:
		return "tasks"
	case *page.Zones:
		return "zones"
	case *page.Organisations:
		return "organisations"
	case *page.Proofs:
		return "proofs"
	case *page.Article:
		return "article"
	case *page.DataIndex:
		return "data"
	case *page.Screen:
		return "screen"
	case *page.NotFound:
		return "404"
	}
	return ""
}

// readLayouts reads what all layouts share. That of a kind is read when its first page is made:
// a small site has a few of them.
func readLayouts(theme fs.FS, w words, a *assets) (layouts, error) {
	shared, err := template.New("base.html").Funcs(funcs(w, a)).Option("missingkey=error").
		ParseFS(theme, "layouts/base.html", "layouts/partials/*.html")
	if err != nil {
		return nil, fmt.Errorf("主题的模板：%w", err)
	}
	l := make(layouts)
	for _, kind := range kinds {
		l[kind] = sync.OnceValues(func() (*template.Template, error) { return readLayout(theme, w, shared, kind) })
	}
	return l, nil
}

func readLayout(theme fs.FS, w words, shared *template.Template, kind string) (*template.Template, error) {
	own, err := template.Must(shared.Clone()).ParseFS(theme, "layouts/"+kind+".html")
	if err != nil {
		return nil, fmt.Errorf("主题的模板：%w", err)
	}
	if err := w.inline(own); err != nil {
		return nil, fmt.Errorf("主题的模板 %s：%w", kind, err)
	}
	if kind == "404" || kind == "screen" {
		own = own.Lookup(kind + ".html")
	}
	return own, nil
}

// all reads every one of them; the error is the first.
func (l layouts) all() error {
	for _, kind := range kinds {
		if _, err := l[kind](); err != nil {
			return err
		}
	}
	return nil
}

// execute prints a page.
func (l layouts) execute(out io.Writer, m page.HTML) error {
	layout, err := l[layoutOf(m)]()
	if err != nil {
		return err
	}
	return layout.Execute(out, m)
}
