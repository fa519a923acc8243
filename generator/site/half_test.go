package site_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"gongshi/generator/oracle"
	"gongshi/generator/site"
	"gongshi/generator/sitetest"
	"gongshi/generator/source"
)

// While a clerk's program saves a table in two halves, again and again, sites are built of it:
// each is of one saved table, or was refused. The halves end with a row, so that nothing else is
// wrong with them.
func TestNoHalfOfAFileIsPublished(t *testing.T) {
	dir, out := t.TempDir(), t.TempDir()
	text, err := txtar.ParseFile("testdata/saved.txtar")
	sitetest.Must(t, err)
	for _, f := range text.Files {
		sitetest.WriteFile(t, dir, f.Name, string(f.Data))
	}
	saver := saver{file: filepath.Join(dir, "data", "shiqiao", "events", "2023.csv"), dice: rand.New(rand.NewPCG(0, 0))}
	saver.save()
	stop, ended := make(chan bool), make(chan bool)
	go saver.keepSaving(stop, ended)
	published, refused := 0, 0
	build := func() {
		_, list, err := site.Build(site.Options{Source: dir, Output: out, NoHistory: true, Clock: time.Now()})
		switch {
		case errors.As(err, new(source.Unsteady)):
			refused++
		case err != nil:
			t.Fatal(err)
		case list.HasErrors(): // of a writer that rests at the very beginning
			refused++
		default:
			published++
			whole(t, filepath.Join(out, "shiqiao", "data", "records-2023-03.csv"))
		}
	}
	for range oracle.Thorough(6, 16, 200) {
		build()
	}
	close(stop)
	<-ended
	t.Logf("%d sites, %d refused, %d tables saved", published, refused, saver.version)
	published = 0
	if build(); published == 0 {
		t.Error("no site was built after the last table was saved")
	}
}

// saver saves a table of 40 events, in two halves.
type saver struct {
	file    string
	dice    *rand.Rand
	version int
}

func (s *saver) keepSaving(stop, ended chan bool) {
	defer close(ended)
	for {
		select {
		case <-stop:
			return
		case <-time.After(time.Duration(s.dice.IntN(400)) * time.Millisecond):
			s.save()
		}
	}
}

func (s *saver) save() {
	s.version++
	f, err := os.Create(s.file)
	if err != nil {
		panic(err)
	}
	defer f.Close()
	fmt.Fprint(f, "编号,日期,户号,项目,事由\n")
	for i := range 40 {
		if i == 20 {
			time.Sleep(time.Duration(s.dice.IntN(80)) * time.Millisecond)
		}
		fmt.Fprintf(f, "E%d,2023-03-08,001,帮工,第%d次存的\n", i+1, s.version)
	}
}

var savedAs = regexp.MustCompile(`第\d+次存的`)

// whole reports a published table that is not one of those saved.
func whole(t *testing.T, file string) {
	t.Helper()
	text, err := os.ReadFile(file)
	sitetest.Must(t, err)
	found := savedAs.FindAllString(string(text), -1)
	if len(found) != 40 || strings.Count(string(text), found[0]) != 40 {
		t.Errorf("%d of 40 events are published: %q", len(found), found)
	}
}
