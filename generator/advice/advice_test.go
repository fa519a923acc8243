// Package advice follows the advice of every script, one at a time, as a clerk would: what it says
// to rename, move, write or delete is done to a copy of the site, which is checked again. The problem
// must be gone, nothing that was typed may have become another figure, and no figure that was there
// before may change.
package advice

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/rogpeppe/go-internal/txtar"

	"gongshi/generator/diag"
	"gongshi/generator/score"
	"gongshi/generator/site"
	"gongshi/generator/sitetest"
	"gongshi/generator/source"
)

// findings are what the scripts' advice led to.
type findings struct {
	sync.Mutex
	dir      string // for the copies of sites
	wrong    []string
	followed map[string]int // times that each form of advice was followed
	told     map[string]bool
}

// TestFollowingEveryAdvice needs every form of advice at least once, so that none is here for nothing.
func TestFollowingEveryAdvice(t *testing.T) {
	found := &findings{dir: t.TempDir(), followed: map[string]int{}, told: map[string]bool{}}
	commands := map[string]func(*testscript.TestScript, bool, []string){"advise": found.advise}
	for name, c := range sitetest.Commands {
		commands[name] = c
	}
	dir := scripts(t)
	t.Run("scripts", func(t *testing.T) {
		testscript.Run(t, testscript.Params{Dir: dir, WorkdirRoot: t.TempDir(), Condition: sitetest.Condition(t), Cmds: commands})
	})
	slices.Sort(found.wrong)
	for _, w := range found.wrong {
		t.Error(w)
	}
	for _, f := range forms {
		if found.followed[f.words.String()] == 0 {
			t.Errorf("no script has advice of the form %s", f.words)
		}
	}
}

// ready are the commands of a script that make its site ready; the others look at what was printed.
var ready = []string{"append", "cd", "cp", "encode", "env", "mkdir", "mv", "rewrite", "rm", "symlink", "skip", "[!symlink]", "[!case]"}

// made is what earlier commands of a script made, which are not run here.
var made = regexp.MustCompile(`\b(public|stdout|stderr|out|list)\b|\$(FIRST|SECOND)`)

// checks are the scripts that look at a site with problems.
var checks = regexp.MustCompile(`^(?:check|build)_`)

// scripts are those of the program, cut down to the sites that they check.
func scripts(t *testing.T) string {
	files, err := filepath.Glob(filepath.Join(sitetest.Root(), "generator", "testdata", "*.txtar"))
	sitetest.Must(t, err)
	files = slices.DeleteFunc(files, func(name string) bool { return !checks.MatchString(filepath.Base(name)) })
	dir := t.TempDir()
	for _, name := range files {
		script, err := txtar.ParseFile(name)
		sitetest.Must(t, err)
		script.Comment = []byte(cutDown(string(script.Comment)))
		sitetest.WriteFile(t, dir, filepath.Base(name), string(txtar.Format(script)))
	}
	return dir
}

