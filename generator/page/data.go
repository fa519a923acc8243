package page

import (
	"iter"
	"regexp"
	"slices"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/origin"
	"gongshi/generator/proof"
	"gongshi/generator/score"
)

// DataFile is a table of open data (formats.md, "What is published as open data").
type DataFile struct {
	Path     string       // slash path below public/
	Kind     string       // what it is: records, notices …
	Title    score.Phrase // with the place's name
	About    score.Phrase
	Which    score.Phrase        // of several of its kind; nothing where there is but one
	Seal     int                 // its number, of the lines of a seal
	Shared   *score.Distribution // of a distribution, by which it can be worked out again
	Columns  []Column
	Key      []string           // names of the columns that tell rows apart, if any do
	Count    int                // rows that Rows yields
	Withheld int                // rows that may not be published
	Rows     iter.Seq[[]string] // by 户号; a row holds until the next one
}

// At is the file's slash path.
func (f *DataFile) At() string { return f.Path }

// Column is one column of a DataFile.
type Column struct {
	Name  string // the heading
	Type  ColumnType
	About score.Phrase
}

// ColumnType is what a column's cells hold, as Frictionless names it.
type ColumnType string

const (
	Text    ColumnType = "string"
	Number  ColumnType = "number"
	Integer ColumnType = "integer"
	Day     ColumnType = "date"    // 2023-03-01
	YesNo   ColumnType = "boolean" // 是, 否
)

var plainNumber = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`)

// Cell is text as it may stand in a file that people open in a spreadsheet. What it
// would run as a formula gets an apostrophe; numbers of a numeric column stay numbers.
func (c Column) Cell(text string) string {
	if numeric := c.Type == Number || c.Type == Integer; numeric && plainNumber.MatchString(text) {
		return text
	}
	return harmless(text)
}

// Heading is the column's name as it stands in the file.
func (c Column) Heading() string { return harmless(c.Name) }

func harmless(text string) string {
	for _, r := range text {
		switch r {
		case ' ', '\u3000', '\u00a0', '\ufeff': // a spreadsheet may trim these
			continue
		case '=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠':
			return "'" + text
		}
		break
	}
	return text
}

// JSONFile is open data that is no table.
type JSONFile struct {
	Path  string
	Value any          // structs, so that the order of keys is fixed
	Which score.Phrase // of several of its kind
}

// At is the file's slash path.
func (f *JSONFile) At() string { return f.Path }

// openData is what a place publishes as open data.
type openData struct {
	*score.Place
	people   gazette.People
	history  *origin.History
	chain    *proof.Chain
	files    []*DataFile
	schemes  []*JSONFile
	withheld []Withheld
}

// hasData reports whether p publishes open data.
func hasData(p *ledger.Place) bool { return len(p.Households) > 0 || len(p.Tasks) > 0 }

// DataPages are the open data of a place that has households or tasks: its tables, the versions
// of the rules that govern them, datapackage.json, and a *DataIndex, whose Head but for
// the path is the caller's to fill in.
func DataPages(book *ledger.Book, people gazette.People, history *origin.History, p *score.Place, chain *proof.Chain) iter.Seq[Page] {
	return func(yield func(Page) bool) {
		if !hasData(p.Place) {
			return
		}
		d := openDataOf(people, history, p, chain)
		pages := make([]Page, 0, len(d.files)+len(d.schemes)+2)
		for _, f := range d.files {
			pages = append(pages, f)
		}
		for _, f := range d.schemes {
			pages = append(pages, f)
		}
		pages = append(pages, d.packageOf(&book.Config), d.index())
		slices.Values(pages)(yield)
	}
}

func openDataOf(people gazette.People, history *origin.History, p *score.Place, chain *proof.Chain) *openData {
	d := &openData{Place: p, people: people, history: history, chain: chain}
	for _, t := range p.Tables {
		d.addPeriod(t)
	}
	if len(p.Households) > 0 {
		d.files = append(d.files, d.notices(), d.objections(), d.corrections())
		d.files = append(d.files, d.merged()...)
		d.files = append(d.files, d.use()...)
		d.files = append(d.files, d.seals()...)
	}
	if len(p.Tasks) > 0 {
		d.files = append(d.files, d.tasks())
	}
	d.schemes = d.schemeFiles()
	return d
}

// path is the address of a file of the place's open data.
func (d *openData) path(name string) string { return d.Path + "/data/" + name }

// table is a DataFile of rows that are few enough to be at hand: <kind>.csv.
func (d *openData) table(kind string, columns []Column, rows [][]string) *DataFile {
	return &DataFile{
		Path: d.path(kind + ".csv"), Kind: kind,
		Title:   score.Phrase{Key: "file.title." + kind, Args: []any{d.Name}},
		About:   score.Phrase{Key: "file.about." + kind},
		Columns: columns, Count: len(rows), Rows: slices.Values(rows),
	}
}

// tableOf is a table of a period: <prefix><period>.csv.
func (d *openData) tableOf(t *score.Table, kind, prefix string, columns []Column, rows [][]string) *DataFile {
	f := d.table(kind, columns, rows)
	f.Path = d.path(prefix + t.Period.String() + ".csv")
	f.Title.Args = append(f.Title.Args, t.Period.String())
	f.Which = ofPeriod(t.Period)
	return f
}

func ofPeriod(p ledger.Period) score.Phrase {
	return score.Phrase{Key: "phrase.periods", Args: []any{p}}
}

type heading struct {
	Name string
	Type ColumnType
}

// columns are columns with what the theme's words tell of them: field.<kind>.<name>.
func columns(kind string, headings []heading) []Column {
	list := make([]Column, len(headings))
	for i, h := range headings {
		list[i] = Column{h.Name, h.Type, score.Phrase{Key: "field." + kind + "." + h.Name}}
	}
	return list
}

func yesNo(yes bool) string {
	if yes {
		return "是"
	}
	return "否"
}
