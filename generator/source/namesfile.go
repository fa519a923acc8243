package source

import (
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

var nameColumns = []column{
	{"地方", "place", key, of(aText)},
	{"户号", "id", key, of(anID)},
	{"户主", "head", key, of(aText)},
}

// headRow is a row of the file of names.
type headRow struct {
	at       diag.Position
	id, head string
}

// namesFile reads [privacy] names_file: a name that is no folder's and no setting's, so that one line
// keeps it out of git.
func (s *section) namesFile(key string) string {
	name := s.text(key)
	if name != "" && (!fs.ValidPath(name) || path.Dir(name) != "." || path.Ext(name) != ".csv") {
		s.fail(key, name, typeError("写一个文件名，例如 names.csv，放在 config.toml 旁边", "应是网站文件夹里的一个 .csv 文件"))
		return ""
	}
	return name
}

// names reads that file, which is not kept with the data and may be missing.
func (r *reader) names() {
	name := r.book.Config.Privacy.NamesFile
	if name == "" {
		return
	}
	if !r.there(name) {
		r.diags.Add(diag.Diagnostic{Position: at(name), Severity: diag.Note, Code: "no-names-file",
			Message: "没有 names_file 写的文件“" + name + "”，名册里空着的户主只写户号", Hint: "从保管它的人那里拷来，放在 config.toml 旁边；本来就不公布姓名的，不必改"})
		return
	}
	f := r.open(name, &r.found)
	if f == nil {
		return
	}
	r.heads = map[string]map[string]headRow{}
	for row := range openTable(f, nameColumns, nil, nil).rows {
		place := strings.Trim(row.text("地方"), "/")
		id, key := row.ownID("户号")
		head := row.name("户主")
		if !row.must("地方") || id == "" || !row.must("户主") {
			continue
		}
		if r.heads[place] == nil {
			r.heads[place] = map[string]headRow{}
		}
		if _, twice := r.heads[place][key]; twice {
			row.fail("户号", constraintError("只留一行", "“%s”在“%s”有两行", id, place))
			continue
		}
		r.heads[place][key] = headRow{row.line(), id, head}
	}
	for _, place := range slices.Sorted(maps.Keys(r.heads)) {
		if r.concerns(path.Join("data", place)) && r.book.Place(place) == nil {
			for _, key := range slices.Sorted(maps.Keys(r.heads[place])) {
				r.nobody(&r.diags, r.heads[place][key], place)
			}
		}
	}
}

// fillHeads gives households the heads that the register leaves empty.
func (r *reader) fillHeads(p *ledger.Place, diags *diag.List) {
	heads := r.heads[p.Path]
	for _, key := range slices.Sorted(maps.Keys(heads)) {
		h := p.Household(key)
		if h == nil {
			r.nobody(diags, heads[key], p.Path)
			continue
		}
		for _, s := range h.Spans {
			if s.Head == "" {
				s.Head = heads[key].head
			}
		}
	}
}

// nobody notes a name that is no household's.
func (r *reader) nobody(diags *diag.List, n headRow, place string) {
	diags.Add(diag.Diagnostic{Position: n.at, Severity: diag.Note, Code: "name-of-nobody",
		Message: "“" + place + "”没有户号“" + n.id + "”，这个名字没有用", Hint: "核对地方和户号：地方写 data 下面的文件夹，例如 zhen/cun"})
}
