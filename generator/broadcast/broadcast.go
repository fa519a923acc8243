// Package broadcast tells of a posted period to those who are on no website: what is read over the village's
// loudspeaker, and what is sent to its group in WeChat.
//
// In: a published table of package gazette, and the address of its households' pages on the web. Out: lines of
// words, each a sentence of the theme with its figures ([Script], [Message]); what a [Picture] shows of it; and
// [Aloud], which writes the figures of such a line as they are spoken. What is read to everybody names nobody: the
// script has no household; the message has those of the first band of honours alone, once they are awarded, as the
// roll of honour names them. Neither tells what was deducted, from whom, or who objects.
package broadcast

import (
	"gongshi/generator/figure"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
)

// Day is a day that is said with its weekday and without its year: 1月15日（星期一）.
type Day ledger.Date

// Names are households that are listed one after the other.
type Names []string

// line is a sentence of the words under broadcast.
func line(key string, args ...any) gazette.Phrase {
	return gazette.Phrase{Key: "broadcast." + key, Args: args}
}

// Script is what is read over the loudspeaker about t, a sentence each. While objections are open, it has their
// last day twice, since people who are busy hear half of it.
func Script(t *gazette.Table) []gazette.Phrase {
	st := t.State
	list := []gazette.Phrase{line("hello"), line("of", t.Place.Name, t.Period)}
	list = append(list, figures(t)...)
	if h := honoured(t); h != nil {
		list = append(list, line("honoured", h.Name, t.Holders[0]))
	}
	if st.Start != st.Posted {
		list = append(list, line("restarted", Day(st.Start)))
	}
	if st.Status == gazette.Open {
		list = append(list, line("look"), line("last", Day(st.LastDay)))
	} else {
		list = append(list, until(t))
	}
	list = append(list, ways(t.Place.Contact)...)
	if st.Status == gazette.Open {
		list = append(list, line("again", Day(st.LastDay)))
	}
	return append(list, line("bye"))
}

// figures are the sums of t that are said.
func figures(t *gazette.Table) []gazette.Phrase {
	list := []gazette.Phrase{line("assessed", t.Counts.Taking, t.Boards[0].All)}
	if mean := t.Boards[0].Sum.MeanText(); mean != "" {
		key := "mean"
		if t.Scheme.RankBy == ledger.ByAverage {
			key = "average"
		}
		list = append(list, line(key, mean))
	}
	return list
}

// ways are whom one may call.
func ways(c ledger.Contact) (list []gazette.Phrase) {
	for _, w := range []struct{ key, who, phone string }{
		{"office", c.Office, c.Phone}, {"supervisor", c.Supervisor, c.SupervisorPhone},
	} {
		switch {
		case w.who != "" && w.phone != "":
			list = append(list, line(w.key+"phone", w.who, w.phone))
		case w.who != "":
			list = append(list, line(w.key, w.who))
		}
	}
	return list
}

// honoured is the first band of t's honours; nil while they are not awarded, or if nobody is in it.
func honoured(t *gazette.Table) *figure.Band {
	if !t.Honoured() || t.Holders[0] == 0 {
		return nil
	}
	return &figure.Bands("", t)[0]
}

// Text is a file of such lines, <place>/broadcast/<period>.txt or -wechat.txt, for people who open it without a
// browser.
type Text struct {
	Path  string
	Lines []gazette.Phrase
	Aloud bool // its numbers are written as they are spoken
}

// At is the file's slash path.
func (t *Text) At() string { return t.Path }
