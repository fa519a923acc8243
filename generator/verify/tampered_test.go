package verify_test

import (
	"bytes"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator/render"
	"gongshi/generator/sitetest"
	"gongshi/generator/verify"
)

// edit replaces text that stands once in a file.
func edit(t *testing.T, files sitetest.Tree, name, old, text string) {
	t.Helper()
	if n := bytes.Count(files[name], []byte(old)); n != 1 {
		t.Fatalf("%s: %q stands %d times", name, old, n)
	}
	files[name] = bytes.Replace(files[name], []byte(old), []byte(text), 1)
}

// checked checks a site, and gives the report and whether it tells of a difference.
func checked(t *testing.T, site fs.FS) (differs bool, said string) {
	t.Helper()
	report, err := verify.Site(site, verify.Options{Theme: render.ThemeIn("")})
	sitetest.Must(t, err)
	var out bytes.Buffer
	report.Write(&out)
	return len(report.Differences) > 0, out.String()
}

// held is a site without a disk.
func held(files sitetest.Tree) fs.FS {
	site := make(fstest.MapFS)
	for name, content := range files {
		site[name] = &fstest.MapFile{Data: content}
	}
	return site
}

// verified writes a site and runs verify on it.
func verified(t *testing.T, files sitetest.Tree, flags ...string) (int, string) {
	t.Helper()
	dir := files.Folder(t)
	var out, errs bytes.Buffer
	code := run(append([]string{"verify", dir}, flags...), &out, &errs)
	return code, out.String() + errs.String()
}

// falsified is how a site was tampered with.
type falsified struct {
	name    string
	place   string
	careful bool // all checksums were made to fit
	tamper  func(t *testing.T, files sitetest.Tree)
	want    []string // what is said of it
}

// A tampered site is found out, and the place is named: whether or not checksums were made to fit.
func TestVerifyFindsWhatWasTampered(t *testing.T) {
	for _, c := range slices.Concat(falsifiedData(), falsifiedFiles()) {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			files := part(t, c.place)
			c.tamper(t, files)
			if c.careful {
				files.Forge()
			}
			differs, said := checked(t, held(files))
			if !differs {
				t.Error("no difference")
			}
			for _, want := range c.want {
				if !regexp.MustCompile(want).MatchString(said) {
					t.Errorf("not said: %s\n%s", want, said)
				}
			}
			if !strings.Contains(said, "不符 ") {
				t.Errorf("no sum of the differences:\n%s", said)
			}
		})
	}
}
