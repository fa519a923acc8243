package origin

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"gongshi/generator/ledger"
)

// repo is a repository made for a test. Its nth commit is of the nth of January 2023,
// 23:30 UTC, which is the next day in Shanghai.
type repo struct {
	t    testing.TB
	dir  string
	days int
}

func newRepo(t testing.TB) *repo {
	r := &repo{t: t, dir: t.TempDir()}
	r.git("init", "-q", "-b", "main")
	return r
}

func (r *repo) git(args ...string) string {
	r.t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = r.dir
	date := fmt.Sprintf("2023-01-%02dT23:30:00Z", max(r.days, 1))
	cmd.Env = append(environment(os.Environ()), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1",
		"GIT_AUTHOR_NAME=甲", "GIT_AUTHOR_EMAIL=a@example.cn", "GIT_AUTHOR_DATE="+date,
		"GIT_COMMITTER_NAME=甲", "GIT_COMMITTER_EMAIL=a@example.cn", "GIT_COMMITTER_DATE="+date)
	out, err := cmd.CombinedOutput()
	if err != nil {
		r.t.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return strings.TrimSpace(string(out))
}

// commit writes files (path, content, path, content …; content "-" removes) and commits
// everything.
func (r *repo) commit(files ...string) string {
	r.t.Helper()
	r.write(files...)
	r.days++
	r.git("add", "-A")
	r.git("commit", "-q", "-m", "x")
	return r.git("rev-parse", "HEAD")
}

func (r *repo) write(files ...string) {
	r.t.Helper()
	for i := 0; i < len(files); i += 2 {
		name := filepath.Join(r.dir, files[i])
		if files[i+1] == "-" {
			r.check(os.Remove(name))
			continue
		}
		r.check(os.MkdirAll(filepath.Dir(name), 0o755))
		r.check(os.WriteFile(name, []byte(files[i+1]), 0o644))
	}
}

func (r *repo) check(err error) {
	r.t.Helper()
	if err != nil {
		r.t.Fatal(err)
	}
}

var shanghai = time.FixedZone("CST", 8*3600)

func (r *repo) read() *History { return history(r.t, r.dir) }

// history reads a repository of which there is nothing to note.
func history(t testing.TB, dir string) *History {
	t.Helper()
	h, notes := Read(dir, shanghai, nil)
	if len(notes) > 0 {
		t.Fatal(notes)
	}
	return h
}

// wants fails unless the latest change of the paths is that commit, of that day of January.
func wants(t *testing.T, h *History, hash string, day int, paths ...string) {
	t.Helper()
	want := Change{}
	switch hash {
	case "uncommitted":
		want.Uncommitted = true
	case "":
	default:
		want.Commit = Commit{hash, ledger.Day(2023, 1, day)}
	}
	got := h.Last(paths...)
	if (got.Order > 0) != (got.Hash != "") {
		t.Errorf("Last(%q) = %+v", paths, got)
	}
	want.Order = got.Order // TestLastChange looks at it
	if got != want {
		t.Errorf("Last(%q) = %+v, want %+v", paths, got, want)
	}
}

func TestLastChange(t *testing.T) {
	r := newRepo(t)
	one := r.commit("config.toml", "a", "data/zhen/a.csv", "1\n", "data/zhen/b.csv", "1\n", "data/cun/c.csv", "1\n")
	two := r.commit("data/zhen/a.csv", "1\n2\n")
	code := r.commit("README.md", "no page is made of this")
	h := r.read()
	if h.Head != (Commit{code, ledger.Day(2023, 1, 4)}) || h.Why != Known || h.Uncommitted || h.Shallow {
		t.Errorf("%+v", h)
	}
	wants(t, h, two, 3, "data/zhen/a.csv")
	wants(t, h, one, 2, "data/zhen/b.csv")
	wants(t, h, two, 3, "data/zhen/b.csv", "", "data/zhen/a.csv")
	wants(t, h, two, 3, "data/zhen")
	wants(t, h, one, 2, "data/cun")
	wants(t, h, one, 2, "config.toml")
	wants(t, h, "", 0)

	three := r.commit("data/cun/c.csv", "-", "data/cun/d.csv", "1\n")
	four := r.commit("data/zhen/b.csv", "-")
	five := r.commit("data/zhen/a.csv", "1\n") // as it was in the first
	h = r.read()
	wants(t, h, three, 5, "data/cun")
	wants(t, h, five, 7, "data/zhen")
	r.commit("data/zhen/a.csv", "-", "data/zhen/e.csv", "x")
	wants(t, r.read(), four, 6, "data/zhen/b.csv") // removed, and known to be
	if a, b := h.Last("data/cun"), h.Last("data/zhen"); a.Order >= b.Order {
		t.Errorf("a change of day 5 is in order %d, one of day 7 in %d", a.Order, b.Order)
	}
}

// A file that moved came, under its name, from the commit that moved it.
func TestMovedFile(t *testing.T) {
	r := newRepo(t)
	r.commit("data/a.csv", "1\n2\n3\n")
	two := r.commit("data/a.csv", "-", "data/b.csv", "1\n2\n3\n")
	wants(t, r.read(), two, 3, "data/b.csv")
}

// Of a branch that a merge did not take, nothing came.
func TestMerge(t *testing.T) {
	r := newRepo(t)
	r.commit("s/data/a.csv", "1\n", "s/data/b.csv", "1\n", "s/data/c.csv", "1\n")
	r.git("checkout", "-q", "-b", "side")
	ours := r.commit("s/data/b.csv", "side\n")
	r.git("checkout", "-q", "main")
	kept := r.commit("s/data/a.csv", "main\n")
	r.git("checkout", "-q", "side")
	r.commit("s/data/a.csv", "side\n", "s/data/c.csv", "side\n")
	r.git("checkout", "-q", "main")
	r.git("merge", "-q", "-X", "ours", "--no-commit", "side")
	merge := r.commit("s/data/c.csv", "of neither\n")
	h := history(t, filepath.Join(r.dir, "s"))
	wants(t, h, kept, 4, "data/a.csv")
	wants(t, h, ours, 3, "data/b.csv")
	wants(t, h, merge, 6, "data/c.csv")
}

func TestUncommitted(t *testing.T) {
	r := newRepo(t)
	one := r.commit("config.toml", "a", "data/a/x.csv", "1\n", "data/b/x.csv", "1\n", "data/c/x.csv", "1\n", "data/d/x.csv", "1\n", "README.md", "1", ".gitignore", "*.bak\n")
	r.write("README.md", "2", "data/a/x.csv", "2\n", "data/b/new.csv", "1\n", "data/c/x.csv", "-", "content/中 文.md", "x", "data/d/y.bak", "1")
	h := r.read()
	if !h.Uncommitted {
		t.Error("nothing is said to be uncommitted")
	}
	for _, path := range []string{"data/a", "data/a/x.csv", "data/b", "data/b/new.csv", "data/c", "content/中 文.md", "data/d/y.bak"} {
		wants(t, h, "uncommitted", 0, path)
		wants(t, h, "uncommitted", 0, "config.toml", path)
	}
	wants(t, h, one, 2, "data/b/x.csv")
	wants(t, h, one, 2, "data/d/x.csv")
	r.write("data/a/x.csv", "1\n", "data/c/x.csv", "1\n", "data/b/new.csv", "-", "content/中 文.md", "-")
	if h := r.read(); h.Uncommitted {
		t.Error("what no page is made of is said to be uncommitted")
	}
}

// A site may lie in a folder of its repository, and names may have any character.
func TestFolderAndNames(t *testing.T) {
	r := newRepo(t)
	odd := []string{"data/中坪/a b.csv", "content/文章/“引号”.md", "content/back#.md"}
	if runtime.GOOS != "windows" {
		odd = append(odd, `content/q"uo\te.md`, "content/*.md")
	}
	files := []string{"config.toml", "not the site's", "data/x.csv", "1"}
	for _, name := range odd {
		files = append(files, "站 点/one/"+name, name)
	}
	r.commit(append(files, "站 点/one/config.toml", "x")...)
	two := r.commit("站 点/one/data/中坪/a b.csv", "1\n2\n")
	r.commit("data/x.csv", "2")
	h := history(t, filepath.Join(r.dir, "站 点", "one"))
	wants(t, h, two, 3, "data/中坪/a b.csv")
	wants(t, h, two, 3, "data")
	for _, name := range odd[1:] {
		if c := h.Last(name); c.Date != ledger.Day(2023, 1, 2) {
			t.Errorf("%s: %+v", name, c)
		}
	}
	wants(t, h, "uncommitted", 0, "data/x.csv") // which this site has not
	r.write("站 点/one/"+odd[1], "changed", "data/x.csv", "3")
	h = history(t, filepath.Join(r.dir, "站 点", "one"))
	wants(t, h, "uncommitted", 0, odd[1])
	wants(t, h, two, 3, odd[0])
	h.Trace(among(odd[0]), "")
	want := Line{two, "站 点/one/data/中坪/a b.csv", 2}
	if got, _ := h.Line(odd[0], 2); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// Of what lies in another repository nothing is claimed.
func TestOtherRepositoryWithin(t *testing.T) {
	r, other := newRepo(t), newRepo(t)
	other.commit("v/a.csv", "1")
	r.write("config.toml", "a")
	r.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", other.dir, "data")
	r.check(os.MkdirAll(filepath.Join(r.dir, "content"), 0o755))
	if err := os.Symlink(other.dir, filepath.Join(r.dir, "content", "link")); err != nil {
		r.write("content/link", "no links here")
	}
	one := r.commit()
	h := r.read()
	wants(t, h, "", 0, "data/v", "data/v/a.csv", "content/link/v/a.csv")
	wants(t, h, one, 2, "config.toml", "data/v")
}

// A shallow clone does not pass off its first commit as the origin of all.
func TestShallow(t *testing.T) {
	r := newRepo(t)
	r.commit("data/a.csv", "1\n", "data/b.csv", "1\n")
	r.commit("data/b.csv", "2\n")
	three := r.commit("data/c.csv", "1\n")
	clone := filepath.Join(t.TempDir(), "clone")
	r.git("clone", "-q", "--depth", "2", "file://"+filepath.ToSlash(r.dir), clone)
	h, list := Read(clone, shanghai, nil)
	if len(list) != 1 || list[0].Code != "history-shallow" || list[0].File != ".git" || !h.Shallow || h.Why != Known {
		t.Errorf("%v %+v", list, h)
	}
	wants(t, h, "", 0, "data/a.csv")
	wants(t, h, "", 0, "data/b.csv")
	wants(t, h, three, 4, "data/c.csv")
	wants(t, h, three, 4, "data")
	h.Trace(among("data/a.csv", "data/b.csv", "data/c.csv"), "")
	for _, name := range []string{"data/a.csv", "data/b.csv", "data/c.csv"} {
		line, ok := h.Line(name, 1)
		if !ok || r.git("show", line.Commit+":"+line.Path) != string(r.file(name)) {
			t.Errorf("%s: %+v", name, line)
		}
	}
}

func (r *repo) file(name string) []byte {
	b, err := os.ReadFile(filepath.Join(r.dir, name))
	r.check(err)
	return bytes.TrimSpace(b)
}

func TestNothingKnown(t *testing.T) {
	t.Run("no repository", func(t *testing.T) {
		h, list := Read(t.TempDir(), shanghai, nil)
		if h.Why != NoRepository || list != nil {
			t.Error(h, list)
		}
		wants(t, h, "", 0, "data/a.csv")
	})
	t.Run("no commit", func(t *testing.T) {
		r := newRepo(t)
		r.write("data/a.csv", "1")
		if h := r.read(); h.Why != NoCommit {
			t.Error(h)
		}
	})
	t.Run("in another's repository", func(t *testing.T) {
		r := newRepo(t)
		r.commit("README.md", "1")
		r.write("site/data/a.csv", "1")
		if h := history(t, filepath.Join(r.dir, "site")); h.Why != NoCommit || h.Head.Hash != "" {
			t.Error(h)
		}
	})
	t.Run("no git", func(t *testing.T) {
		r := newRepo(t)
		r.commit("data/a.csv", "1")
		t.Setenv("PATH", "")
		h, list := Read(r.dir, shanghai, nil)
		if h.Why != NoGit || len(list) != 1 || list[0].Code != "history-unread" {
			t.Error(h, list)
		}
		h.Trace(among("data/a.csv"), "")
		if line, ok := h.Line("data/a.csv", 1); ok {
			t.Error(line)
		}
	})
	t.Run("damaged", func(t *testing.T) {
		r := newRepo(t)
		r.commit("data/a.csv", "1")
		tree := r.git("rev-parse", "HEAD^{tree}")
		r.check(os.Remove(filepath.Join(r.dir, ".git", "objects", tree[:2], tree[2:])))
		if h, list := Read(r.dir, shanghai, nil); h.Why != Failed || len(list) != 1 {
			t.Error(h, list)
		}
	})
}

// Where git refuses another's repository, the note has the folder to be trusted.
func TestRefused(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the stand-in for git is a shell script")
	}
	for _, said := range []string{
		"fatal: detected dubious ownership in repository at '/srv/村'\nTo add an exception for this directory, call:\n",
		"fatal: unsafe repository ('/srv/村' is owned by someone else)\n",
	} {
		t.Run(said[:20], func(t *testing.T) { refused(t, said) })
	}
}

func refused(t *testing.T, said string) {
	r := newRepo(t)
	bin := t.TempDir()
	script := "#!/bin/sh\ncat >&2 <<'EOF'\n" + said + "EOF\nexit 128\n"
	r.check(os.WriteFile(filepath.Join(bin, "git"), []byte(script), 0o755))
	t.Setenv("PATH", bin+string(filepath.ListSeparator)+os.Getenv("PATH"))
	h, list := Read(r.dir, shanghai, nil)
	if h.Why != Refused || len(list) != 1 || !strings.Contains(list[0].Hint, "safe.directory \"/srv/村\"") {
		t.Error(h, list)
	}
}

// A hook, or a program that runs git itself, leaves variables that name another repository.
func TestVariablesOfAnotherRepository(t *testing.T) {
	r, other := newRepo(t), newRepo(t)
	one := r.commit("data/a.csv", "1")
	other.commit("data/a.csv", "2")
	t.Setenv("GIT_DIR", filepath.Join(other.dir, ".git"))
	t.Setenv("GIT_WORK_TREE", other.dir)
	t.Setenv("GIT_INDEX_FILE", filepath.Join(other.dir, ".git", "index"))
	t.Setenv("LC_ALL", "zh_CN.UTF-8")
	wants(t, r.read(), one, 2, "data/a.csv")
}

// A repository's own settings run no program.
func TestRunsNoProgramOfTheRepository(t *testing.T) {
	r := newRepo(t)
	one := r.commit("data/a.csv", "1")
	ran := filepath.Join(t.TempDir(), "ran")
	program := "touch '" + ran + "'"
	for _, key := range []string{"core.fsmonitor", "core.pager", "diff.external", "gpg.program"} {
		r.git("config", key, program)
	}
	r.git("config", "log.showSignature", "true")
	wants(t, r.read(), one, 2, "data/a.csv")
	if _, err := os.Stat(ran); err == nil {
		t.Error("a program of the repository's configuration was run")
	}
}

func TestNilHistory(t *testing.T) {
	var h *History
	h.Trace(among("data/a.csv"), "")
	if _, ok := h.Line("data/a.csv", 1); ok || h.Last("data/a.csv") != (Change{}) {
		t.Error("a history that is not there knows something")
	}
}

// among wants some files.
func among(files ...string) func(string) bool {
	return func(path string) bool { return slices.Contains(files, path) }
}

func TestLines(t *testing.T) {
	r := newRepo(t)
	one := r.commit("data/e.csv", "no\na\nb\nc\n")
	two := r.commit("data/e.csv", "no\nnew\na\nb\nc\nd\n")
	three := r.commit("data/e.csv", "-", "data/f.csv", "no\nnew\na\nB\nc\nd\n")
	four := r.commit("data/f.csv", "no\nnew\na\nB\nc\nd\ne\n", "data/g.csv", "1\n2\n")
	h := r.read()
	files := []string{"data/f.csv", "data/g.csv", "data/missing.csv"}
	cache := t.TempDir()
	want := []Line{
		{one, "data/e.csv", 1}, {two, "data/e.csv", 2}, {one, "data/e.csv", 2}, {three, "data/f.csv", 4},
		{one, "data/e.csv", 4}, {two, "data/e.csv", 6}, {four, "data/f.csv", 7},
	}
	for _, turn := range []string{"asked", "kept"} {
		h.Trace(among(files...), cache)
		var got []Line
		for n := range want {
			line, _ := h.Line("data/f.csv", n+1)
			got = append(got, line)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s: %s", turn, d)
		}
		if line, _ := h.Line("data/g.csv", 2); line != (Line{four, "data/g.csv", 2}) {
			t.Errorf("%s: %+v", turn, line)
		}
		if line, ok := h.Line("data/missing.csv", 1); ok {
			t.Errorf("%s: %+v", turn, line)
		}
		h = r.read()
	}
	// What is kept is used: a word that nobody would find otherwise.
	kept, err := filepath.Glob(filepath.Join(cache, "*"))
	if err != nil || len(kept) != 1 {
		t.Fatal(kept, err)
	}
	text, err := os.ReadFile(kept[0])
	r.check(err)
	r.check(os.WriteFile(kept[0], bytes.ReplaceAll(text, []byte("e.csv"), []byte("E.csv")), 0o600))
	h.Trace(among(files...), cache)
	if line, _ := h.Line("data/f.csv", 1); line.Path != "data/E.csv" {
		t.Errorf("what was kept is not used: %+v", line)
	}
	// What is torn is not.
	r.check(os.WriteFile(kept[0], text[:len(text)-10], 0o600))
	h.Trace(among(files...), cache)
	if line, _ := h.Line("data/f.csv", 1); line != want[0] {
		t.Errorf("what was torn is used: %+v", line)
	}
	r.write("data/f.csv", "changed\n")
	h = r.read()
	h.Trace(among(files...), cache)
	if line, ok := h.Line("data/f.csv", 1); ok {
		t.Errorf("a line that is not committed: %+v", line)
	}
}

// A file once had a name that is no text; its lines are the same however often they are asked for.
func TestLinesOfANameThatIsNoText(t *testing.T) {
	if runtime.GOOS != "linux" {
		return // which alone has such names
	}
	r := newRepo(t)
	one := r.commit("data/\xb1\xed.csv", "no\na\nb\nc\nd\n")
	r.commit("data/\xb1\xed.csv", "-", "data/e.csv", "no\na\nb\nc\nd\n")
	r.commit("data/e.csv", "no\na\nb\nc\nd\ne\n")
	cache := t.TempDir()
	for range 2 {
		h := r.read()
		h.Trace(among("data/e.csv"), cache)
		if line, _ := h.Line("data/e.csv", 2); line != (Line{one, "data/\xb1\xed.csv", 2}) {
			t.Errorf("%+v", line)
		}
	}
}

// In UTF-16 a character may hold the byte of a line's end; such a file is named as a whole.
func TestLinesOfUTF16(t *testing.T) {
	utf16 := func(text string) string {
		var b bytes.Buffer
		for _, c := range "\ufeff" + text {
			b.WriteByte(byte(c))
			b.WriteByte(byte(c >> 8))
		}
		return b.String()
	}
	r := newRepo(t)
	r.commit("data/a.csv", utf16("上上\n1\n"))
	two := r.commit("data/a.csv", utf16("上上\n1\n2\n"))
	h := r.read()
	h.Trace(among("data/a.csv"), "")
	if line, _ := h.Line("data/a.csv", 2); line != (Line{two, "data/a.csv", 2}) {
		t.Errorf("%+v", line)
	}
}
