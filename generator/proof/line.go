package proof

import (
	"iter"
	"slices"
	"strconv"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/score"
)

// Line is one line of a seal.
type Line struct {
	Of        string            // 户号 as published, or the name of what else it tells
	Household *ledger.Household // whose it is; nil for everybody's
	In        ledger.Period     // by which it leaves the site, if it is a household's
	said
	or     []said // other texts that it may have
	closed bool   // the digest of what is not public must still be added
	buffer []byte

	at    diag.Field  // where the clerk wrote it
	since ledger.Date // of a fact: the day on which it came to be
}

// said is the text of a line.
type said struct {
	text, private text // without the digest of the part that is not public; that part
	secret        bool // the text became part of what is not public
}

// whole returns the line as it is sealed, with the digest of what is not public.
func (l *Line) whole(privateSalt string) []byte {
	if !l.closed {
		return l.text
	}
	private := salted(l.buffer, privateSalt, l.private)
	return append(append(l.text, "|"+partPrivate+"|"...), private[:]...)
}

// digest returns the digest of a line with its salts.
func (l *Line) digest(salt, privateSalt string) [64]byte {
	return salted(l.buffer, salt, l.whole(privateSalt))
}

// sealedAs reports whether a line has a salt's digest. Of several possible texts it keeps the one
// that was sealed.
func sealedAs(l *Line, salt *ledger.Salt) bool {
	if salt == nil {
		return false
	}
	is := func() bool {
		digest := l.digest(salt.Salt, salt.Private)
		return string(digest[:]) == salt.Digest
	}
	if is() {
		return true
	}
	first := l.said
	for _, l.said = range l.or {
		if is() {
			return true
		}
	}
	l.said = first
	return false
}

// edition is a seal, made or to be made, with its version.
type edition struct {
	version int
	*ledger.Seal
}

func (c *Chain) edition(s *ledger.Seal) edition { return edition{versionOf(c.salts[s.No]), s} }

// versionOf returns the version of a seal with those salts: in version 2 the notice has another name.
func versionOf(salts []*ledger.Salt) int {
	if slices.ContainsFunc(salts, func(s *ledger.Salt) bool { return s.Of == NoticeFact }) {
		return 2
	}
	return 1
}

// lines yields the lines that every seal of a period has, with some corrections: of the notice
// and the rules, then the households by 户号. A line is valid until the next one.
func (c *Chain) lines(e edition, corrections []*ledger.Correction) iter.Seq[*Line] {
	return func(yield func(*Line) bool) {
		s := c.Place.SchemeFor(e.Period)
		if !yield(c.noticeLine(e, c.Place.Notices[e.Period].Posted, corrections)) {
			return
		}
		if s != nil && !yield(&Line{Of: RulesName(e.version), said: said{text: text(RulesText(e.version, s))}}) {
			return
		}
		l := &Line{In: e.Period, closed: true, buffer: make([]byte, 0, 1024)}
		with := c.filling(e, corrections)
		for in := range c.read().Of(e.Period, e.Date, corrections) {
			l.Of, l.Household, l.text, l.private = in.Household.ID, in.Household, l.text[:0], l.private[:0]
			with.fill(l, in)
			if !yield(l) {
				return
			}
		}
	}
}

// noticeLine returns the line of a notice posted on a day: since version 2 also with the days
// between which objections are in time. While the rest days are not known, the last is not known,
// and no part of the line.
func (c *Chain) noticeLine(e edition, posted ledger.Date, corrections []*ledger.Correction) *Line {
	if e.version == 1 {
		l := &Line{Of: NoticeLine}
		l.text.add(NoticeLine, e.Period.String(), posted.String())
		return l
	}
	var days []ledger.Date
	for _, fix := range corrections {
		days = append(days, fix.Date)
	}
	first, last, sure := notice.Span(c.Place.Publicity, posted, days, c.calendars)
	counted, open := daysText(e.Period, posted, first, last), daysText(e.Period, posted, 0, 0)
	if sure {
		return &Line{Of: NoticeFact, said: said{text: counted}, or: []said{{text: open}}} // it may not have been
	}
	return &Line{Of: NoticeFact, said: said{text: open}, or: []said{{text: counted}}}
}

func daysText(of ledger.Period, posted, first, last ledger.Date) text {
	var t text
	t.add(NoticeFact, of.String(), posted.String(), first.String(), last.String())
	return t
}

// shared reports whether shares of the period's year decided a figure: since version 2, whether
// the distribution is sealed by then.
func (c *Chain) shared(e edition) bool {
	if d := c.Place.Distributions[e.Period.Year]; e.version == 1 {
		return d != nil && d.Date <= e.Date
	}
	no := c.sealed[SharedFact+strconv.Itoa(e.Period.Year)]
	return no != 0 && no <= e.No
}

// applies returns the full marks of a mark without those of its items that are left out.
func applies(s *score.Sheet, m *score.Mark) ledger.Points {
	full := m.Full
	for i := range s.Marks {
		if of := &s.Marks[i]; of.Reading == score.NotAppliOut && slices.Contains(m.Items, of.Items[0]) {
			full -= of.Full
		}
	}
	return full
}

// fixedText returns the result of a mark's corrections, or "".
func fixedText(m *score.Mark) string {
	if len(m.Fixes) == 0 {
		return ""
	}
	return m.Fixed.String()
}
