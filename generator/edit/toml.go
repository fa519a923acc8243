package edit

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"gongshi/generator/scan"

	"github.com/BurntSushi/toml"
)

// TOML is the text of a TOML file with the changes made in it, line by line.
type TOML struct {
	Changed []string // the lines that were changed or added, as they are now

	lines  []string // with their ends
	eol    string
	means  map[string]any // the values with the changes in them; nil if a change made it no TOML
	encode func(string) ([]byte, error)
}

// OpenTOML begins to change a file. One with texts over several lines is left to an editor, since
// what looks like a key may be a part of them.
func OpenTOML(content []byte) (*TOML, error) {
	f, err := openTOML(content)
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

func openTOML(content []byte) (*TOML, error) {
	before, damage := scan.Decode(content, ".toml")
	if damage != nil {
		return nil, errors.New(damage.Message)
	}
	f := &TOML{eol: "\n", means: meaning(before), encode: scan.Encoder(content)}
	if f.means == nil { // nothing could be compared, and what is there could be written over
		return nil, errors.New("这个文件读不出来，先改好它；核对不出错的，是有全角的空格，改成半角")
	}
	if strings.Contains(before, "\r\n") {
		f.eol = "\r\n"
	}
	if again, err := f.encode(before); err != nil || !bytes.Equal(again, content) {
		return nil, ErrBytes
	}
	f.lines = slices.Collect(strings.Lines(before))
	return f, nil
}

// meaning returns the values in a text; nil if it is no TOML.
func meaning(text string) map[string]any {
	values := map[string]any{}
	if _, err := toml.Decode(text, &values); err != nil {
		return nil
	}
	return values
}

// Extended is a file with lines at its end, in the file's own encoding and line ends.
func Extended(content []byte, lines string) ([]byte, error) {
	f, err := openTOML(content)
	if err != nil {
		return nil, err
	}
	f.Append(lines)
	return f.Bytes()
}

// Append puts lines at the end.
func (f *TOML) Append(lines string) {
	f.close(len(f.lines))
	for line := range strings.Lines(lines) {
		line = strings.TrimRight(line, "\r\n")
		f.lines = append(f.lines, line+f.eol)
		f.Changed = append(f.Changed, line)
	}
	f.means = meaning(strings.Join(f.lines, ""))
}

// Bytes is the whole file with the changes in it. Where a hand wrote it in a way that lines do not tell (a table
// within a line, a list over several), so that its values would not be those that are meant, it is left to an editor.
func (f *TOML) Bytes() ([]byte, error) {
	text := strings.Join(f.lines, "")
	if now := meaning(text); now == nil || !reflect.DeepEqual(now, f.means) {
		return nil, errors.New("它的写法程序改不了：用记事本写")
	}
	return f.encode(text)
}

// mean notes the value that a key is to have.
func (f *TOML) mean(table, no, key, value string) {
	if f.means == nil {
		return
	}
	in := f.means
	switch within := f.means[table].(type) {
	case map[string]any:
		in = within
	case []map[string]any:
		in = within[max(0, slices.IndexFunc(within, func(t map[string]any) bool { return fmt.Sprint(t["no"]) == no }))]
	case nil:
		if table != "" {
			in = map[string]any{}
			f.means[table] = in
		}
	}
	in[key] = meaning("v = " + value)["v"]
}

// Has reports whether a table is there: of several with one name the one with that number.
func (f *TOML) Has(table, no string) bool {
	from, _ := f.table(table, no)
	return from >= 0
}

var tableLine = regexp.MustCompile(`^\s*\[+\s*["']?([\w.-]+)`)

// table is where the lines of a table are: of "" those above all tables; of several with one name the
// one with that number. From is negative if there is none.
func (f *TOML) table(name, no string) (from, to int) {
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

// Fill puts a key in force that is not yet: on the line on which it is in a comment, else below the last key
// of its table. A table that is not there is added, unless it is one of several.
func (f *TOML) Fill(table, no, key, value string) error {
	return f.put(table, no, key, value, false)
}

// Set is Fill, but changes the value of a key that is in force.
func (f *TOML) Set(table, no, key, value string) error {
	return f.put(table, no, key, value, true)
}

func (f *TOML) put(table, no, key, value string, over bool) error {
	from, to := f.table(table, no)
	if from < 0 && no == "" {
		from, to = f.begin(table)
	}
	if from < 0 {
		return fmt.Errorf("没有编号是“%s”的 [[%s]]", no, table)
	}
	inForce := regexp.MustCompile(`^\s*` + key + `\s*=\s*`)
	proposed := regexp.MustCompile(`^\s*#\s*(` + key + `\s*=\s*)(?:"(?:[^"\\]|\\.)*"|[^\s#]+)(.*)$`)
	at, last := -1, from
	for i := from; i < to; i++ {
		body := strings.TrimRight(f.lines[i], "\r\n")
		if start := inForce.FindString(body); start != "" {
			if over {
				f.mean(table, no, key, value)
			}
			return f.replace(i, start, key, value, over)
		}
		if at < 0 && proposed.MatchString(body) {
			at = i
		}
		if trimmed := strings.TrimSpace(body); trimmed != "" && trimmed[0] != '#' {
			last = i + 1
		}
	}
	f.mean(table, no, key, value)
	line := key + " = " + value
	if at >= 0 {
		m := proposed.FindStringSubmatch(strings.TrimRight(f.lines[at], "\r\n"))
		line = m[1] + value + m[2]
		f.lines[at] = line + f.endOf(at)
	} else {
		f.close(last)
		f.lines = slices.Insert(f.lines, last, line+f.eol)
	}
	f.Changed = append(f.Changed, line)
	return nil
}

// begin adds a table at the end.
func (f *TOML) begin(table string) (from, to int) {
	f.close(len(f.lines))
	f.lines = append(f.lines, f.eol, "["+table+"]"+f.eol)
	return len(f.lines) - 1, len(f.lines)
}

// close ends the line before an index.
func (f *TOML) close(i int) {
	if i > 0 && !strings.HasSuffix(f.lines[i-1], "\n") {
		f.lines[i-1] += f.eol
	}
}

// replace changes the value of a key on its line, which begins like this.
func (f *TOML) replace(i int, start, key, value string, over bool) error {
	body := strings.TrimRight(f.lines[i], "\r\n")
	was := written.FindString(body[len(start):])
	switch {
	case !over:
		return fmt.Errorf("已经写了“%s = %s”，要改就用记事本改", key, was)
	case was == "":
		return fmt.Errorf("“%s”的写法程序改不了：用记事本改", key)
	case was == value:
		return nil
	}
	line := start + value + body[len(start)+len(was):]
	f.lines[i] = line + f.endOf(i)
	f.Changed = append(f.Changed, line)
	return nil
}

// written is a value on one line: a text, a list of texts or numbers, anything without blanks.
var written = regexp.MustCompile(`^("(?:[^"\\]|\\.)*"|'[^']*'|\[(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^"'\[\]#])*\]|[^\s#"'\[{]+(?: \d\d:\d\d:\d\d)?)`)

// endOf is how a line ends.
func (f *TOML) endOf(i int) string {
	return f.lines[i][len(strings.TrimRight(f.lines[i], "\r\n")):]
}
