package render

import (
	"io"

	"gongshi/generator/broadcast"
	"gongshi/generator/score"
)

// spoken returns a phrase in words as it is read aloud, where the language has its numbers as words.
func (w words) spoken(p score.Phrase) (string, error) {
	text, err := w.say(p)
	if w["broadcast.numerals"] == "han" {
		text = broadcast.Aloud(text)
	}
	return text, err
}

// textFile writes lines for old editors and phones: a mark tells that it is UTF-8, and lines end
// as Notepad has them.
func (w words) textFile(out io.Writer, m *broadcast.Text) error {
	say := w.say
	if m.Aloud {
		say = w.spoken
	}
	text := "\uFEFF"
	for _, line := range m.Lines {
		said, err := say(line)
		if err != nil {
			return err
		}
		text += said + "\r\n"
	}
	_, err := io.WriteString(out, text)
	return err
}
