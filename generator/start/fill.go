package start

import (
	"fmt"
	"strings"

	"gongshi/generator/edit"
	"gongshi/generator/ledger"
	"gongshi/generator/write"
)

// A Form is the text of a notice into which what came out later is filled, line by line; no other
// line changes.
type Form struct{ *edit.TOML }

// OpenForm opens a notice's file.
func OpenForm(content []byte) (*Form, error) {
	f, err := edit.OpenTOML(content)
	if err != nil {
		return nil, err
	}
	return &Form{f}, nil
}

// Close is the whole file, and the lines that were changed or added.
func (f *Form) Close() (content []byte, changed string, err error) {
	content, err = f.Bytes()
	return content, strings.Join(f.Changed, "\n") + "\n", err
}

// Days fills in those days that are decided; the others stay as they are.
func (f *Form) Days(d Days) error {
	for _, s := range []struct {
		table, key string
		day        ledger.Date
	}{{"", "visited", d.Visited}, {"meeting", "date", d.Met}, {"", "posted", d.Posted}, {"report", "date", d.Reported}} {
		if s.day == 0 {
			continue
		}
		if err := f.Fill(s.table, "", s.key, s.day.String()); err != nil {
			return err
		}
	}
	return nil
}

// Answer fills in what came of an objection; anew, where what is there already may be changed.
func (f *Form) Answer(no string, decided ledger.Date, upheld bool, answer string, anew bool) error {
	if !f.Has("objection", no) {
		return fmt.Errorf("没有编号是“%s”的异议", no)
	}
	put, outcome := f.Fill, Rejected
	if anew {
		put = f.Set
	}
	if upheld {
		outcome = Upheld
	}
	for _, s := range [][2]string{{"decided", decided.String()}, {"outcome", write.Value(outcome)}, {"answer", write.Value(answer)}} {
		if err := put("objection", no, s[0], s[1]); err != nil {
			return err
		}
	}
	return nil
}
