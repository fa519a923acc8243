package page

import (
	"path"
	"slices"

	"gongshi/generator/gazette"
)

// DataIndex is data/index.html: every file of open data, its columns explained.
type DataIndex struct {
	Head
	Title         gazette.Phrase
	Kinds         []DataKind
	Withheld      []Withheld // those of which anything is withheld
	Programs      DataKind   // what only programs read
	NotOnThisSite int        // periods whose details are older than the site keeps them
}

// DataKind are the files of one kind, latest first.
type DataKind struct {
	kind    string
	Title   gazette.Phrase // of the kind, or of its only file
	About   gazette.Phrase
	Columns []gazette.Column // of all its files; none of JSON files
	Files   []IndexedFile
}

// IndexedFile is one file of a DataIndex.
type IndexedFile struct {
	Href     string // beside the index
	Which    gazette.Phrase
	Seal     int // as gazette.File has them
	Rows     int
	Withheld int
}

func (d *openData) index(head Head) *DataIndex {
	head.Data = "" // it is this page
	index := &DataIndex{
		Head: head, Title: d.title(), Kinds: d.kinds(), Programs: d.programs(), NotOnThisSite: len(d.expired()),
	}
	for _, w := range d.withheld() {
		if w.Households > 0 || w.Records > 0 {
			index.Withheld = append(index.Withheld, w)
		}
	}
	return index
}

// kinds are the files, those of several periods and the like together, in the order in
// which each kind first comes.
func (d *openData) kinds() []DataKind {
	var kinds []DataKind
	for _, f := range d.files {
		i := slices.IndexFunc(kinds, func(k DataKind) bool { return k.kind == f.Kind && !f.Which.IsZero() })
		if i < 0 {
			i = len(kinds)
			kinds = append(kinds, DataKind{kind: f.Kind, Title: f.Title, About: f.About})
		}
		kinds[i].add(f)
	}
	if len(d.schemes) > 0 {
		kinds = append(kinds, d.rules())
	}
	for i := range kinds {
		k := &kinds[i]
		if slices.Reverse(k.Files); len(k.Files) > 1 {
			k.Title = gazette.Phrase{Key: "file.kind." + k.kind}
		}
	}
	return append(kinds, DataKind{Title: gazette.Phrase{Key: "file.title.package"}, Files: []IndexedFile{{Href: "datapackage.json"}}})
}

// add puts in one more file, and those of its columns that no other has.
func (k *DataKind) add(f *gazette.File) {
	k.Files = append(k.Files, IndexedFile{escape(path.Base(f.Path)), f.Which, f.Seal, f.Count, f.Withheld})
	for _, c := range f.Columns {
		same := func(o gazette.Column) bool { return o.Name == c.Name && o.About.Key == c.About.Key }
		if !slices.ContainsFunc(k.Columns, same) {
			k.Columns = append(k.Columns, c)
		}
	}
}

// programs are the files that programs read beside the tables, the latest period first.
func (d *openData) programs() DataKind {
	k := DataKind{kind: "programs", Title: gazette.Phrase{Key: "file.kind.programs"}, About: gazette.Phrase{Key: "file.about.programs"}}
	for _, t := range d.Tables {
		k.Files = append(k.Files, IndexedFile{Href: t.Period.String() + ".json", Which: gazette.Phrase{Key: "phrase.periods", Args: []any{t.Period}}})
	}
	if d.config.SourceURL != "" {
		k.Files = append(k.Files, IndexedFile{Href: "lines.json", Which: gazette.Phrase{Key: "file.programs.lines"}})
	}
	k.Files = append(k.Files, IndexedFile{Href: "place.json", Which: gazette.Phrase{Key: "file.programs.place"}},
		IndexedFile{Href: root(d.path("")) + "data/site.json", Which: gazette.Phrase{Key: "file.programs.site"}})
	slices.Reverse(k.Files)
	return k
}

// rules are the versions of the rules.
func (d *openData) rules() DataKind {
	k := DataKind{kind: "scheme", Title: d.rulesTitle()}
	for _, f := range d.schemes {
		k.Files = append(k.Files, IndexedFile{Href: path.Base(f.Path), Which: f.Which})
	}
	return k
}
