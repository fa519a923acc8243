package serve

import (
	"html"
	"regexp"
	"slices"
	"strings"
)

var (
	headEnd = regexp.MustCompile(`(?i)</head\s*>`)
	doctype = regexp.MustCompile(`(?i)^\x{feff}?\s*<!doctype[^>]*>`)
	metaTag = regexp.MustCompile(`(?i)<meta(?:\s(?:[^>"']|"[^"]*"|'[^']*')*)>`)
	isCSP   = regexp.MustCompile(`(?i)\shttp-equiv\s*=\s*["']?content-security-policy["'\s/>]`)
	content = regexp.MustCompile(`(?i)\scontent\s*=\s*("[^"]*"|'[^']*')`)
)

// enliven puts the script that reloads into a page, and allows it in the page's policy. The page
// names its version, see events.
func enliven(page, version string) string {
	script := `<script src="/_gongshi/live.js" defer data-version="` + html.EscapeString(version) + `"></script>`
	if at := headEnd.FindStringIndex(page); at != nil {
		return relaxMeta(page[:at[0]]) + script + page[at[0]:]
	}
	// Not before the doctype: browsers would use other layout rules.
	start := len(doctype.FindString(page))
	return page[:start] + script + relaxMeta(page[start:])
}

// relaxMeta relaxes every policy that is in a meta element.
func relaxMeta(markup string) string {
	return metaTag.ReplaceAllStringFunc(markup, func(tag string) string {
		at := content.FindStringSubmatchIndex(tag)
		if at == nil || !isCSP.MatchString(tag) {
			return tag
		}
		policy := html.UnescapeString(tag[at[2]+1 : at[3]-1])
		return tag[:at[2]] + `"` + html.EscapeString(relax(policy)) + `"` + tag[at[3]:]
	})
}

const self = "'self'"

// relax lets a page with this policy load the script and its style sheet from this server, and
// listen to its events; everything else stays as strict as it is.
//
// Source: Content Security Policy Level 3, 6.8.3 "Get fetch directive fallback list".
func relax(policy string) string {
	directives := parsePolicy(policy)
	for _, chain := range [][]string{
		{"connect-src", "default-src"},
		{"script-src-elem", "script-src", "default-src"},
		{"style-src-elem", "style-src", "default-src"},
	} {
		directives = allowSelf(directives, chain)
	}
	parts := make([]string, len(directives))
	for i, d := range directives {
		parts[i] = strings.Join(d, " ")
	}
	return strings.Join(parts, "; ")
}

// allowSelf adds 'self' to the first directive of chain that exists. If only the last does, which
// is for others as well, it adds the one before, with the same sources.
func allowSelf(directives [][]string, chain []string) [][]string {
	for n, name := range chain {
		i := slices.IndexFunc(directives, func(d []string) bool { return d[0] == name })
		switch {
		case i < 0:
			continue
		case slices.Contains(directives[i], self):
		case n < len(chain)-1:
			directives[i] = withSelf(directives[i])
		default:
			own := withSelf(directives[i])
			own[0] = chain[n-1]
			directives = append(directives, own)
		}
		return directives
	}
	return directives // nothing forbids it
}

// withSelf returns a directive and 'self'. 'none' counts only if it is alone.
func withSelf(directive []string) []string {
	others := slices.DeleteFunc(slices.Clone(directive), func(s string) bool { return strings.EqualFold(s, "'none'") })
	return append(others, self)
}

// parsePolicy reads a policy: of each directive the name in lower case, and its sources. Of
// directives with one name the first counts.
func parsePolicy(policy string) [][]string {
	var all [][]string
	for part := range strings.SplitSeq(policy, ";") {
		words := strings.Fields(part)
		if len(words) == 0 {
			continue
		}
		words[0] = strings.ToLower(words[0])
		if !slices.ContainsFunc(all, func(d []string) bool { return d[0] == words[0] }) {
			all = append(all, words)
		}
	}
	return all
}
