package english

import (
	"bytes"
	"io"
)

// Writer passes on what is written to it in English, line by line. Flush passes on an unfinished
// last line.
type Writer struct {
	to   io.Writer
	line []byte // the unfinished line
}

// NewWriter returns a Writer to another.
func NewWriter(to io.Writer) *Writer { return &Writer{to: to} }

func (w *Writer) Write(p []byte) (int, error) {
	w.line = append(w.line, p...)
	for {
		i := bytes.IndexByte(w.line, '\n')
		if i < 0 {
			return len(p), nil
		}
		if _, err := io.WriteString(w.to, Of(string(w.line[:i]))+"\n"); err != nil {
			return 0, err
		}
		w.line = w.line[i+1:]
	}
}

// Flush writes the unfinished line.
func (w *Writer) Flush() error {
	_, err := io.WriteString(w.to, Of(string(w.line)))
	w.line = nil
	return err
}
