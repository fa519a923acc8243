package publish

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"reflect"
	"strings"
	"testing"
	"time"
)

var errKilled = errors.New("killed")

// dying is a folder in which a run is killed at one step: that one is half done, and none after it.
type dying struct {
	folder
	left *int // steps before that
}

func (d dying) killed() bool {
	*d.left--
	return *d.left < 0
}

func (d dying) OpenFolder(name string) (folder, error) {
	within, err := d.folder.OpenFolder(name)
	return dying{within, d.left}, err
}

func (d dying) OpenFile(name string, flag int, perm fs.FileMode) (*os.File, error) {
	if d.killed() {
		if *d.left == -1 {
			if f, err := d.folder.OpenFile(name, flag, perm); err == nil { // without its content
				f.Close()
			}
		}
		return nil, errKilled
	}
	return d.folder.OpenFile(name, flag, perm)
}

func (d dying) Mkdir(name string, perm fs.FileMode) error {
	if d.killed() {
		return errKilled
	}
	return d.folder.Mkdir(name, perm)
}

func (d dying) Rename(from, to string) error {
	if d.killed() {
		return errKilled
	}
	return d.folder.Rename(from, to)
}

func (d dying) Remove(name string) error {
	if d.killed() {
		return errKilled
	}
	return d.folder.Remove(name)
}

func (d dying) RemoveAll(name string) error {
	if d.killed() {
		if *d.left == -1 {
			d.folder.Remove(name + "/" + owner)
		}
		return errKilled
	}
	return d.folder.RemoveAll(name)
}

// A run that is killed at any step, and then again at any step of what the next run does about it,
// leaves the old site or the new one once a run has gone through, beside everybody else's files.
func TestKilledAtEveryStep(t *testing.T) {
	kills, every := 0, 16
	if os.Getenv("GONGSHI_SITES") == "thorough" {
		every = 1
	}
	foreign := pages{"CNAME": "example.org", "z/scan.pdf": "%PDF"}
	for name, c := range map[string]struct{ former, next pages }{
		"the first":           {nil, village},
		"nothing new":         {village, pages{"index.html": "首页"}},
		"all new":             {pages{"a.html": "旧", "z/b.html": "旧"}, pages{"a.html": "新", "z/b.html": "新", "c/d.html": "新"}},
		"files, folders":      {pages{"a": "旧", "c/d/e": "旧"}, pages{"a/index.html": "新", "c": "新"}},
		"another spelling":    {pages{"Help.html": "旧", "Dir/x": "旧"}, pages{"help.html": "新", "dir/x": "新"}},
		"as it was, but gone": {pages{"h/1.html": "旧", "h/2.html": "旧"}, pages{"i/1.html": "新"}},
	} {
		for kind, on := range map[string]func(string) folder{"rooted": rootedIn, "folding": foldingIn} {
			t.Run(name+", "+kind, func(t *testing.T) {
				for first := 0; ; first += 1 {
					for second := -1; second < 30; second += every {
						dir := t.TempDir()
						if c.former != nil {
							mustRun(t, dir, on(dir), c.former)
							lay(t, dir, foreign)
						}
						was := look(t, dir)
						if runOn(on(dir), c.next, first) == nil {
							return // it was not killed
						}
						kills++
						if second >= 0 && resumeOn(on(dir), second) != nil {
							kills++
						}
						if err := resumeOn(on(dir), -1); err != nil {
							t.Fatalf("killed at %d and %d: %v", first, second, err)
						}
						is, new := look(t, dir), c.next.with(nil)
						if c.former != nil {
							new = c.next.with(foreign)
						}
						if !reflect.DeepEqual(is, was) && !reflect.DeepEqual(is, new) {
							t.Fatalf("killed at %d and %d: neither old nor new: %q", first, second, is)
						}
					}
				}
			})
		}
	}
	t.Logf("%d kills", kills)
}

func rootedIn(dir string) folder {
	root, err := os.OpenRoot(dir)
	if err != nil {
		panic(err)
	}
	return rooted{root}
}

func foldingIn(dir string) folder { return folding{rootedIn(dir).(rooted), nil} }

