package grid

import (
	_ "embed"
	"html/template"
	"io"
	"regexp"
	"strconv"
	"strings"
	"sync"
)

//go:embed grid.html
var layout string

var page = sync.OnceValue(func() *template.Template { return template.Must(template.New("grid").Parse(layout)) })

// Script and Style are what the page loads as grid.js and grid.css, without comments, indents and needless line
// breaks and spaces. The parts of the script are declarations; together they are one function, which leaves
// nothing behind. They are made when first asked for, since most commands show no sheet.
var (
	Script = sync.OnceValue(func() string {
		return strings.NewReplacer(" = ", "=", " === ", "===", " && ", "&&", " || ", "||").Replace(
			lean("(function () {\n\"use strict\";\n" + pointsPart + tsvPart + sheetPart + showPart + keysPart + deskPart + gridPart + "})();\n"))
	})
	Style = sync.OnceValue(func() string {
		return strings.NewReplacer(": ", ":", " {", "{", "; ", ";").Replace(lean(style))
	})
)

var (
	//go:embed grid.css
	style string
	//go:embed points.js
	pointsPart string
	//go:embed tsv.js
	tsvPart string
	//go:embed sheet.js
	sheetPart string
	//go:embed show.js
	showPart string
	//go:embed keys.js
	keysPart string
	//go:embed desk.js
	deskPart string
	//go:embed grid.js
	gridPart string
)

var (
	comment  = regexp.MustCompile(`(?s)/\*.*?\*/`)
	indent   = regexp.MustCompile(`\n\s+`)
	needless = regexp.MustCompile(`([;,{])\n`) // no sentence ends there
)

// lean is a script or style as it is loaded; none has the signs of a comment in a string.
func lean(text string) string {
	return needless.ReplaceAllString(indent.ReplaceAllString(comment.ReplaceAllString(text, ""), "\n"), "$1")
}

// Page prints the page of a sheet.
func Page(w io.Writer, s Sheet) error { return page().Execute(w, view(s)) }

// A shown sheet is what the template and the script read of one; points are in hundredths.
type shown struct {
	Sheet
	Rule   string
	Digits int
	Unit   int64  // the hundredths of the last digit that is shown
	Bands  []band `json:"-"`
	Items  []column
	Rows   []line
}

// Height and Width count the rows and columns of the table, its headings included.
func (s shown) Height() int { return len(s.Rows) + 2 }
func (s shown) Width() int  { return len(s.Items) + 4 }

// A band is a heading over neighbouring columns.
type band struct {
	Name string
	Span int
}

type column struct {
	Code, Name string
	Limit      string // in words, empty where there is none
	Range      string // what is said of points beyond it
	Full       string `json:",omitempty"` // the most that it gives
	Low, High  int64
	Digits     int
}

type line struct {
	ID, Head, Group, Locked string
	Cells                   []string
	Before                  *int64
}

func view(s Sheet) shown {
	v := shown{Sheet: s, Rule: s.NotApplicable, Items: []column{}, Rows: []line{}}
	if v.Rule == "" {
		v.Rule = "full"
	}
	for _, item := range s.Items {
		v.Digits = max(v.Digits, item.Decimals)
		if n := len(v.Bands); n > 0 && v.Bands[n-1].Name == item.Category {
			v.Bands[n-1].Span++
		} else {
			v.Bands = append(v.Bands, band{item.Category, 1})
		}
		v.Items = append(v.Items, columnOf(item))
	}
	v.Unit = [...]int64{100, 10, 1}[min(v.Digits, 2)]
	v.Sheet.Items, v.Sheet.Rows = nil, nil
	for _, r := range s.Rows {
		cells := make([]string, len(s.Items))
		copy(cells, r.Cells)
		l := line{r.Household, r.Head, r.Group, r.Locked, cells, nil}
		if s.Sealed != "" {
			l.Locked = s.Sealed
		}
		if before, ok := hundredths(r.Before); ok {
			l.Before = &before
		}
		v.Rows = append(v.Rows, l)
	}
	return v
}

// most bounds what a cell may hold where its item has no limit, as the files' reader does.
const most = 1_000_000_00

func columnOf(item Item) column {
	c := column{Code: item.Code, Name: item.Name, Full: item.Max, Digits: item.Decimals, Low: -most, High: most, Range: "太大，看看是不是多打了几位"}
	low, hasLow := hundredths(item.Min)
	high, hasHigh := hundredths(item.Max)
	switch {
	case hasLow && hasHigh:
		c.Range = "应在 " + item.Min + " 到 " + item.Max + " 之间"
		c.Limit = item.Min + " 到 " + item.Max
	case hasHigh:
		c.Range, c.Limit = "应不超过 "+item.Max, "最多 "+item.Max
	case hasLow:
		c.Range, c.Limit = "应不低于 "+item.Min, "至少 "+item.Min
	}
	if hasLow {
		c.Low = low
	}
	if hasHigh {
		c.High = high
	}
	if hasHigh && hasLow && low == 0 {
		c.Limit = "满分 " + item.Max
	}
	return c
}

var plain = regexp.MustCompile(`^-?\d{1,9}(\.\d{1,2})?$`)

// hundredths reads a plain decimal; false of anything else.
func hundredths(text string) (int64, bool) {
	if !plain.MatchString(text) {
		return 0, false
	}
	whole, fraction, _ := strings.Cut(text, ".")
	n, err := strconv.ParseInt(whole+(fraction + "00")[:2], 10, 64)
	return n, err == nil
}
