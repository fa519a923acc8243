package page

import (
	"path"
	"strings"

	"gongshi/generator/ledger"
)

// Licence is that under which all open data stand.
var Licence = struct{ Name, Title, Path string }{
	"CC-BY-4.0", "知识共享 署名 4.0 国际", "https://creativecommons.org/licenses/by/4.0/deed.zh-hans",
}

// The shapes of datapackage.json (specs.frictionlessdata.io, version 1).
type (
	packageShape struct {
		Profile     string          `json:"profile"`
		Name        string          `json:"name"`
		Title       string          `json:"title"`
		Description string          `json:"description"`
		Homepage    string          `json:"homepage,omitempty"`
		Licences    []licenceShape  `json:"licenses"`
		Resources   []resourceShape `json:"resources"`
		Withheld    []withheldShape `json:"withheld"`
		Expired     []string        `json:"expired,omitempty"` // periods whose records have left the site
	}
	licenceShape struct {
		Name  string `json:"name"`
		Path  string `json:"path"`
		Title string `json:"title"`
	}
	resourceShape struct {
		Profile     string        `json:"profile"`
		Name        string        `json:"name"`
		Path        string        `json:"path"`
		Title       string        `json:"title"`
		Description string        `json:"description,omitempty"`
		Format      string        `json:"format"`
		MediaType   string        `json:"mediatype"`
		Encoding    string        `json:"encoding"`
		Dialect     *dialectShape `json:"dialect,omitempty"`
		Schema      *schemaShape  `json:"schema,omitempty"`
		Rows        *int          `json:"rows,omitempty"`
		Withheld    int           `json:"withheld,omitempty"`
	}
	dialectShape struct {
		Delimiter      string `json:"delimiter"`
		LineTerminator string `json:"lineTerminator"`
		QuoteChar      string `json:"quoteChar"`
		DoubleQuote    bool   `json:"doubleQuote"`
		Header         bool   `json:"header"`
	}
	schemaShape struct {
		Fields        []fieldShape `json:"fields"`
		MissingValues []string     `json:"missingValues"`
		PrimaryKey    []string     `json:"primaryKey,omitempty"`
	}
	fieldShape struct {
		Name        string     `json:"name"`
		Type        ColumnType `json:"type"`
		Description string     `json:"description"`
		TrueValues  []string   `json:"trueValues,omitempty"`
		FalseValues []string   `json:"falseValues,omitempty"`
	}
	withheldShape struct {
		Period     string `json:"period"`
		Board      string `json:"board"`
		Households int    `json:"households"`
		Records    int    `json:"records"`
	}
)

// packageOf is datapackage.json: it describes every file, and tells how many rows are
// withheld. It is no tabular-data-package, since the rules are no table.
func (d *openData) packageOf(config *ledger.Config) *JSONFile {
	shape := packageShape{
		Profile: "data-package", Name: strings.ToLower(d.Path), Title: d.title(),
		Description: description, Licences: []licenceShape{{Licence.Name, Licence.Path, Licence.Title}},
		Withheld: []withheldShape{},
	}
	if config.BaseURL != "" {
		shape.Homepage = config.BaseURL + escape(d.path("index.html"))
	}
	for _, f := range d.files {
		shape.Resources = append(shape.Resources, resourceOf(f))
	}
	for _, f := range d.schemes {
		shape.Resources = append(shape.Resources, resourceShape{
			Profile: "data-resource", Name: resourceName(f.Path), Path: path.Base(f.Path), Title: d.Name + "积分办法",
			Format: "json", MediaType: "application/json", Encoding: "utf-8",
		})
	}
	for _, w := range d.withheld {
		shape.Withheld = append(shape.Withheld, withheldShape{w.Period.String(), w.Board, w.Households, w.Records})
	}
	for _, t := range d.Tables {
		if !d.people.Details(t.Period) {
			shape.Expired = append(shape.Expired, t.Period.String())
		}
	}
	return &JSONFile{d.path("datapackage.json"), shape}
}

const description = "由村级积分公示系统从公示数据生成。以 = + - @ 等开头的文字前加有撇号，以免被表格软件当作公式运行。"

func (d *openData) title() string {
	if len(d.Households) == 0 {
		return d.Name + "开放数据"
	}
	return d.Name + "积分公示开放数据"
}

func resourceOf(f *DataFile) resourceShape {
	schema := schemaShape{MissingValues: []string{"", NotApplicable}, PrimaryKey: f.Key}
	for _, c := range f.Columns {
		field := fieldShape{Name: c.Heading(), Type: c.Type, Description: c.Description}
		if c.Type == YesNo {
			field.TrueValues, field.FalseValues = []string{"是"}, []string{"否"}
		}
		schema.Fields = append(schema.Fields, field)
	}
	return resourceShape{
		Profile: "tabular-data-resource", Name: resourceName(f.Path), Path: path.Base(f.Path),
		Title: f.Title, Description: f.Description,
		Format: "csv", MediaType: "text/csv", Encoding: "utf-8",
		Dialect: &dialectShape{",", "\r\n", `"`, true, true},
		Schema:  &schema, Rows: &f.Count, Withheld: f.Withheld,
	}
}

// resourceName is a file's name as Frictionless allows it: lower case, no suffix.
func resourceName(file string) string {
	return strings.ToLower(strings.TrimSuffix(path.Base(file), path.Ext(file)))
}

// DataIndex is data/index.html: every file of open data, its columns explained.
type DataIndex struct {
	Head
	Title         string
	Files         []IndexedFile
	LicenceTitle  string
	LicencePath   string
	Withheld      []Withheld // those of which anything is withheld
	NotOnThisSite int        // periods whose details are older than the site keeps them
}

// IndexedFile is one file of a DataIndex.
type IndexedFile struct {
	Href        string // beside the index
	Title       string
	Description string
	Columns     []Column // none of a JSON file
	Rows        int
	Withheld    int
}

func (d *openData) index() *DataIndex {
	index := &DataIndex{
		Head: Head{Path: d.path("index.html")}, Title: d.title(),
		LicenceTitle: Licence.Title, LicencePath: Licence.Path,
	}
	for _, f := range d.files {
		index.Files = append(index.Files, IndexedFile{
			escape(path.Base(f.Path)), f.Title, f.Description, f.Columns, f.Count, f.Withheld,
		})
	}
	for _, f := range d.schemes {
		index.Files = append(index.Files, IndexedFile{Href: path.Base(f.Path), Title: d.Name + "积分办法"})
	}
	index.Files = append(index.Files, IndexedFile{
		Href: "datapackage.json", Title: "全部文件的说明（Frictionless Data Package）",
	})
	for _, w := range d.withheld {
		if w.Households > 0 || w.Records > 0 {
			index.Withheld = append(index.Withheld, w)
		}
	}
	for _, t := range d.Tables {
		if !d.people.Details(t.Period) {
			index.NotOnThisSite++
		}
	}
	return index
}
