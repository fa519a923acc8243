package site

import (
	"fmt"
	"math/rand/v2"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"gongshi/generator/console"
	"gongshi/generator/diag"
	"gongshi/generator/disk"
	"gongshi/generator/oracle"
	"gongshi/generator/publish"
)

// hostileTexts are what may be typed where a name or a reason belongs. Each has one mark, zq with a number, by which
// it is known wherever it gets.
var hostileTexts = []string{
	`<script>zq#()</script>`, `"><img src=x onerror=zq#()>`, `'><svg/onload=zq#()>`, `" onmouseover="zq#()`, `' zq#='`, "` zq#=`", ` zq#=1 `,
	`</script><script>zq#()//`, `</title><zq#>`, `</textarea><zq#>`, `</style><zq#>`, `--><zq#>`, `<!--<script>zq#`, `]]><zq#>`, `<![CDATA[<zq#>`,
	`&lt;zq#&gt;`, `&#60;zq#&#62;`, `&zq#;`, `<zq#`, `<?zq# ?>`, `{{.zq#}}`, `{{template "zq#"}}`, `javascript:zq#()`, `data:text/html,<zq#>`,
	"甲\u2028zq#", `\";zq#()//`, `"};zq#()//`, `'-zq#()-'`, `\u003czq#\u003e`, `","zq#":"`,
	`=zq#()`, `+zq#`, `-zq#`, `@zq#`, "\t=zq#", `＝zq#`, `＋zq#`, `－zq#`, `＠zq#`, `",=zq#,"`, "甲\n=zq#", " =zq#", "甲,=zq#", `'=zq#`, `=cmd|'/C zq#'!A1`,
	"甲\r\nATTENDEE:mailto:zq#", "甲\nEND:VEVENT\nzq#:1", `;zq#:1`, `\nzq#`, `甲\,zq#`, "甲\nDisallow: /zq#", "甲\r\n\r\nzq#", "甲|zq#|1", "甲\n9\nzq#",
	"\x1b]0;zq#\x07", "\x1b[2Jzq#", "甲\rzq#", "甲\bzq#", "\u202ezq#", "zq#\u200b甲", "\x00zq#", "\u009bzq#", "\ufeffzq#",
	`[甲](javascript:zq#)`, `[甲](data:text/html,zq#)`, `![甲](x "zq#)`, "```\n<zq#>", `[zq#]: javascript:x`, "|zq#|\n|-|", `<a href="zq#">`, `<javascript:zq#>`,
	`&#27;]0;zq#`, `&#x202e;zq#`, `&rlm;zq#`, `&#x9b;zq#`, `&NewLine;zq#`,
	`../../zq#`, `..\zq#`, `/etc/zq#`, `zq#?a=b#c%00`, `%0d%0azq#: 1`, `zq#.csv`, `%s%n zq#`, `$(zq#)`, "`zq#`", `; zq#`,
}

// Whatever is typed as a text stays a text in every file that is published, and in what the terminal shows of it.
func TestHostileTexts(t *testing.T) {
	site := unpack(t, "testdata/everything.txtar")
	spots := textSpots(t, site)
	if len(spots) < 60 {
		t.Fatalf("only %d places take a text", len(spots))
	}
	want := int(oracle.Thorough(600, 2000, 10_000))
	tried, refused, seen := 0, 0, make(map[string]int)
	for seed := uint64(0); tried < want; seed++ {
		if seed > uint64(want) {
			t.Fatal("almost all are refused")
		}
		dice := rand.New(rand.NewPCG(seed, 7))
		planted := make(map[textSpot]string)
		for i, s := range spots {
			text := hostileTexts[dice.IntN(len(hostileTexts))]
			if dice.IntN(4) == 0 {
				text += hostileTexts[dice.IntN(len(hostileTexts))]
			}
			planted[s] = strings.ReplaceAll(text, "#", fmt.Sprintf("%dx", i))
		}
		config := "names = \"" + []string{"masked", "full", "surname"}[seed%3] + "\""
		files, dropped := madeOf(t, site, config, planted)
		if refused += dropped; files == nil {
			continue
		}
		tried += len(planted)
		for _, f := range files {
			if strings.Contains(string(f.Content), "zq") {
				seen[path.Ext(f.Path)]++
			}
			for _, wrong := range outOfPlace(f.Path, string(f.Content)) {
				t.Errorf("seed %d: %s: %s", seed, f.Path, wrong)
			}
		}
		if t.Failed() {
			break
		}
	}
	t.Logf("%d texts at %d places in published files, %d refused; files that had some: %v", tried, len(spots), refused, seen)
	for _, kind := range []string{".html", ".csv", ".json", ".js", ".ics", ".xml", ".txt", ".md"} {
		if seen[kind] == 0 {
			t.Errorf("none came into a file %s", kind)
		}
	}
}

// textSpot is where a text stands in a file: a value in quotes, or a cell.
type textSpot struct {
	file           string
	line, from, to int // from and to in bytes of the line
}

var tomlText = regexp.MustCompile(`"[^"]*"`)

