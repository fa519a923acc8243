package gazette

import (
	"encoding/csv"
	"io"
	"iter"
	"slices"
	"strings"

	"gongshi/generator/ledger"
)

// Located is where a file of the site is: what embeds it is a page of package page.
type Located struct {
	Path string // slash path below public/, not percent-encoded
}

// At returns the file's slash path.
func (l *Located) At() string { return l.Path }

// File is a table of open data (formats.md, "What is published as open data").
type File struct {
	Located
	Kind     string // its kind: records, notices …
	Title    Phrase // with the place's name
	About    Phrase
	Which    Phrase        // of several of its kind; empty if there is only one
	Seal     int           // its number, for the lines of a seal
	Shared   *Distribution // for a distribution, by which it can be worked out again
	Columns  []Column
	Key      []string           // names of the columns that identify a row, if any do
	Count    int                // rows that Rows yields
	Withheld int                // rows that may not be published
	Rows     iter.Seq[[]string] // by 户号; a row is valid until the next one
}

// Column is one column of a File.
type Column struct {
	Name  string // the heading
	Type  ColumnType
	About Phrase
}

// ColumnType is the type of a column's cells, as Frictionless names it.
type ColumnType string

const (
	TypeText    ColumnType = "string"
	TypeNumber  ColumnType = "number"
	TypeInteger ColumnType = "integer"
	TypeDay     ColumnType = "date"    // 2023-03-01
	TypeYesNo   ColumnType = "boolean" // 是, 否
)

// The columns that pages show too: in <period>.csv, beside those of its categories, in
// balances.csv and in distribution-<year>.csv.
const (
	ColumnAdditions  = "加分"
	ColumnDeductions = "扣分"
	ColumnTotal      = "合计"
	ColumnAverage    = "平均"
	ColumnMembers    = "人数"
	ColumnRank       = "名次"
	ColumnCarried    = "累计"
	ColumnCarryRank  = "累计名次"

	ColumnEarned   = "累计得分"
	ColumnRedeemed = "已兑换"
	ColumnLeft     = "余额"

	ColumnShares = "股份"
	ColumnPoints = "积分"
	ColumnYuan   = "金额元"
)

// Cell returns text for a file that people open in a spreadsheet. What the spreadsheet would run
// as a formula gets an apostrophe; numbers in a numeric column stay numbers.
func (c Column) Cell(text string) string {
	if numeric := c.Type == TypeNumber || c.Type == TypeInteger; !runs(text) || numeric && isNumber(text) {
		return text
	}
	return "'" + text
}

// isNumber reports whether a text is digits, possibly with a point between them and a minus.
func isNumber(text string) bool {
	whole, fraction, point := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	return digits(whole) && (!point || digits(fraction))
}

func digits(text string) bool { return text != "" && strings.Trim(text, "0123456789") == "" }

// Heading returns the column's name in the file.
func (c Column) Heading() string { return Column{}.Cell(c.Name) }

// Plain returns a cell without the apostrophe that Cell has put before it.
func Plain(cell string) string {
	if rest, quoted := strings.CutPrefix(cell, "'"); quoted && runs(rest) {
		return rest
	}
	return cell
}

// runs reports whether a spreadsheet may run a text as a formula. Leading apostrophes are
// ignored, so that Plain can distinguish one that somebody typed from that of Cell.
func runs(text string) bool {
	for _, r := range text {
		switch r {
		case ' ', '\u3000', '\u00a0', '\ufeff', '\'': // a spreadsheet may trim the blanks
			continue
		case '=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠':
			return true
		}
		return false
	}
	return false
}

// HasFiles reports whether p publishes open data.
func (p *Place) HasFiles() bool { return p.Count > 0 || len(p.Tasks) > 0 }

// Files returns the tables of p's open data as of a day.
func (p *Place) Files(day ledger.Date) []*File {
	var files []*File
	if p.Count > 0 {
		for _, t := range p.Tables {
			files = append(files, t.files()...)
		}
		files = append(files, fileOf(p, NoticesForm, p.Tables, 0), p.objectionsFile(), p.correctionsFile())
		if len(p.Merged)+p.MergedWithheld > 0 {
			files = append(files, fileOf(p, MergedForm, p.Merged, p.MergedWithheld))
		}
		files = slices.Concat(files, p.useFiles(), p.sealFiles())
	}
	if len(p.Tasks) > 0 {
		files = append(files, fileOf(p, tasksForm(day), p.Tasks, 0))
	}
	return files
}

// Versions returns the versions of the rules that govern a published period, by effective date.
// Every event of such a period is judged by one of them: if it comes late, the period of its date
// was posted before.
func (p *Place) Versions() []*Scheme {
	var list []*Scheme
	for _, t := range p.Tables {
		if !slices.Contains(list, t.Scheme) {
			list = append(list, t.Scheme)
		}
	}
	slices.SortStableFunc(list, func(a, b *Scheme) int { return int(a.Effective - b.Effective) })
	return list
}

// DataPath returns the address of a file of the place's open data.
func (p *Place) DataPath(name string) string { return p.Path + "/data/" + name }

// fileOf returns a table of a place: <kind>.csv.
func fileOf[T any](p *Place, f Form[T], list []*T, withheld int) *File {
	return fileOfMany(p, f, len(list), slices.Values(list), withheld)
}

// fileOfMany returns a table whose rows are made one at a time.
func fileOfMany[T any](p *Place, f Form[T], count int, rows iter.Seq[*T], withheld int) *File {
	return &File{
		Located: Located{p.DataPath(f.kind + ".csv")}, Kind: f.kind,
		Title:   Phrase{Key: "file.title." + f.kind, Args: []any{p.Name}},
		About:   Phrase{Key: "file.about." + f.kind},
		Columns: f.headings(), Key: f.key, Count: count, Withheld: withheld, Rows: f.write(rows),
	}
}

// What the names of a period's files begin with, but of <period>.csv itself.
const (
	ofRecords = "records-"
	OfHonours = "honours-"
)

// DataPath returns the address of a file of the period: <prefix><period>.csv.
func (t *Table) DataPath(prefix string) string {
	return t.Place.DataPath(prefix + t.Period.String() + ".csv")
}

// of makes f a file of a period.
func (f *File) of(t *Table, prefix string) *File {
	f.Path = t.DataPath(prefix)
	f.Title.Args = append(f.Title.Args, t.Period.String())
	f.Which = phrase("periods", t.Period)
	return f
}

// byteOrderMark tells a spreadsheet that a CSV file is UTF-8.
const byteOrderMark = "\ufeff"

// CSV writes the table: UTF-8 with BOM, CRLF, quoted as in RFC 4180, with a header, and without
// any cell that a spreadsheet would run as a formula.
func (f *File) CSV(w io.Writer) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	cells := make([]string, len(f.Columns))
	for i, c := range f.Columns {
		cells[i] = c.Heading()
	}
	if err := out.Write(cells); err != nil {
		return err
	}
	for row := range f.Rows {
		for i, c := range f.Columns {
			cells[i] = c.Cell(row[i])
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}
