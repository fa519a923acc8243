package press

import (
	"fmt"
	"strings"
)

// The escapers are private to html/template (escape.go, funcMap). What nearly every action needs of
// them is copied here; for the rest html/template is asked.

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

// own returns an escaper for strings that is written here, or nil for the others.
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

// filterURL passes what is relative; the scheme of what is not must do nothing by itself.
func filterURL(url string) string {
	if strings.Contains(url, ":") {
		return ask("_html_template_urlfilter", url)
	}
	return url
}

// inURL are the characters that a URL may contain as they are: reserved and unreserved ones (RFC
// 3986), but for quotes and brackets, which end attributes and url(…).
const inURL = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~!#$&*+,/:;=?@[]"

// normalizeURL escapes what a URL may not contain. A % may begin an escape.
func normalizeURL(url string) string {
	switch {
	case strings.Trim(url, inURL) == "":
		return url
	case strings.Contains(url, "%"):
		return ask("_html_template_urlnormalizer", url)
	}
	var escaped []byte
	for _, c := range []byte(url) {
		if strings.IndexByte(inURL, c) >= 0 {
			escaped = append(escaped, c)
		} else {
			escaped = fmt.Appendf(escaped, "%%%02x", c)
		}
	}
	return string(escaped)
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
