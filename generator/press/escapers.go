package press

import (
	"fmt"
	"reflect"
	"strings"
)

// The escapers are private to html/template (escape.go, funcMap). Those of nearly every action
// are copied here and in escapers_url.go; the others are called through ask.

// isEscaper reports whether a command without arguments escapes the value before it.
func isEscaper(name string) bool { return strings.HasPrefix(name, "_html_template_") }

// asText are the escapers that do the same to a string: they take it as text, not markup.
var asText = map[string]bool{
	"_html_template_htmlescaper":   true,
	"_html_template_attrescaper":   true,
	"_html_template_rcdataescaper": true,
}

// ofText is an escaper for strings.
func ofText(name string) func(string) string {
	if escape := own(name); escape != nil {
		return escape
	}
	return func(text string) string { return ask(name, text) }
}

// own returns an escaper that is written here, or nil for the others.
func own(name string) func(string) string {
	switch {
	case asText[name]:
		return func(text string) string { return string(appendText(nil, text)) }
	case name == "_html_template_urlfilter":
		return filterURL
	case name == "_html_template_urlnormalizer":
		return normalizeURL
	}
	return nil
}

// ofValue is an escaper for values of any type.
func ofValue(name string) func(any) string {
	escape := own(name)
	return func(v any) string {
		if escape != nil {
			if text, plain := stringify(v); plain {
				return escape(text)
			}
		}
		return ask(name, v)
	}
}

// stringify returns the text of a value, and whether it is not content of a known kind.
func stringify(v any) (text string, plain bool) {
	content := reflect.ValueOf(v)
	for content.Kind() == reflect.Pointer && !content.IsNil() {
		content = content.Elem()
	}
	switch {
	case !content.IsValid():
		return "", true
	case content.Kind() == reflect.String && content.Type().PkgPath() == contentPackage:
		return "", false
	case content.Type() == stringType:
		return content.String(), true
	}
	return fmt.Sprint(indirectToSpeaker(v)), true
}

// indirectToSpeaker follows pointers to the first value that is none, or that has a String or
// Error method.
func indirectToSpeaker(v any) any {
	if v == nil {
		return nil
	}
	x := reflect.ValueOf(v)
	for x.Kind() == reflect.Pointer && !x.IsNil() && !x.Type().Implements(stringerType) && !x.Type().Implements(errorType) {
		x = x.Elem()
	}
	return x.Interface()
}

// special are the characters with a meaning in HTML. The + is one because it begins such
// characters in UTF-7.
var special = [256]string{0: "\uFFFD", '"': "&#34;", '&': "&amp;", '\'': "&#39;", '+': "&#43;", '<': "&lt;", '>': "&gt;"}

// appendText appends a string as HTML text.
func appendText(out []byte, text string) []byte {
	from := 0
	for i := range len(text) {
		if s := special[text[i]]; s != "" {
			out = append(out, text[from:i]...)
			out = append(out, s...)
			from = i + 1
		}
	}
	return append(out, text[from:]...)
}
