package render

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"
	"reflect"
	"sync"
	"sync/atomic"
	"text/template/parse"

	"gongshi/generator/page"
	"gongshi/generator/press"
)

// layouts are the layouts of all kinds of page, by the type of the model. Each is read when its
// first page is made: a small site has only a few.
type layouts map[reflect.Type]func() (*layout, error)

// layout is the template of a kind of page: layouts/base.html with the partials and the page's
// own file, which defines "title" and "main"; 404.html and screen.html are documents of their
// own.
type layout struct {
	template *template.Template
	compiled func() *press.Template // nil if html/template cannot escape it
	printed  atomic.Int64           // how many bytes, up to few
}

// few is how many bytes of a kind of page html/template prints itself: compiling the layout takes
// as long.
const few = 100 << 10

// kinds are the files below layouts/, one for each page model.
var kinds = []struct {
	name  string
	model reflect.Type
}{
	{"home", reflect.TypeFor[*page.Home]()},
	{"overview", reflect.TypeFor[*page.Overview]()},
	{"village", reflect.TypeFor[*page.Village]()},
	{"households", reflect.TypeFor[*page.Households]()},
	{"period", reflect.TypeFor[*page.Period]()},
	{"household", reflect.TypeFor[*page.Household]()},
	{"year", reflect.TypeFor[*page.HouseholdYear]()},
	{"notices", reflect.TypeFor[*page.Notices]()},
	{"broadcast", reflect.TypeFor[*page.Broadcast]()},
	{"papers", reflect.TypeFor[*page.Papers]()},
	{"form", reflect.TypeFor[*page.Form]()},
	{"progress", reflect.TypeFor[*page.Progress]()},
	{"report", reflect.TypeFor[*page.Report]()},
	{"notice", reflect.TypeFor[*page.Notice]()},
	{"rules", reflect.TypeFor[*page.Rules]()},
	{"honours", reflect.TypeFor[*page.Honours]()},
	{"rewards", reflect.TypeFor[*page.Rewards]()},
	{"distribution", reflect.TypeFor[*page.Distribution]()},
	{"tasks", reflect.TypeFor[*page.Tasks]()},
	{"zones", reflect.TypeFor[*page.Zones]()},
	{"organisations", reflect.TypeFor[*page.Organisations]()},
	{"proofs", reflect.TypeFor[*page.Proofs]()},
	{"article", reflect.TypeFor[*page.Article]()},
	{"data", reflect.TypeFor[*page.DataIndex]()},
	{"screen", reflect.TypeFor[*page.Screen]()},
	{"404", reflect.TypeFor[*page.NotFound]()},
}

// shared is what all layouts share: the functions of templates, and base.html and the partials as they were
// parsed, by name.
type shared struct {
	funcs *template.Template
	parts map[string]*parse.Tree
}

// readLayouts reads what all layouts share.
func readLayouts(theme fs.FS, w words, a *assets) (layouts, error) {
	funcs := funcs(w, a)
	empty := template.New("base.html").Funcs(funcs.Map()).Option("missingkey=error")
	parsed, err := template.Must(empty.Clone()).ParseFS(theme, "layouts/base.html", "layouts/partials/*.html")
	if err != nil {
		return nil, fmt.Errorf("主题的模板：%w", err)
	}
	all := shared{empty, make(map[string]*parse.Tree)}
	for _, part := range parsed.Templates() {
		all.parts[part.Name()] = part.Tree
	}
	l := make(layouts)
	for _, kind := range kinds {
		l[kind.model] = sync.OnceValues(func() (*layout, error) {
			read := func() (*template.Template, error) { return readLayout(theme, w, all, kind.name) }
			own, err := read()
			return &layout{template: own, compiled: sync.OnceValue(func() *press.Template {
				again, err := read() // own is escaped
				if err != nil {
					return nil
				}
				compiled, _ := press.Compile(again, funcs, kind.model)
				return compiled
			})}, err
		})
	}
	return l, nil
}

func readLayout(theme fs.FS, w words, all shared, kind string) (*template.Template, error) {
	own, err := template.Must(all.funcs.Clone()).ParseFS(theme, "layouts/"+kind+".html")
	if err != nil {
		return nil, fmt.Errorf("主题的模板：%w", err)
	}
	root := "base.html"
	if kind == "404" || kind == "screen" {
		root = kind + ".html"
	}
	all.lend(own, root, make(map[string]bool))
	if err := w.inline(own); err != nil {
		return nil, fmt.Errorf("主题的模板 %s：%w", kind, err)
	}
	return own.Lookup(root), nil
}

// lend adds a shared part and those that it includes to a layout, which has its own in place of some: no more than is
// used, since each is copied.
func (s shared) lend(to *template.Template, name string, lent map[string]bool) {
	if lent[name] {
		return
	}
	lent[name] = true
	part, ours := s.parts[name]
	if own := to.Lookup(name); own != nil && own.Tree != nil && !(ours && parse.IsEmptyTree(own.Tree.Root)) {
		part = own.Tree
	} else if ours {
		part = part.Copy()
		template.Must(to.AddParseTree(name, part)) // it was not executed
	}
	if part == nil {
		return // which html/template tells of
	}
	press.Walk(part.Root, func(n *parse.Node) {
		if include, ok := (*n).(*parse.TemplateNode); ok {
			s.lend(to, include.Name, lent)
		}
	})
}

// execute prints a page into an empty buffer. What press leaves to html/template, an error too,
// it prints or returns.
func (l layouts) execute(out *bytes.Buffer, m page.HTML) error {
	read := l[reflect.TypeOf(m)]
	if read == nil {
		panic(fmt.Sprintf("%T is not in kinds", m))
	}
	layout, err := read()
	if err != nil {
		return err
	}
	if layout.printed.Load() >= few && layout.compiled() != nil {
		if text, err := layout.compiled().Append(out.AvailableBuffer(), m); err == nil {
			*out = *bytes.NewBuffer(text) // which may have outgrown it
			return nil
		}
	}
	err = layout.template.Execute(out, m)
	layout.printed.Add(int64(out.Len()))
	return err
}
