package site

import (
	"iter"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"sync"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/origin"
	"gongshi/generator/privacy"
	"gongshi/generator/publish"
)

// gate is the last look at what is to be published: whatever way personal data took into a file,
// from a commit's text, a theme or a picture, nothing is published while it is there.
type gate struct {
	book   *ledger.Book
	past   *origin.History // whose commits pages name; nil if that is not asked for
	folder string          // the name of the built site
	list   diag.List

	guard  sync.Mutex // of what follows: pages are looked at while others are printed
	public map[string]bool
	ahead  map[string]diag.List // what is found in those that have not passed yet
}

func newGate(book *ledger.Book, past *origin.History, output string) *gate {
	return &gate{book: book, past: past, folder: filepath.Base(output), public: make(map[string]bool), ahead: make(map[string]diag.List)}
}

// mostFound is how many files are told of: the first show where it comes from.
const mostFound = 20

// pass passes files on, and ends with errFaulty if personal data is in any of them.
func (g *gate) pass(files iter.Seq2[publish.File, error]) iter.Seq2[publish.File, error] {
	return func(yield func(publish.File, error) bool) {
		for f, err := range files {
			if !f.Kept && len(g.list) < mostFound { // what is kept has passed before, and no exception is gone since
				g.list = append(g.list, g.found(f)...)
			}
			if !yield(f, err) || err != nil {
				return
			}
		}
		if g.list = g.list[:min(len(g.list), mostFound)]; len(g.list) > 0 {
			yield(publish.File{}, errFaulty)
		}
	}
}

// found is what is in a file, which may have been looked at already.
func (g *gate) found(f publish.File) diag.List {
	g.guard.Lock()
	list, looked := g.ahead[f.Path]
	delete(g.ahead, f.Path)
	g.guard.Unlock()
	if looked {
		return list
	}
	return g.search(f)
}

// look looks at a file before it passes.
func (g *gate) look(f publish.File) {
	list := g.search(f)
	g.guard.Lock()
	defer g.guard.Unlock()
	g.ahead[f.Path] = list
}

// search searches a file and its name, which is its address.
func (g *gate) search(f publish.File) (list diag.List) {
	g.report(&list, f, 0, []byte(f.Path))
	g.report(&list, f, 1, privacy.TextOf(f.Path, f.Content))
	return list
}

// report reports the personal data in a text of a file, the number of whose first line is given.
func (g *gate) report(list *diag.List, f publish.File, first int, content []byte) {
	all := privacy.Find(content)
	if len(all) == 0 {
		return
	}
	text := string(content)
	for _, found := range all {
		what := text[found.Start:found.End]
		if found.Kind.Doubtful() || len(*list) == mostFound || made(text[:found.Start], what, text[found.End:]) || g.isPublic(what) {
			continue
		}
		list.Add(diag.Diagnostic{
			Position: diag.At(path.Join(g.folder, f.Path), first+strings.Count(text[:found.Start], "\n"), 0),
			Code:     "personal-data-out",
			Message:  "生成的文件里有" + found.Kind.String() + "“" + privacy.Mask(what) + "”，没有发布",
			Hint:     "它不在资料的格子里：看看主题（themes）、图片、文件名和提交说明，删去它；确实要公布的，写进 data/privacy.toml",
		})
	}
}

// made reports whether what is between two texts is made by the program: an appointment's mark in
// a calendar, a seal's check code, an exact figure or a part of one, the lines of a drawing.
func made(before, what, after string) bool {
	if privacy.Drawn(before) {
		return true
	}
	line := before[strings.LastIndexByte(before, '\n')+1:]
	near := before[max(0, len(before)-40):]
	return strings.HasPrefix(line, "UID:") || strings.Contains(near, "data-seal=") || strings.Contains(near, "data-code>") || strings.Contains(near, `"code`) || strings.Contains(near, "核对码") || oneOfCodes(before) || isExact(before, what, after)
}

// oneOfCodes reports whether what follows is in a list of check codes, in a file for programs.
func oneOfCodes(before string) bool {
	list := strings.LastIndexByte(before, '[')
	return list >= 0 && strings.HasSuffix(before[:list], `"codes": `) && !strings.Contains(before[list:], "]")
}

// isExact reports whether what is between two texts is in an exact figure: for people in a formula,
// or in a fraction such as 19038160209 ÷ 207729725, with nothing but figures in front of it; for
// programs in a text of its own, such as "5469669725876248717/6462555297191000" or "1381.2345678".
func isExact(before, what, after string) bool {
	text := strings.LastIndexAny(before, ">\n") + 1
	near := before[max(0, len(before)-40):]
	begins, ends := strings.HasSuffix(strings.TrimSuffix(before, "-"), `"`), strings.HasPrefix(after, `"`)
	return figures.MatchString(before[text:]) &&
		(reckoned.MatchString(before[max(0, text-24):text]) || divided.MatchString(after) || divisor.MatchString(near)) ||
		begins && above.MatchString(after) || ends && under.MatchString(near) || begins && ends && decimal.MatchString(what)
}

var (
	figures          = regexp.MustCompile(`^([\d .()×÷−=≈]|&#43;)*$`)
	reckoned         = regexp.MustCompile(`<span class="(formula|exact)">$`)
	divided, divisor = regexp.MustCompile(`^ ÷ \d`), regexp.MustCompile(`\d ÷ $`)
	above, under     = regexp.MustCompile(`^/\d+"`), regexp.MustCompile(`"-?\d+/$`)
	decimal          = regexp.MustCompile(`^\d+\.\d+$`)
)

// isPublic reports whether a text is published on purpose, or is a commit's abbreviation. Pages
// repeat a telephone a thousand times.
func (g *gate) isPublic(text string) bool {
	g.guard.Lock()
	defer g.guard.Unlock()
	known, seen := g.public[text]
	if !seen {
		known = g.book.Excepts(text) || g.past.Abbreviates(text)
		g.public[text] = known
	}
	return known
}
