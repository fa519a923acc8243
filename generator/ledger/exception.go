package ledger

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gongshi/generator/diag"
)

// Exception is a piece of personal data that is published on purpose: a line of data/privacy.toml.
type Exception struct {
	diag.Position
	Text   string // a number, an address or the like, as it is published
	Date   Date   // since when it is excepted
	Reason string
}

// Excepts reports whether a text is published on purpose: it is that of an exception, or in what a
// place or the site tells of those who answer the villagers, but for blanks and dashes.
func (b *Book) Excepts(text string) bool {
	text = bare(text)
	if slices.ContainsFunc(b.Exceptions, func(e Exception) bool { return e.covers(text) }) {
		return true
	}
	in := func(contacts ...string) bool {
		return slices.ContainsFunc(contacts, func(c string) bool { return strings.Contains(bare(c), text) })
	}
	return in(b.Config.Privacy.Contact) || slices.ContainsFunc(b.Places, func(p *Place) bool {
		return in(p.Contact.Office, p.Contact.Phone, p.Contact.Supervisor, p.Contact.SupervisorPhone)
	})
}

// covers reports whether a text is the excepted one, or an address that ends in it.
func (e Exception) covers(text string) bool {
	own := bare(e.Text)
	return own == text || utf8.RuneCountInString(own) >= 5 && strings.HasSuffix(text, own)
}

// bare is a text without blanks, dashes and dots.
func bare(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Pd, r) || unicode.Is(unicode.Cf, r) || r == '.' {
			return -1
		}
		return r
	}, text)
}
