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
func (d *Package) Index() Index {
	whole := func(w Withheld) bool { return w.Households == 0 && w.Records == 0 }
	return Index{
		Title: d.Title, Kinds: d.kinds(), Withheld: slices.DeleteFunc(slices.Clone(d.Withheld), whole),
		Programs: d.Programs, NotOnThisSite: len(d.Expired),
	}
}

// kinds returns the files, those of several periods and the like together, in the order in which
// each kind first comes.
func (d *Package) kinds() []Kind {
	var kinds []Kind
	for _, f := range d.Files {
		i := slices.IndexFunc(kinds, func(k Kind) bool { return k.kind == f.Kind && !f.Which.IsZero() })
		if i < 0 {
			i = len(kinds)
			kinds = append(kinds, Kind{kind: f.Kind, Title: f.Title, About: f.About})
		}
		kinds[i].add(f)
	}
	if rules := d.Rules; len(rules.Files) > 0 {
		rules.Files = slices.Clone(rules.Files) // the index has them the other way round
		kinds = append(kinds, rules)
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
func programs(s *gazette.Site, p *gazette.Place) Kind {
	k := Kind{kind: "programs", Title: gazette.Phrase{Key: "file.kind.programs"}, About: gazette.Phrase{Key: "file.about.programs"}}
	for _, t := range p.Tables {
		k.Files = append(k.Files, IndexedFile{Href: t.Period.String() + ".json", Which: gazette.Phrase{Key: "phrase.periods", Args: []any{t.Period}}})
	}
	if s.Config.SourceURL != "" {
		k.Files = append(k.Files, IndexedFile{Href: "lines.json", Which: gazette.Phrase{Key: "file.programs.lines"}})
	}
	k.Files = append(k.Files, IndexedFile{Href: "place.json", Which: gazette.Phrase{Key: "file.programs.place"}},
		IndexedFile{Href: address.Root(address.Data(p, "")) + gazette.SiteJSON, Which: gazette.Phrase{Key: "file.programs.site"}})
	slices.Reverse(k.Files)
	return k
}
