package render

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"gongshi/generator/ledger"
	"gongshi/generator/news"
)

// calendar writes a calendar (RFC 5545): whole days, so that no time zone matters. The stamp of each
// event is the day from which it applies, not the clock's.
func (s *speaker) calendar(out *bytes.Buffer, c *news.Calendar) {
	name, l := s.t("calendar.name", c.Name), contentLines{out}
	l.add("BEGIN:VCALENDAR")
	l.add("VERSION:2.0")
	l.add("PRODID:-//gongshi//NONSGML gongshi//EN")
	l.text("NAME", name) // RFC 7986, and as most programs know it:
	l.text("X-WR-CALNAME", name)
	for _, o := range c.Occasions {
		s.event(l, o)
	}
	l.add("END:VCALENDAR")
}

func (s *speaker) event(l contentLines, o news.Occasion) {
	l.add("BEGIN:VEVENT")
	l.text("UID", o.ID)
	l.add("DTSTAMP:" + basicDate(o.Since) + "T000000Z")
	l.add("DTSTART;VALUE=DATE:" + basicDate(o.From))
	l.add("DTEND;VALUE=DATE:" + basicDate(o.To+1)) // exclusive
	l.text("SUMMARY", s.t("calendar."+o.Kind, o.Place, s.period(o.Period), o.Count))
	l.text("DESCRIPTION", s.t("calendar.about."+o.Kind))
	if o.Href != "" {
		l.add("URL:" + o.Href)
	}
	l.add("TRANSP:TRANSPARENT") // nobody is busy all day
	l.add("END:VEVENT")
}

// basicDate returns a day as 20230301.
func basicDate(d ledger.Date) string { return strings.ReplaceAll(d.String(), "-", "") }

// contentLines writes lines that end in CRLF, folded at lineOctets.
type contentLines struct{ *bytes.Buffer }

// lineOctets is the length of a line without its end (RFC 5545, section 3.1).
const lineOctets = 75

// add writes a line. One that is too long continues on the next line after a blank; no character
// is cut.
func (l contentLines) add(line string) {
	room := lineOctets
	for len(line) > room {
		cut := room
		for !utf8.RuneStart(line[cut]) {
			cut--
		}
		l.WriteString(line[:cut] + "\r\n ")
		line, room = line[cut:], lineOctets-1
	}
	l.WriteString(line + "\r\n")
}

var escaped = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`)

// text writes a property whose value is text, without control characters, which a text cannot
// contain.
func (l contentLines) text(name, value string) {
	value = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' || r == 0x7f {
			return -1
		}
		return r
	}, escaped.Replace(value))
	l.add(name + ":" + value)
}