// textSpots are the places of a site that take whatever is typed.
func textSpots(t *testing.T, site fstest.MapFS) (spots []textSpot) {
	t.Helper()
	for name := range site {
		for i, line := range strings.Split(string(site[name].Data), "\n") {
			switch ext := path.Ext(name); {
			case ext == ".toml" || ext == ".md" && strings.HasPrefix(line, "title"):
				for _, at := range tomlText.FindAllStringIndex(line, -1) {
					spots = append(spots, textSpot{name, i, at[0], at[1]})
				}
			case ext == ".md" && line != "" && !strings.Contains(line, "+++") && !strings.Contains(line, " = "):
				spots = append(spots, textSpot{name, i, len(line), len(line)})
			case ext == ".csv" && i > 0 && line != "":
				from := 0
				for cell := range strings.SplitSeq(line, ",") {
					spots = append(spots, textSpot{name, i, from, from + len(cell)})
					from += len(cell) + 1
				}
			}
		}
	}
	slices.SortFunc(spots, func(a, b textSpot) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
	return slices.DeleteFunc(spots, func(s textSpot) bool {
		_, list, err := read(planting(site, map[textSpot]string{s: "甲 乙x"}), Options{NoHistory: true})
		return err != nil || list.HasErrors()
	})
}

// planting returns a site with texts in some places.
func planting(site fstest.MapFS, planted map[textSpot]string) fstest.MapFS {
	files, spots := make(fstest.MapFS), make(map[string][]textSpot)
	for name, f := range site {
		files[name] = f
	}
	for s := range planted {
		spots[s.file] = append(spots[s.file], s)
	}
	for name, list := range spots {
		slices.SortFunc(list, func(a, b textSpot) int { return b.from - a.from })
		lines := strings.Split(string(site[name].Data), "\n")
		for _, s := range list {
			text := planted[s]
			switch {
			case path.Ext(name) == ".csv":
				text = `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
			case s.from < s.to:
				text = quotedTOML(text)
			default:
				text = " " + text
			}
			lines[s.line] = lines[s.line][:s.from] + text + lines[s.line][s.to:]
		}
		files[name] = &fstest.MapFile{Data: []byte(strings.Join(lines, "\n"))}
	}
	return files
}

func quotedTOML(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r < ' ' || r == '"' || r == '\\' || r >= 0x7f && r < 0xa0 {
			fmt.Fprintf(&b, `\u%04x`, r)
		} else {
			b.WriteRune(r)
		}
	}
	return `"` + b.String() + `"`
}

// madeOf makes a site's files, without what is refused by name; nil if that is not known.
func madeOf(t *testing.T, site fstest.MapFS, config string, planted map[textSpot]string) (files []publish.File, refused int) {
	t.Helper()
	site = planting(site, nil)
	site["config.toml"] = &fstest.MapFile{Data: []byte(strings.Replace(string(site["config.toml"].Data), `names = "masked"`, config, 1))}
	opt := Options{NoHistory: true}
	for range 20 {
		work, list, err := read(planting(site, planted), opt)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range list {
			if wrong := onTerminal(d); wrong != "" {
				t.Errorf("a message to the terminal has %s: %q", wrong, d.Text()+d.Hint)
			}
		}
		if !list.HasErrors() {
			for f, err := range work.Files(opt) {
				if err != nil {
					t.Fatal(err)
				}
				files = append(files, publish.File{Path: f.Path, Content: slices.Clone(f.Content)})
			}
			return files, refused
		}
		before := len(planted)
		for _, d := range list.Errors() {
			dropAt(planted, d.Position)
			for _, s := range d.Spots {
				dropAt(planted, s.Position)
			}
		}
		if len(planted) == before {
			return nil, refused
		}
		refused += before - len(planted)
	}
	return nil, refused
}

// dropAt takes out what was planted on the lines that a position may mean: a text of several lines moves those behind it.
func dropAt(planted map[textSpot]string, at diag.Position) {
	lines := 0
	for s, text := range planted {
		if s.file == at.File {
			lines += strings.Count(text, "\n") + strings.Count(text, "\r")
		}
	}
	for s := range planted {
		if s.file == at.File && (at.Line == 0 || s.line+1 <= int(at.Line) && s.line+1 >= int(at.Line)-lines) {
			delete(planted, s)
		}
	}
}

// onTerminal names what of a message a terminal would act on, or take for a message of its own.
func onTerminal(d diag.Diagnostic) string {
	var shown strings.Builder
	fmt.Fprint(console.Legible(&shown), d.Position, d.Text(), d.Code)
	if strings.Contains(shown.String(), "\n") {
		return "another line"
	}
	fmt.Fprint(console.Legible(&shown), d.Hint)
	if i := strings.IndexFunc(shown.String(), func(r rune) bool { return disk.Turns(r) || unicode.IsControl(r) && r != '\n' && r != '\t' }); i >= 0 {
		return strconv.QuoteRune([]rune(shown.String()[i:])[0])
	}
	return ""
}
