package main

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"gongshi/generator/sitetest"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"gongshi": func() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) },
	})
}

// TestScripts runs the real main on every .txtar below testdata. With GONGSHI_UPDATE=1 it rewrites the
// golden parts.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata",
		WorkdirRoot:   t.TempDir(), // removed once for all: after each script it would slow down the making of files
		UpdateScripts: os.Getenv("GONGSHI_UPDATE") != "",
		Condition:     sitetest.Condition(t),
		Setup: func(env *testscript.Env) error {
			env.Setenv("XDG_CACHE_HOME", env.Getenv("TMPDIR")) // what builds keep goes with the script
			env.Setenv("GOGC", "800")                          // a run is over before it has made much garbage
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"append":   sitetest.Commands["append"],
			"cells":    cells,
			"cmpcsv":   cmpCSV,
			"commit":   commit,
			"encode":   sitetest.Commands["encode"],
			"nowhere":  nowhere,
			"less":     less,
			"newbook":  newbook,
			"oldbook":  oldbook,
			"rewrite":  sitetest.Commands["rewrite"],
			"setcell":  setcell,
			"workbook": workbook,
		},
	})
}

// cmpCSV compares a published CSV file with a golden one: cmpcsv FILE GOLDEN. The byte
// order mark and the CRLF that a published file must have are checked here, so that
// the golden part reads as plain lines.
func cmpCSV(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: cmpcsv FILE GOLDEN")
	}
	got, marked := strings.CutPrefix(ts.ReadFile(args[0]), "\ufeff")
	if !marked || strings.Count(got, "\n") != strings.Count(got, "\r\n") {
		ts.Fatalf("%s: no byte order mark, or a line without CRLF", args[0])
	}
	got = strings.ReplaceAll(got, "\r\n", "\n")
	if want := ts.ReadFile(args[1]); got != want {
		ts.Fatalf("%s differs from %s:\n%s", args[0], args[1], got)
	}
}

// commit commits all that the current folder holds, on a day at noon in Shanghai, and puts
// the commit's hash into a variable: commit DATE NAME. The first one makes a repository of it.
func commit(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: commit DATE NAME")
	}
	at := args[0] + "T12:00:00+0800"
	for key, value := range map[string]string{
		"GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at,
		"GIT_AUTHOR_NAME": "某人", "GIT_AUTHOR_EMAIL": "somebody@example.cn",
		"GIT_COMMITTER_NAME": "某人", "GIT_COMMITTER_EMAIL": "somebody@example.cn",
	} {
		ts.Setenv(key, value)
	}
	if ts.Exec("git", "rev-parse", "HEAD") != nil {
		ts.Check(ts.Exec("git", "init", "-q"))
	}
	ts.Check(ts.Exec("git", "add", "-A"))
	ts.Check(ts.Exec("git", "commit", "-q", "-m", "x"))
	ts.Check(ts.Exec("git", "rev-parse", "HEAD"))
	ts.Setenv(args[1], strings.TrimSpace(ts.ReadFile("stdout")))
}

// nowhere fails if a text stands in any file of a folder, or in a file's name: nowhere
// TEXT DIR. With !, it must stand somewhere. ECharts, which is not ours, is passed over.
func nowhere(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: [!] nowhere TEXT DIR")
	}
	files, err := sitetest.Read(ts.MkAbs(args[1]))
	ts.Check(err)
	found := ""
	for name, content := range files {
		if strings.HasPrefix(name, "echarts.") {
			continue
		}
		if strings.Contains(name, args[0]) || bytes.Contains(content, []byte(args[0])) {
			found = name
		}
	}
	switch {
	case len(files) == 0:
		ts.Fatalf("%s is empty", args[1])
	case found != "" && !neg:
		ts.Fatalf("%q stands in %s", args[0], found)
	case found == "" && neg:
		ts.Fatalf("%q stands nowhere in %s", args[0], args[1])
	}
}

// less fails unless every CSV file of one folder is that of another less the lines that
// hold a text: less TEXT DIR WHOLE.
func less(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: less TEXT DIR WHOLE")
	}
	got, err := sitetest.Read(ts.MkAbs(args[1]))
	ts.Check(err)
	whole, err := sitetest.Read(ts.MkAbs(args[2]))
	ts.Check(err)
	taken := 0
	for name, content := range whole {
		if !strings.HasSuffix(name, ".csv") {
			continue
		}
		var kept []byte
		for line := range bytes.Lines(content) {
			if !bytes.Contains(line, []byte(args[0])) {
				kept = append(kept, line...)
			} else {
				taken++
			}
		}
		if !bytes.Equal(got[name], kept) {
			ts.Fatalf("%s differs:\n%s\nwant\n%s", name, got[name], kept)
		}
	}
	if taken == 0 {
		ts.Fatalf("no line of %s holds %q", args[2], args[0])
	}
}

// Scripts come to the same with npm's files and without: a word on them is only told at a first
// build, which a script need not compare.
func TestScriptsDependOnNothingFromNPM(t *testing.T) {
	scripts, err := sitetest.Read("testdata")
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range scripts {
		if bytes.Contains(content, []byte("[static-charts]")) {
			t.Errorf("testdata/%s: build once before the build whose words are compared", name)
		}
	}
}
