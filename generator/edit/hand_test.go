package edit_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator/edit"
	"gongshi/generator/ledger"
	"gongshi/generator/scan"
	"gongshi/generator/source"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// sheet is a table as a careful hand sees it: lines of cells, each as it is typed, with its quotation marks
// and blanks.
type sheet struct {
	lines    [][]string
	ends     []string
	records  []int // which lines are records
	header   int
	sep, end string
}

func (s *sheet) text() string {
	var b strings.Builder
	for i, l := range s.lines {
		b.WriteString(strings.Join(l, s.sep) + s.ends[i])
	}
	return b.String()
}

// typed is a text as the hand types it into a cell that looks like this.
func typed(text, like, sep string) string {
	if strings.HasPrefix(strings.TrimSpace(like), `"`) || strings.ContainsAny(text, "\"\r\n"+sep) {
		return `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
	}
	return text
}

func (s *sheet) set(record, column int, text string) {
	line := s.lines[s.records[record]]
	for len(line) <= column {
		line = append(line, "")
	}
	line[column] = typed(text, line[column], s.sep)
	s.lines[s.records[record]] = line
}

// add adds a line below another one, in quotation marks where all of a record is.
func (s *sheet) add(at int, record, texts []string) {
	like := ""
	if !slices.ContainsFunc(record, func(c string) bool { return c != "" && !strings.HasPrefix(strings.TrimSpace(c), `"`) }) {
		like = `"`
	}
	var line []string
	for _, t := range texts {
		line = append(line, typed(t, like, s.sep))
	}
	if s.ends[at] == "" {
		s.ends[at] = s.end
	}
	s.lines = slices.Insert(s.lines, at+1, line)
	s.ends = slices.Insert(s.ends, at+1, s.end)
}

func (s *sheet) remove(record int) {
	at := s.records[record]
	s.lines, s.ends = slices.Delete(s.lines, at, at+1), slices.Delete(s.ends, at, at+1)
}

const households = 8

var book = func() *ledger.Book {
	site := fstest.MapFS{}
	list := "户号,户主\n"
	for h := range households {
		list += fmt.Sprintf("%03d,示例\n", h)
	}
	for name, text := range map[string]string{
		"config.toml":               "",
		"data/v/place.toml":         "name = \"村\"\nkind = \"village\"\n",
		"data/v/scheme/a.toml":      "effective = 2023-01-01\n[[category]]\nid = \"c\"\nname = \"卫生\"\n[[category.item]]\nid = \"yard\"\nname = \"庭院\"\npoints = 20\n[[category.item]]\nid = \"hall\"\nname = \"客厅\"\npoints = 20\n",
		"data/v/households.csv":     list,
		"data/v/scores/2023-01.csv": "户号,庭院,客厅\n",
	} {
		site[name] = &fstest.MapFile{Data: []byte(text)}
	}
	book, problems, err := source.Read(site, "")
	if err != nil || problems.HasErrors() {
		panic(fmt.Sprint(err, problems))
	}
	return book
}()

var codes = []encoding.Encoding{unicode.UTF8, unicode.UTF8BOM, simplifiedchinese.GB18030, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)}

// random is a sheet of marks as clerks have them: titles, headings in other words, blank lines, totals and notes,
// blanks around cells, records that are too short.
func random(r *rand.Rand) *sheet {
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	s := &sheet{sep: pick(",", "\t", ";", "，"), end: pick("\n", "\r\n", "\r")}
	quoted := r.IntN(4) == 0
	line := func(cells ...string) {
		for i, c := range cells {
			if quoted || r.IntN(6) == 0 {
				cells[i] = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
			} else if r.IntN(8) == 0 {
				cells[i] = " " + c + "　"
			}
		}
		s.lines, s.ends = append(s.lines, cells), append(s.ends, s.end)
	}
	if r.IntN(3) == 0 {
		line("示例村2023年1月评分表", "", "", "")
	}
	s.header = len(s.lines)
	line(pick("户号", "户　号", "id"), pick("庭院", "yard"), pick("客厅", "客 厅", "hall"), "备注")
	for h := range 1 + r.IntN(households-1) {
		if r.IntN(8) == 0 {
			line("")
		}
		s.records = append(s.records, len(s.lines))
		cells := []string{fmt.Sprintf("%03d", h), pick("1", "15", "不适用", ""), pick("2.5", ""), pick("", "看过", `"好"，a,b;c`)}
		if !quoted && strings.ContainsAny(cells[3], `",;，`) {
			cells[3] = ""
		}
		line(cells[:2+r.IntN(3)]...)
	}
	if r.IntN(3) == 0 {
		line("合计", "100", "20", "")
		line("制表人：示例")
	}
	if r.IntN(3) == 0 {
		s.ends[len(s.ends)-1] = ""
	}
	return s
}

