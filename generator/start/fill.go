package start

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"gongshi/generator/ledger"
	"gongshi/generator/scan"
	"gongshi/generator/write"
)

// A Form is the text of a notice into which what came out later is filled, line by line; no other
// line changes.
type Form struct {
	lines   []string // with their ends
	changed []string // as they are now
	eol     string
	encode  func(string) ([]byte, error)
}

// OpenForm opens a notice's file. One with texts over several lines is left to an editor, since
// what looks like a key may be a part of them.
func OpenForm(content []byte) (*Form, error) {
	f, err := open(content)
	if err != nil {
		return nil, err
	}
	for _, line := range f.lines {
		if strings.Contains(line, `"""`) || strings.Contains(line, "'''") {
			return nil, errors.New("有几行连在一起的文字，程序不改它：用记事本写")
		}
	}
	return f, nil
}

func open(content []byte) (*Form, error) {
	before, damage := scan.Decode(content, ".toml")
	if damage != nil {
		return nil, errors.New(damage.Message)
	}
	f := &Form{eol: "\n", encode: scan.Encoder(content)}
	if strings.Contains(before, "\r\n") {
		f.eol = "\r\n"
	}
	if before != "" && !strings.HasSuffix(before, "\n") {
		before += f.eol
	}
	f.lines = slices.Collect(strings.Lines(before))
	return f, nil
}

// Close is the whole file, and the lines that were changed or added.
func (f *Form) Close() (content []byte, changed string, err error) {
	content, err = f.encode(strings.Join(f.lines, ""))
	return content, strings.Join(f.changed, "\n") + "\n", err
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
		from, to := f.table(s.table, "")
		if from < 0 {
			f.lines = append(f.lines, f.eol, "["+s.table+"]"+f.eol)
			from, to = len(f.lines)-1, len(f.lines)
		}
		if err := f.set(from, to, s.key, s.day.String()); err != nil {
			return err
		}
	}
	return nil
}

// Answer fills in what came of an objection.
func (f *Form) Answer(no string, decided ledger.Date, upheld bool, answer string) error {
	outcome := notUpheldWord
	if upheld {
		outcome = upheldWord
	}
	for _, s := range [][2]string{{"decided", decided.String()}, {"outcome", write.Value(outcome)}, {"answer", write.Value(answer)}} {
		from, to := f.table("objection", no)
		if from < 0 {
			return fmt.Errorf("没有编号是“%s”的异议", no)
		}
		if err := f.set(from, to, s[0], s[1]); err != nil {
			return err
		}
	}
	return nil
}

// table is where the lines of a table are: of "" those above all tables; of objections the one
// with that number. From is negative if there is none.
func (f *Form) table(name, no string) (from, to int) {
	from = -1
	if name == "" {
		from = 0
	}
	numbered := regexp.MustCompile(`^\s*no\s*=\s*["']?` + regexp.QuoteMeta(no) + `["']?\s*(#.*)?$`)
	found := no == ""
	for i, line := range f.lines {
		if m := tableLine.FindStringSubmatch(line); m != nil {
			if from >= 0 && found {
				return from, i
			}
			from = -1
			if m[1] == name {
				from = i
			}
		} else if from >= 0 && numbered.MatchString(strings.TrimRight(line, "\r\n")) {
			found = true
		}
	}
	if !found {
		return -1, -1
	}
	return from, len(f.lines)
}

// set puts a key in force: on the line on which it stands in a comment, else below the last key
// of its table.
func (f *Form) set(from, to int, key, value string) error {
	inForce := regexp.MustCompile(`^\s*` + key + `\s*=\s*("[^"]*"|[^\s#]*)`)
	proposed := regexp.MustCompile(`^\s*#\s*(` + key + `\s*=\s*)(?:"[^"]*"|[^\s#]+)(.*)$`)
	at := -1
	last := from
	for i := from; i < to; i++ {
		body := strings.TrimRight(f.lines[i], "\r\n")
		if m := inForce.FindStringSubmatch(body); m != nil {
			return fmt.Errorf("已经写了“%s = %s”，要改就用记事本改", key, m[1])
		}
		if at < 0 && proposed.MatchString(body) {
			at = i
		}
		if trimmed := strings.TrimSpace(body); trimmed != "" && trimmed[0] != '#' {
			last = i + 1
		}
	}
	line := key + " = " + value
	if at >= 0 {
		m := proposed.FindStringSubmatch(strings.TrimRight(f.lines[at], "\r\n"))
		line = m[1] + value + m[2]
		f.lines[at] = line + f.eol
	} else {
		f.lines = slices.Insert(f.lines, last, line+f.eol)
	}
	f.changed = append(f.changed, line)
	return nil
}
