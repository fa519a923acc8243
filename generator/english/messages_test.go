package english

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// said is a golden part of a script: what the program printed, and the script's other files,
// whose words are the village's.
type said struct {
	script, text, village string
}

var compared = regexp.MustCompile(`(?m)^cmp (?:stdout|stderr) (\S+)$`)

// golden are all golden parts in Chinese.
func golden(t testing.TB) []said {
	scripts, err := filepath.Glob("../testdata/*.txtar")
	if err != nil || len(scripts) == 0 {
		t.Fatal(len(scripts), err)
	}
	var all []said
	for _, name := range scripts {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		archive := txtar.Parse(text)
		want := map[string]bool{}
		for _, m := range compared.FindAllStringSubmatch(string(archive.Comment), -1) {
			want[m[1]] = true
		}
		village := string(archive.Comment)
		for _, f := range archive.Files {
			if !want[f.Name] {
				village += f.Name + "\n" + string(f.Data) + "\n"
			}
		}
		for _, f := range archive.Files {
			if want[f.Name] {
				all = append(all, said{filepath.Base(name), string(f.Data), village})
			}
		}
	}
	return all
}

// texts are what of a golden part is for people: of JSON the messages and hints, of lines for
// GitHub the messages.
func (s *said) texts(t testing.TB) []string {
	if strings.HasPrefix(s.text, "[") {
		var problems []struct{ Message, Hint string }
		if err := json.Unmarshal([]byte(s.text), &problems); err != nil {
			t.Fatal(s.script, err)
		}
		var texts []string
		for _, p := range problems {
			texts = append(texts, p.Message, p.Hint)
		}
		return texts
	}
	if strings.HasPrefix(s.text, "用法：") { // help, which is translated before it is laid out (TestHelpIsInEnglish)
		return nil
	}
	if strings.HasPrefix(s.text, "{") { // where a site stands
		var site struct {
			Places []struct{ Next struct{ Text string } }
		}
		if err := json.Unmarshal([]byte(s.text), &site); err != nil {
			t.Fatal(s.script, err)
		}
		var texts []string
		for _, p := range site.Places {
			texts = append(texts, p.Next.Text)
		}
		return texts
	}
	lines := strings.Split(s.text, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, "::") {
			lines[i] = strings.ReplaceAll(line[2+strings.Index(line[2:], "::")+2:], "%0A", "\n")
		}
	}
	return lines
}

var han = regexp.MustCompile(`\p{Han}+`)

// ofVillage reports whether a text's Chinese words are all in the village's files.
func (s *said) ofVillage(text string) bool {
	for _, word := range han.FindAllString(text, -1) {
		if !strings.Contains(s.village, word) {
			return false
		}
	}
	return true
}

// The book has every sentence that a script saw printed.
func TestEveryMessageIsInEnglish(t *testing.T) {
	told := map[string]bool{}
	for _, s := range golden(t) {
		for _, text := range s.texts(t) {
			of(text, func(lack string) {
				if !told[lack] && !s.ofVillage(lack) {
					told[lack] = true
					t.Errorf("%s: english/book/<room>.txt lacks this, with {} for each part that varies: %s\n  in %s", s.script, lack, text)
				}
			})
		}
	}
}

// What the book says has no Chinese punctuation left, and its names are whole.
func TestEnglishIsPlain(t *testing.T) {
	for _, s := range golden(t) {
		for _, text := range s.texts(t) {
			said := Of(text)
			if strings.ContainsAny(outside(said), "，。；：（）、！？") {
				t.Errorf("%s: %s\n  %s", s.script, text, said)
			}
		}
	}
}

func outside(text string) string {
	words, _ := lift(text)
	return words
}

func BenchmarkOf(b *testing.B) {
	var lines []string
	for _, s := range golden(b) {
		lines = append(lines, strings.Split(s.text, "\n")...)
	}
	lines = lines[:1000]
	for b.Loop() { // 1,000 lines
		for _, line := range lines {
			Of(line)
		}
	}
}