// byHand makes random changes by operations and by hand, and returns what differs.
func byHand(seed uint64) error {
	r := rand.New(rand.NewPCG(seed, 1))
	s, code := random(r), codes[r.IntN(len(codes))]
	encode := func() []byte {
		b, err := code.NewEncoder().Bytes([]byte(s.text()))
		if err != nil {
			panic(err)
		}
		return b
	}
	before := encode()
	table, problems := source.Table("data/v/scores/2023-01.csv", before, book)
	if table == nil || problems.HasErrors() || len(table.Records) != len(s.records) {
		return fmt.Errorf("%q is read with %v", s.text(), problems)
	}
	e, err := edit.Open(table, before)
	if err != nil {
		return err
	}
	if same, err := e.Bytes(); err != nil || !bytes.Equal(same, before) {
		return fmt.Errorf("%q became %q without a change", before, same)
	}
	names := []string{"户号", "庭院", "客厅", "备注"}
	first := slices.Clone(s.lines[s.records[0]])
	for i := len(s.records) - 1; i >= -1; i-- { // from below, so that the hand's line numbers stay
		for n := range r.IntN(3) {
			cells := []string{fmt.Sprintf("%d%d", 100+i, n), fmt.Sprint(r.IntN(20)), "", "好,\"的\""}
			e.Add(i, map[string]string{names[0]: cells[0], names[1]: cells[1], names[3]: cells[3]})
		}
		for n := len(e.Added) - 1; n >= 0 && e.Added[n].After == i; n-- {
			c := e.Added[n].Cells
			texts := []string{c[names[0]], c[names[1]], "", c[names[3]]}
			if i < 0 {
				s.add(s.records[0]-1, first, texts)
			} else {
				s.add(s.records[i], s.lines[s.records[i]], texts)
			}
		}
		if i < 0 {
			break
		}
		if r.IntN(6) == 0 {
			e.Remove(i)
			s.remove(i)
			continue
		}
		for column := 1; column < 4; column++ {
			if r.IntN(2) == 0 {
				text := []string{"", "7", "不适用", `说"好"` + s.sep}[r.IntN(4)]
				e.Set(i, names[column], text)
				s.set(i, column, text)
			}
		}
	}
	if got, err := e.Bytes(); err != nil || !bytes.Equal(got, encode()) {
		return fmt.Errorf("%v, %v\n%q\n%q, want\n%q", err, e.Words("户号"), scanned(before), scanned(got), s.text())
	}
	return nil
}

func scanned(data []byte) string {
	text, _ := scan.DecodeText(data)
	return text
}

// Whatever is done by operations is what a careful hand does, byte for byte.
func TestCarefulHand(t *testing.T) {
	for seed := range uint64(3000) {
		if err := byHand(seed); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
	}
}

func FuzzTable(f *testing.F) {
	f.Add(uint64(0))
	f.Fuzz(func(t *testing.T, seed uint64) {
		if err := byHand(seed); err != nil {
			t.Error(err)
		}
	})
}

func TestWords(t *testing.T) {
	file := []byte("户号,庭院,客厅\n001,14,\n002,9,1\n003,2,3\n")
	table, _ := source.Table("data/v/scores/2023-01.csv", file, book)
	e, err := edit.Open(table, file)
	if err != nil {
		t.Fatal(err)
	}
	e.Set(0, "客厅", "5")
	e.Set(0, "庭院", "15")
	e.Set(1, "庭院", "9")
	e.Set(1, "客厅", "")
	e.Remove(2)
	e.Append(map[string]string{"户号": "004", "庭院": "3", "评分人": "甲"})
	want := "001 庭院：14 → 15\n001 客厅：空 → 5\n002 客厅：1 → 空\n003 删去\n新增 004：庭院 3，评分人 甲"
	if got := strings.Join(e.Words("户号"), "\n"); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// A file that no text makes is left alone.
func TestOpenRefusesStrayBytes(t *testing.T) {
	file := []byte("户号,庭院\n001,14\n")
	table, _ := source.Table("data/v/scores/2023-01.csv", file, book)
	if _, err := edit.Open(table, append(file, 0xff)); err == nil {
		t.Error("it was opened")
	}
}
