package render

import (
	"bytes"

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
func (s *speaker) textFile(out *bytes.Buffer, m *broadcast.Text) {
	say := s.say
	if m.Aloud {
		say = s.spoken
	}
	out.WriteString("\uFEFF")
	for _, line := range m.Lines {
		out.WriteString(say(line) + "\r\n")
	}
}
