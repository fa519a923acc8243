package opendata

import (
	"path"
	"slices"

	"gongshi/generator/address"
	"gongshi/generator/gazette"
)

// Index is every file of a place's open data, its columns explained.
type Index struct {
	Title         gazette.Phrase
	Kinds         []Kind
	Withheld      []Withheld // those from which anything is withheld
	Programs      Kind       // what only programs read
	NotOnThisSite int        // periods whose details are older than the site keeps them
}

// Kind are the files of one kind, latest first.
type Kind struct {
	kind    string
	Title   gazette.Phrase // of the kind, or of its only file
	About   gazette.Phrase
	Columns []gazette.Column // of all its files; none for JSON files
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

// Index lists the files.
func (d *Data) Index() Index {
	index := Index{
		Title: d.title(), Kinds: d.kinds(), Programs: d.programs(), NotOnThisSite: len(d.expired()),
	}
	for _, w := range d.withheld() {
		if w.Households > 0 || w.Records > 0 {
			index.Withheld = append(index.Withheld, w)
		}
	}
	return index
}

// kinds returns the files, those of several periods and the like together, in the order in which
// each kind first comes.
func (d *Data) kinds() []Kind {
	var kinds []Kind
	for _, f := range d.Files {
		i := slices.IndexFunc(kinds, func(k Kind) bool { return k.kind == f.Kind && !f.Which.IsZero() })
		if i < 0 {
			i = len(kinds)
			kinds = append(kinds, Kind{kind: f.Kind, Title: f.Title, About: f.About})
		}
		kinds[i].add(f)
	}
	if len(d.Schemes) > 0 {
		kinds = append(kinds, d.rules())
	}
	for i := range kinds {
		k := &kinds[i]
		if slices.Reverse(k.Files); len(k.Files) > 1 {
			k.Title = gazette.Phrase{Key: "file.kind." + k.kind}
		}
	}
	return append(kinds, Kind{Title: gazette.Phrase{Key: "file.title.package"}, Files: []IndexedFile{{Href: "datapackage.json"}}})
}

// add adds one more file, and those of its columns that no other has.
func (k *Kind) add(f *gazette.File) {
	k.Files = append(k.Files, IndexedFile{address.Escape(path.Base(f.Path)), f.Which, f.Seal, f.Count, f.Withheld})
	for _, c := range f.Columns {
		same := func(o gazette.Column) bool { return o.Name == c.Name && o.About.Key == c.About.Key }
		if !slices.ContainsFunc(k.Columns, same) {
			k.Columns = append(k.Columns, c)
		}
	}
}

// programs returns the files for programs beside the tables, the latest period first.
func (d *Data) programs() Kind {
	k := Kind{kind: "programs", Title: gazette.Phrase{Key: "file.kind.programs"}, About: gazette.Phrase{Key: "file.about.programs"}}
	for _, t := range d.place.Tables {
		k.Files = append(k.Files, IndexedFile{Href: t.Period.String() + ".json", Which: gazette.Phrase{Key: "phrase.periods", Args: []any{t.Period}}})
	}
	if d.config.SourceURL != "" {
		k.Files = append(k.Files, IndexedFile{Href: "lines.json", Which: gazette.Phrase{Key: "file.programs.lines"}})
	}
	k.Files = append(k.Files, IndexedFile{Href: "place.json", Which: gazette.Phrase{Key: "file.programs.place"}},
		IndexedFile{Href: address.Root(d.path("")) + "data/site.json", Which: gazette.Phrase{Key: "file.programs.site"}})
	slices.Reverse(k.Files)
	return k
}

// rules returns the versions of the rules.
func (d *Data) rules() Kind {
	k := Kind{kind: "scheme", Title: d.rulesTitle()}
	for _, f := range d.Schemes {
		k.Files = append(k.Files, IndexedFile{Href: path.Base(f.Path), Which: f.Which})
	}
	return k
}
