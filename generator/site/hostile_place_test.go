package site

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"gongshi/generator/disk"
)

// outOfPlace lists where a text that was typed has become something else than a text, in a file of a site. The
// texts have zq in them.
func outOfPlace(name, content string) (wrong []string) {
	for part := range strings.SplitSeq(name, "/") {
		if strings.Contains(part, "zq") || disk.Name(part) != nil {
			wrong = append(wrong, "such a file")
		}
	}
	if i := strings.IndexFunc(content, func(r rune) bool { return unicode.IsControl(r) && !strings.ContainsRune("\t\n\r", r) }); i >= 0 {
		wrong = append(wrong, fmt.Sprintf("a sign that terminals act on: %q", content[max(0, i-30):min(len(content), i+30)]))
	}
	switch path.Ext(name) {
	case ".html":
		return append(wrong, inHTML(content)...)
	case ".csv":
		return append(wrong, inCSV(content)...)
	case ".json":
		return append(wrong, inJSON(content)...)
	case ".js":
		return append(wrong, inScript(content)...)
	case ".ics":
		return append(wrong, inCalendar(content)...)
	case ".xml":
		return append(wrong, inXML(content)...)
	}
	if base := path.Base(name); (base == "robots.txt" || base == "checkpoint") && strings.Contains(content, "zq") {
		wrong = append(wrong, "a text: "+content)
	}
	return wrong
}

// acts are schemes of addresses that run what follows.
var acts = regexp.MustCompile(`^(javascript|vbscript|data):`)

// followed are the attributes that browsers follow or load.
var followed = []string{"href", "src", "srcset", "action", "formaction", "data", "poster", "ping", "background"}

func inHTML(content string) (wrong []string) {
	doc, err := html.Parse(strings.NewReader(content))
	if err != nil {
		return []string{err.Error()}
	}
	for n := range doc.Descendants() {
		switch n.Type {
		case html.CommentNode, html.DoctypeNode:
			if strings.Contains(n.Data, "zq") {
				wrong = append(wrong, "a comment: "+n.Data)
			}
		case html.TextNode:
			wrong = append(wrong, inRaw(n)...)
		case html.ElementNode:
			if strings.Contains(n.Data, "zq") {
				wrong = append(wrong, "an element "+n.Data)
			}
			for _, a := range n.Attr {
				value := strings.ToLower(strings.Map(func(r rune) rune {
					if r <= ' ' || unicode.IsSpace(r) || unicode.IsControl(r) {
						return -1
					}
					return r
				}, a.Val))
				marked := strings.Contains(a.Val, "zq")
				if strings.Contains(a.Key, "zq") || strings.HasPrefix(a.Key, "on") || marked && (a.Key == "style" || a.Key == "srcdoc" || a.Key == "http-equiv") ||
					marked && slices.Contains(followed, a.Key) && acts.MatchString(value) {
					wrong = append(wrong, fmt.Sprintf("an attribute of %s: %s=%q", n.Data, a.Key, a.Val))
				}
			}
		}
	}
	return wrong
}

// inRaw is for what stands in scripts and styles.
func inRaw(n *html.Node) []string {
	if n.Parent == nil || n.Parent.Data != "script" && n.Parent.Data != "style" || !strings.Contains(n.Data, "zq") {
		return nil
	}
	for _, a := range n.Parent.Attr {
		if a.Key == "type" && a.Val == "application/json" {
			return inJSON(n.Data)
		}
	}
	return []string{"in a " + n.Parent.Data + ": " + n.Data}
}

// formula begins what spreadsheets work out, in narrow and wide signs, after blanks too.
var formula = regexp.MustCompile(`^[\s\x{3000}]*[=+\-@＝＋－＠\t\r\n]`)

var figure = regexp.MustCompile(`^-?\d+(\.\d+)?$`)

func inCSV(content string) (wrong []string) {
	rows := csv.NewReader(strings.NewReader(strings.TrimPrefix(content, "\ufeff")))
	for {
		row, err := rows.Read()
		if err == io.EOF {
			return wrong
		}
		if err != nil {
			return append(wrong, err.Error())
		}
		for _, cell := range row {
			if formula.MatchString(cell) && !figure.MatchString(cell) {
				wrong = append(wrong, fmt.Sprintf("a formula: %q", cell))
			}
		}
	}
}

// inJSON wants a value none of whose keys was typed.
func inJSON(content string) (wrong []string) {
	in := json.NewDecoder(strings.NewReader(content))
	var value any
	if err := in.Decode(&value); err != nil {
		return []string{err.Error()}
	}
	if in.More() {
		wrong = append(wrong, "more than one value")
	}
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			for key, is := range v {
				if strings.Contains(key, "zq") {
					wrong = append(wrong, "a key "+key)
				}
				walk(is)
			}
		case []any:
			for _, is := range v {
				walk(is)
			}
		}
	}
	walk(value)
	return wrong
}

var assigned = regexp.MustCompile(`(?s)^var gongshi\w+=(.*?);?\n$`)

// inScript is for the scripts that hold data; the theme's own hold none.
func inScript(content string) []string {
	at := assigned.FindStringSubmatch(content)
	switch {
	case at == nil && strings.Contains(content, "zq"):
		return []string{"not a value: " + content}
	case at == nil:
		return nil
	case strings.ContainsAny(at[1], "\u2028\u2029"):
		return []string{"a line that old browsers end"}
	}
	return inJSON(at[1])
}

var (
	property = regexp.MustCompile(`^[A-Z-]+(;[A-Z]+=[^:;]*)*:`)
	free     = regexp.MustCompile(`^(SUMMARY|DESCRIPTION|LOCATION):`)
	bare     = regexp.MustCompile(`(^|[^\\])(\\\\)*[,;]`)
)

func inCalendar(content string) (wrong []string) {
	for line := range strings.SplitSeq(strings.TrimSuffix(strings.ReplaceAll(content, "\r\n ", ""), "\r\n"), "\r\n") {
		name := property.FindString(line)
		switch {
		case name == "" || strings.Contains(name, "zq") || strings.ContainsAny(line, "\r\n") || name == "ATTENDEE:":
			wrong = append(wrong, fmt.Sprintf("a line %q", line))
		case free.MatchString(line) && bare.MatchString(line[len(name):]):
			wrong = append(wrong, fmt.Sprintf("a list: %q", line))
		}
	}
	return wrong
}

func inXML(content string) (wrong []string) {
	in, isHTML := xml.NewDecoder(strings.NewReader(content)), false
	for {
		token, err := in.Token()
		if errors.Is(err, io.EOF) {
			return wrong
		}
		if err != nil {
			return append(wrong, err.Error())
		}
		switch token := token.(type) {
		case xml.StartElement:
			isHTML = slices.ContainsFunc(token.Attr, func(a xml.Attr) bool { return a.Name.Local == "type" && a.Value == "html" })
			for _, a := range append(token.Attr, xml.Attr{Name: token.Name}) {
				if strings.Contains(a.Name.Local, "zq") || strings.Contains(a.Value, "zq") && acts.MatchString(strings.ToLower(strings.TrimSpace(a.Value))) {
					wrong = append(wrong, "an element "+token.Name.Local+" "+a.Name.Local+" "+a.Value)
				}
			}
		case xml.CharData:
			if isHTML {
				wrong = append(wrong, inHTML(string(token))...)
			}
		case xml.Comment, xml.ProcInst, xml.Directive:
			if strings.Contains(fmt.Sprintf("%s", token), "zq") {
				wrong = append(wrong, fmt.Sprintf("a comment %s", token))
			}
		}
	}
}
