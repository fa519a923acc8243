package press

import "strings"

// filterURL passes what is relative, or has a scheme that does nothing by itself.
func filterURL(url string) string {
	scheme, _, ok := strings.Cut(url, ":")
	if !ok || strings.Contains(scheme, "/") ||
		strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https") || strings.EqualFold(scheme, "mailto") {
		return url
	}
	return "#ZgotmplZ"
}

// normalizeURL escapes what a URL may not contain.
func normalizeURL(url string) string {
	var escaped []byte
	from := 0
	for i := range len(url) {
		if inURL(url, i) {
			continue
		}
		escaped = append(escaped, url[from:i]...)
		escaped = append(escaped, '%', hex[url[i]>>4], hex[url[i]&15])
		from = i + 1
	}
	if from == 0 {
		return url
	}
	return string(append(escaped, url[from:]...))
}

// inURL reports whether a URL may contain the ith byte as it is: reserved, unreserved (RFC 3986),
// or the beginning of an escape. Quotes and brackets, which end attributes and url(…), are not.
func inURL(url string, i int) bool {
	c := url[i]
	switch {
	case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9':
		return true
	case c == '%':
		return i+2 < len(url) && isHex(url[i+1]) && isHex(url[i+2])
	}
	return reserved[c]
}

// reserved are the reserved marks that a URL may contain.
var reserved = func() (marks [256]bool) {
	for _, c := range []byte("-._~!#$&*+,/:;=?@[]") {
		marks[c] = true
	}
	return marks
}()

const hex = "0123456789abcdef"

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}
