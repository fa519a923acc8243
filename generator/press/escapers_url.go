package press

import (
	"fmt"
	"strings"
)

// filterURL lets through what is relative, or of a scheme that does nothing by itself.
func filterURL(url string) string {
	scheme, _, ok := strings.Cut(url, ":")
	if !ok || strings.Contains(scheme, "/") ||
		strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https") || strings.EqualFold(scheme, "mailto") {
		return url
	}
	return "#ZgotmplZ"
}

// normalizeURL writes in escapes what may not stand in a URL.
func normalizeURL(url string) string {
	var b strings.Builder
	from := 0
	for i := range len(url) {
		if inURL(url, i) {
			continue
		}
		b.WriteString(url[from:i])
		fmt.Fprintf(&b, "%%%02x", url[i])
		from = i + 1
	}
	if from == 0 {
		return url
	}
	b.WriteString(url[from:])
	return b.String()
}

// inURL reports whether the ith byte may stand in a URL: reserved, unreserved (RFC 3986), or the
// beginning of an escape. Quotes and brackets, which end attributes and url(…), may not.
func inURL(url string, i int) bool {
	c := url[i]
	switch {
	case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9':
		return true
	case c == '%':
		return i+2 < len(url) && isHex(url[i+1]) && isHex(url[i+2])
	}
	return strings.IndexByte("-._~!#$&*+,/:;=?@[]", c) >= 0
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}
