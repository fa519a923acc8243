package convert

import (
	"encoding/xml"
	"path"
	"strconv"
	"strings"
)

// book is what the sheets of a workbook refer to.
type book struct {
	*archive
	main    string            // the part that names the sheets
	targets map[string]string // of the main part's relations, by id
	strings []string
	formats []format // by style
	late    bool     // days count from 1904
	list    []listed
}

// listed is a sheet as the workbook names it.
type listed struct {
	name, part string
	hidden     bool
}

func (a *archive) workbook() (*Workbook, *trouble) {
	b := &book{archive: a}
	for _, step := range []func() *trouble{b.findMain, b.relations, b.sheets, b.sharedStrings, b.styles} {
		if bad := step(); bad != nil {
			return nil, bad
		}
	}
	var w Workbook
	for _, l := range b.list {
		s, bad := b.sheet(l)
		if bad != nil {
			return nil, bad
		}
		w.Sheets = append(w.Sheets, *s)
	}
	return &w, nil
}

// findMain finds the part that names the sheets, by its relation.
func (b *book) findMain() *trouble {
	b.main = "xl/workbook.xml"
	return b.each("_rels/.rels", func(_ *xml.Decoder, e xml.StartElement) error {
		if e.Name.Local == "Relationship" && strings.HasSuffix(attr(e, "Type"), "/officeDocument") {
			b.main = path.Join("/", attr(e, "Target"))
		}
		return nil
	})
}

// relations reads which part each id means, and finds those of strings and styles by their kind.
func (b *book) relations() *trouble {
	b.targets = map[string]string{}
	dir, base := path.Split(b.main)
	return b.each(dir+"_rels/"+base+".rels", func(_ *xml.Decoder, e xml.StartElement) error {
		if e.Name.Local != "Relationship" {
			return nil
		}
		target := attr(e, "Target")
		if !strings.HasPrefix(target, "/") {
			target = path.Join("/", dir, target)
		}
		b.targets[attr(e, "Id")] = target
		b.targets[path.Base(attr(e, "Type"))] = target
		return nil
	})
}

func (b *book) sheets() *trouble {
	bad := b.each(b.main, func(_ *xml.Decoder, e xml.StartElement) error {
		switch e.Name.Local {
		case "workbookPr":
			b.late = yes(e, "date1904")
		case "sheet":
			part := b.targets[idOf(e)]
			if strings.Contains(part, "/chartsheets/") || strings.Contains(part, "/dialogsheets/") || strings.Contains(part, "/macrosheets/") {
				return nil
			}
			b.list = append(b.list, listed{attr(e, "name"), part, attr(e, "state") != "" && attr(e, "state") != "visible"})
		}
		return nil
	})
	switch {
	case bad != nil:
		return bad
	case len(b.list) > mostSheets:
		return tooBig
	case len(b.list) == 0:
		return damaged
	}
	return nil
}

// idOf is the id of the relation that a sheet names; it has a number of its own beside it.
func idOf(e xml.StartElement) string {
	for _, a := range e.Attr {
		if a.Name.Local == "id" && a.Name.Space != "" {
			return a.Value
		}
	}
	return ""
}

// sharedStrings reads the texts that cells name by their number.
func (b *book) sharedStrings() *trouble {
	return b.each(b.targets["sharedStrings"], func(d *xml.Decoder, e xml.StartElement) error {
		if e.Name.Local != "si" {
			return nil
		}
		var t richText
		if err := d.DecodeElement(&t, &e); err != nil {
			return err
		}
		b.strings = append(b.strings, t.text())
		return b.spend(t.text())
	})
}

// spend counts a text that is kept.
func (a *archive) spend(text string) error {
	a.cells--
	a.text -= len(text)
	if a.cells < 0 || a.text < 0 {
		return errTooBig
	}
	return nil
}

// richText is a text, or runs of it in several looks. How it is pronounced is beside it and not read.
type richText struct {
	T []string `xml:"t"`
	R []struct {
		T []string `xml:"t"`
	} `xml:"r"`
}

func (t *richText) text() string {
	if t == nil {
		return ""
	}
	var b strings.Builder
	for _, part := range t.T {
		b.WriteString(part)
	}
	for _, r := range t.R {
		for _, part := range r.T {
			b.WriteString(part)
		}
	}
	return unescape(b.String())
}

// styles reads what each style of cells makes of a number.
func (b *book) styles() *trouble {
	codes := map[int]string{}
	within := ""
	return b.each(b.targets["styles"], func(_ *xml.Decoder, e xml.StartElement) error {
		switch e.Name.Local {
		case "numFmt":
			id, _ := strconv.Atoi(attr(e, "numFmtId"))
			codes[id] = attr(e, "formatCode")
		case "cellXfs", "cellStyleXfs", "dxfs", "cellStyles":
			within = e.Name.Local
		case "xf":
			if within != "cellXfs" {
				return nil
			}
			id, _ := strconv.Atoi(attr(e, "numFmtId"))
			as := builtIn(id)
			if code, own := codes[id]; own {
				as = formatOf(code)
			}
			b.formats = append(b.formats, as)
		}
		return nil
	})
}
