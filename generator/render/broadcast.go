package render

import (
	"cmp"
	"io"

	"gongshi/generator/broadcast"
	"gongshi/generator/score"
)

// spoken returns a phrase in words as it is read aloud, where the language has its numbers as words.
func (s *speaker) spoken(p score.Phrase) string {
	text := s.say(p)
	if s.words["broadcast.numerals"] == "han" {
		text = broadcast.Aloud(text)
	}
	return text
}

// textFile writes lines for old editors and phones: a mark tells that it is UTF-8, and lines end
// as Notepad has them.
func (w words) textFile(out io.Writer, m *broadcast.Text) error {
	s := &speaker{words: w}
	say := s.say
	if m.Aloud {
		say = s.spoken
	}
	text := "\uFEFF"
	for _, line := range m.Lines {
		text += say(line) + "\r\n"
	}
	_, err := io.WriteString(out, text)
	return cmp.Or(s.err, err)
}
