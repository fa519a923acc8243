package render

import (
	"bytes"
	"path"
	"strings"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/opendata"
)

// The shapes of datapackage.json (specs.frictionlessdata.io, version 1).
type (
	packageShape struct {
		Profile     string              `json:"profile"`
		Name        string              `json:"name"`
		Title       string              `json:"title"`
		Description string              `json:"description"`
		Homepage    string              `json:"homepage,omitempty"`
		Licences    []map[string]string `json:"licenses"`
		Resources   []resourceShape     `json:"resources"`
		Programs    programsShape       `json:"programs"`
		Withheld    []opendata.Withheld `json:"withheld"`
		Expired     []ledger.Period     `json:"expired,omitempty"` // periods whose records have left the site
		Unnamed     []ledger.Period     `json:"unnamed,omitempty"` // periods that name nobody any more
	}
	// programsShape are the files for programs beside the tables.
	programsShape struct {
		Description string   `json:"description"`
		Paths       []string `json:"paths"`
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
		Shared      *sharedShape  `json:"distribution,omitempty"`
	}
	// sharedShape is the basis of a distribution beside its rows.
	sharedShape struct {
		Amount      string          `json:"amount"` // yuan
		ShareWeight ledger.Exact    `json:"share_weight"`
		Date        ledger.Date     `json:"date"`    // the day of the points
		Periods     []ledger.Period `json:"periods"` // that counted on it
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
		Name        string             `json:"name"`
		Type        gazette.ColumnType `json:"type"`
		Description string             `json:"description"`
		TrueValues  []string           `json:"trueValues,omitempty"`
		FalseValues []string           `json:"falseValues,omitempty"`
	}
)

// dataPackage writes datapackage.json. It is not a tabular-data-package, since the rules are not
// a table.
func (s *speaker) dataPackage(out *bytes.Buffer, p *opendata.Package) error {
	shape := packageShape{
		Profile: "data-package", Name: p.Name, Title: s.say(p.Title), Description: s.t("file.made"), Homepage: p.Homepage,
		Licences: []map[string]string{{ // a map is written by its keys in order
			"name": "CC-BY-4.0", "path": s.t("data.deed.href"), "title": s.t("data.deed.title"),
		}},
		Withheld: append([]opendata.Withheld{}, p.Withheld...), Expired: p.Expired, Unnamed: p.Unnamed,
	}
	for _, f := range p.Files {
		shape.Resources = append(shape.Resources, s.resource(f))
	}
	for _, f := range p.Rules.Files {
		shape.Resources = append(shape.Resources, resourceShape{
			Profile: "data-resource", Name: resourceName(f.Href), Path: f.Href, Title: s.say(p.Rules.Title),
			Format: "json", MediaType: "application/json", Encoding: "utf-8",
		})
	}
	shape.Programs.Description = s.say(p.Programs.About)
	for _, f := range p.Programs.Files {
		shape.Programs.Paths = append(shape.Programs.Paths, f.Href)
	}
	return gazette.JSON(out, shape)
}

func (s *speaker) resource(f *gazette.File) resourceShape {
	schema := schemaShape{MissingValues: []string{"", ledger.NAWord}, PrimaryKey: f.Key}
	for _, c := range f.Columns {
		field := fieldShape{Name: c.Heading(), Type: c.Type, Description: s.say(c.About)}
		if c.Type == gazette.TypeYesNo {
			field.TrueValues, field.FalseValues = []string{"是"}, []string{"否"}
		}
		schema.Fields = append(schema.Fields, field)
	}
	var shared *sharedShape
	if d := f.Shared; d != nil {
		shared = &sharedShape{d.Amount.Text(2), d.ShareWeight, d.Date, append([]ledger.Period{}, d.Periods...)}
	}
	return resourceShape{
		Profile: "tabular-data-resource", Name: resourceName(f.Path), Path: path.Base(f.Path),
		Title: s.say(f.Title), Description: s.say(f.About),
		Format: "csv", MediaType: "text/csv", Encoding: "utf-8",
		Dialect: &dialectShape{",", "\r\n", `"`, true, true},
		Schema:  &schema, Rows: &f.Count, Withheld: f.Withheld, Shared: shared,
	}
}

// resourceName returns a file's name as Frictionless allows it: lower case, no suffix.
func resourceName(file string) string {
	return strings.ToLower(strings.TrimSuffix(path.Base(file), path.Ext(file)))
}
