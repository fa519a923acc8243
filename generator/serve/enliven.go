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

// directive is one of a Content-Security-Policy: a name in lower case, its sources.
type directive struct {
	name    string
	sources []string
}

const self = "'self'"

// relax lets a page with this policy load the script and its style sheet from this server, and
// listen to its events; everything else stays as strict as it is.
//
// Source: Content Security Policy Level 3, 6.8.3 "Get fetch directive fallback list".
func relax(policy string) string {
	directives := parsePolicy(policy)
	for _, chain := range [][]string{
		{"connect-src"},
		{"script-src-elem", "script-src"},
		{"style-src-elem", "style-src"},
	} {
		directives = allowSelf(directives, chain)
	}
	parts := make([]string, len(directives))
	for i, d := range directives {
		parts[i] = strings.Join(append([]string{d.name}, d.sources...), " ")
	}
	return strings.Join(parts, "; ")
}

// allowSelf adds 'self' to the first directive of chain that exists. If only default-src does, it
// adds the last of chain, with the same sources.
func allowSelf(directives []directive, chain []string) []directive {
	for _, name := range append(slices.Clone(chain), "default-src") {
		i := slices.IndexFunc(directives, func(d directive) bool { return d.name == name })
		if i < 0 {
			continue
		}
		switch of := &directives[i]; {
		case slices.Contains(of.sources, self):
		case name != "default-src":
			of.sources = withSelf(of.sources)
		default:
			directives = append(directives, directive{chain[len(chain)-1], withSelf(of.sources)})
		}
		return directives
	}
	return directives // nothing forbids it
}

// withSelf returns sources and 'self'. 'none' counts only if it is alone.
func withSelf(sources []string) []string {
	others := slices.DeleteFunc(slices.Clone(sources), func(s string) bool { return strings.EqualFold(s, "'none'") })
	return append(others, self)
}

// parsePolicy reads a policy. Of directives with one name the first counts.
func parsePolicy(policy string) []directive {
	var all []directive
	for part := range strings.SplitSeq(policy, ";") {
		words := strings.Fields(part)
		if len(words) == 0 {
			continue
		}
		name := strings.ToLower(words[0])
		if !slices.ContainsFunc(all, func(d directive) bool { return d.name == name }) {
			all = append(all, directive{name, words[1:]})
		}
	}
	return all
}