// cutDown is a script that asks for advice where it looks for problems, as far as that can be done
// without what other commands make.
func cutDown(script string) string {
	var lines []string
	for line := range strings.Lines(script) {
		words := strings.Fields(strings.TrimPrefix(line, "!"))
		switch {
		case len(words) > 0 && words[0] == "commit" || len(words) > 1 && words[1] == "git":
			return strings.Join(lines, "")
		case len(words) > 2 && words[0] == "exec" && words[1] == "gongshi" && (words[2] == "check" || words[2] == "build"):
			lines = append(lines, "advise "+strings.Join(words[3:], " ")+"\n")
		case len(words) > 0 && slices.Contains(ready, words[0]):
			if made.MatchString(line) {
				return strings.Join(lines, "")
			}
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "")
}

// place is where a script's site is, and as on which day it is checked.
type place struct {
	work string // the script's folder
	site string // the site's, below it
	opt  site.Options
}

// check reads the site as it is below a folder.
func (p place) check(work string) (site.Work, diag.List, error) {
	opt := p.opt
	opt.Source, opt.NoHistory = filepath.Join(work, p.site), true
	return site.Read(opt)
}

// advise follows the advice on the site in the current folder.
func (f *findings) advise(ts *testscript.TestScript, _ bool, args []string) {
	p := place{work: ts.Getenv("WORK")}
	p.opt.Clock = time.Date(2024, 1, 12, 12, 0, 0, 0, time.UTC)
	from := ts.MkAbs(".")
	for i, a := range args {
		switch a {
		case "--source":
			from = ts.MkAbs(args[i+1])
		case "--date":
			p.opt.Date, _ = dateOf(args[i+1])
		case "--place":
			p.opt.Place = args[i+1]
		}
	}
	var err error
	p.site, err = filepath.Rel(p.work, from)
	ts.Check(err)
	before, list, err := p.check(p.work)
	if err != nil {
		return // a place that is not there
	}
	for _, d := range list {
		if f.first(ts.Name() + d.Position.String() + d.Text() + d.Hint) {
			f.follow(ts.Name(), p, before, list, d)
		}
	}
}

func (f *findings) first(problem string) bool {
	f.Lock()
	defer f.Unlock()
	told := f.told[problem]
	f.told[problem] = true
	return !told
}

func (f *findings) tell(format string, args ...any) {
	f.Lock()
	defer f.Unlock()
	f.wrong = append(f.wrong, fmt.Sprintf(format, args...))
}

// follow follows the advice on one problem: each line of it is for other values.
func (f *findings) follow(script string, p place, before site.Work, list diag.List, d diag.Diagnostic) {
	for _, a := range advices(d) {
		name := fmt.Sprintf("%s: %s: %s [%s] %s", script, d.Position, d.Text(), d.Code, a.words)
		form, m := formOf(a.words)
		switch {
		case form == nil && !decisions.MatchString(a.words):
			f.tell("%s\n\tneither a form of advice nor a decision", name)
			continue
		case form == nil:
			continue
		}
		f.Lock()
		f.followed[form.words.String()]++
		f.Unlock()
		t := &trial{place: p, advice: a, d: d, m: m}
		if err := t.try(form, f.dir, before, list); err != nil {
			f.tell("%s\n\t%v", name, err)
		}
	}
}

// advice is one line of a hint, for some of the values that its problem names, or for all.
type advice struct {
	words  string
	values []string
}

var forValues = regexp.MustCompile(`^((?:“[^”]*”、)*“[^”]*”)(?:等 \d+ 个)?：(.*)$`)

func advices(d diag.Diagnostic) []advice {
	var list []advice
	for line := range strings.SplitSeq(d.Hint, "\n") {
		a := advice{words: line}
		if m := forValues.FindStringSubmatch(line); m != nil && len(d.Spots) > 0 {
			a.words, a.values = m[2], strings.Split(strings.Trim(m[1], "“”"), "”、“")
		}
		if line != "" && line != "其余照此改" {
			list = append(list, a)
		}
	}
	return list
}

// try follows an advice on a copy of the site, in a folder of dir, and tells what came of it that should not.
func (t *trial) try(form *form, dir string, before site.Work, list diag.List) error {
	work, err := os.MkdirTemp(dir, "advice-")
	if err != nil {
		return err
	}
	if err := copyTree(t.work, work); err != nil {
		return err
	}
	t.dir = filepath.Join(work, t.site)
	if err := form.follow(t); err != nil {
		return fmt.Errorf("cannot be followed: %w", err)
	}
	after, told, err := t.check(work)
	if err != nil {
		return err
	}
	if err := t.gone(list, told); err != nil {
		return err
	}
	for _, e := range t.edits {
		if err := e.kept(t.advice.words); err != nil {
			return err
		}
	}
	if before.Standings == nil && after.Standings != nil {
		return t.others(work, after)
	}
	return sameFigures(before, after, func(*score.Table) bool { return true })
}

var dateOf = source.Date