func mustRun(t *testing.T, dir string, on folder, p pages) {
	t.Helper()
	if err := runOn(on, p, 1<<20); err != nil {
		t.Fatal(dir, err)
	}
}

// runOn publishes p, and is killed after so many steps.
func runOn(on folder, p pages, steps int) error {
	out, err := begin(dying{on, &steps}, nil, nil)
	if err != nil {
		return err
	}
	_, err = out.publish("", p.seq(), Options{})
	if err == nil && steps < 0 { // killed while it went
		return errKilled
	}
	return err
}

// resumeOn is what the next run does first; steps is -1 if it is not killed.
func resumeOn(on folder, steps int) error {
	if steps < 0 {
		steps = 1 << 20
	}
	out, err := begin(dying{on, &steps}, nil, nil)
	if err != nil {
		return err
	}
	out.close()
	if steps < 0 {
		return errKilled
	}
	return nil
}

// grown are the pages of a larger site, in one of two versions.
func grown(version string) pages {
	p := pages{}
	for i := range 300 {
		p[fmt.Sprintf("v%d/h/%d.html", i%7, i)] = strings.Repeat(version, 500+i)
	}
	p["only/"+version+".html"] = version
	return p
}

const intoVariable = "GONGSHI_TEST_PUBLISH_INTO"

// TestChild is a run for TestKilledProcess: it tells when it begins to change the site.
func TestChild(t *testing.T) {
	dir, version, ok := strings.Cut(os.Getenv(intoVariable), "|")
	if !ok {
		return // it is a part of TestKilledProcess
	}
	fmt.Println("begun")
	_, err := Site(dir, failing(grown(version), func(func(File, error) bool) { fmt.Println("staged") }), Options{})
	if err != nil {
		t.Fatal(err)
	}
	fmt.Println("done")
}

// Programs that build a site are killed, most of them while they change it. What each leaves is
// the old site or the new one as soon as the next run begins.
func TestKilledProcess(t *testing.T) {
	kills, mixed, found := 20, 0, map[Found]int{}
	if os.Getenv("GONGSHI_SITES") == "thorough" {
		kills = 500
	}
	dir := t.TempDir()
	sites := []pages{grown("a"), grown("b")}
	mustSite(t, dir, sites[0], Result{Written: 301})
	swap := kill(t, dir, "b", "staged", time.Minute) // how long it takes, unless it is killed
	dice, now := rand.New(rand.NewPCG(0, 0)), 1
	for range kills {
		next, from := 1-now, "staged"
		if dice.IntN(10) == 0 {
			from = "begun"
		}
		kill(t, dir, string("ab"[next]), from, time.Duration(dice.Int64N(int64(swap))))
		was := []pages{sites[now].with(nil), sites[next].with(nil)}
		if left := look(t, dir); !has(left, sites[now]) && !has(left, sites[next]) {
			mixed++
		}
		what, err := Recover(dir)
		if err != nil {
			t.Fatal(err)
		}
		found[what]++
		switch is := look(t, dir); {
		case reflect.DeepEqual(is, was[1]):
			now = next
		case !reflect.DeepEqual(is, was[0]):
			t.Fatal("neither old nor new", what)
		}
	}
	t.Logf("%d kills, %d of them left old and new pages side by side; undone %d, finished %d", kills, mixed, found[Undone], found[Finished])
}

// has reports whether all of want is in p.
func has(p, want pages) bool {
	for name, text := range want {
		if p[name] != text {
			return false
		}
	}
	return true
}

// kill runs a program that publishes a version, and kills it so long after it tells that it is so
// far. It returns how long the program went on.
func kill(t *testing.T, dir, version, from string, after time.Duration) time.Duration {
	t.Helper()
	child := exec.Command(os.Args[0], "-test.run=^TestChild$")
	child.Env = append(os.Environ(), intoVariable+"="+dir+"|"+version)
	out, err := child.StdoutPipe()
	if err == nil {
		err = child.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for lines.Scan() && lines.Text() != from {
	}
	began := time.Now()
	killer := time.AfterFunc(after, func() { child.Process.Kill() })
	for lines.Scan() && lines.Text() != "done" {
	}
	took := time.Since(began)
	child.Wait()
	killer.Stop()
	return took
}
