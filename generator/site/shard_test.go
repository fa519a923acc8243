package site

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"gongshi/generator/oracle"
)

// Shards of a site, built in any order from copies of it and joined, are the site built at once,
// byte for byte, and report the same; also where their summaries alone are brought together. The
// next time each shard uses what it has left. If the site cannot be built, one of them fails.
func TestShardsAreTheSite(t *testing.T) {
	for seed := range oracle.Thorough(3, 5, 25) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			s := &sharded{newEditor(t, seed), 1 + int(seed%5), t.TempDir()}
			events := []func() string{s.value, s.row, s.add, s.remove, s.article, s.theme, s.words, s.kinds, s.mistake}
			for range 2 {
				if s.did = append(s.did, events[s.IntN(len(events))]()); s.differs() {
					s.did = append(s.did, s.undo())
					s.differs()
				}
			}
		})
	}
}

// sharded is a site that is built at once, and in shards.
type sharded struct {
	*editor
	of    int
	parts string
}

// differs builds the site both ways and compares. It reports whether that cannot be done.
func (s *sharded) differs() (faulty bool) {
	s.t.Helper()
	whole := s.opt
	whole.Cache, whole.Output = "", filepath.Join(s.t.TempDir(), "public")
	_, told, err := Build(whole)
	if err != nil || told.HasErrors() {
		if s.shards() {
			joined := whole
			joined.Join, joined.Output = s.parts, filepath.Join(s.t.TempDir(), "public")
			if _, list, err := Build(joined); err == nil && !list.HasErrors() {
				s.t.Errorf("%v: built, in spite of %v", s.did, told)
			}
		}
		return true
	}
	s.good = s.tree(filepath.Join(s.opt.Source, "data"))
	if !s.shards() {
		s.t.Fatalf("%v: shards fail", s.did)
	}
	want := s.tree(whole.Output)
	for _, pages := range []bool{true, false} {
		joined := whole
		joined.Join, joined.Output = s.gathered(pages), filepath.Join(s.t.TempDir(), "public")
		_, list, err := Build(joined)
		if err != nil || len(list)+len(told) > 0 && !reflect.DeepEqual(list, told) {
			s.t.Fatalf("%v: reports\n%v %v\nwant\n%v", s.did, list, err, told)
		}
		if !pages {
			s.bring(joined.Output)
		}
		s.same(s.tree(joined.Output), want)
	}
	return false
}

func (s *sharded) same(got, want map[string]string) {
	s.t.Helper()
	for name := range want {
		if got[name] != want[name] {
			s.t.Errorf("%v: %d shards: %s is another", s.did, s.of, name)
		}
	}
	if len(got) != len(want) {
		s.t.Errorf("%v: %d files, want %d", s.did, len(got), len(want))
	}
}

// shards builds each shard, in any order, from a copy of the site.
func (s *sharded) shards() (fine bool) {
	s.t.Helper()
	fine = true
	for _, i := range s.Perm(s.of) {
		opt := s.opt
		opt.Source = filepath.Join(s.t.TempDir(), "site")
		if err := os.CopyFS(opt.Source, os.DirFS(s.opt.Source)); err != nil {
			s.t.Fatal(err)
		}
		opt.Output, opt.Shard = s.parts, Shard{i + 1, s.of}
		_, list, err := Build(opt)
		fine = fine && err == nil && !list.HasErrors()
	}
	return fine
}

// gathered is a copy of all shards, with their pages or without.
func (s *sharded) gathered(pages bool) string {
	s.t.Helper()
	to := filepath.Join(s.t.TempDir(), "parts")
	if err := os.CopyFS(to, os.DirFS(s.parts)); err != nil {
		s.t.Fatal(err)
	}
	for _, dir := range s.folders(to) {
		if !pages {
			os.RemoveAll(filepath.Join(dir, pagesFolder))
		}
	}
	return to
}

func (s *sharded) folders(parts string) []string {
	list, err := filepath.Glob(filepath.Join(parts, "*-*"))
	if err != nil || len(list) != s.of {
		s.t.Fatalf("%d shards, %v", len(list), err)
	}
	return list
}

// bring copies the shards' pages to where the site is, as the handbook has it.
func (s *sharded) bring(to string) {
	for _, dir := range s.folders(s.parts) {
		for name, text := range s.tree(filepath.Join(dir, pagesFolder)) {
			if name != "SHA256SUMS" && name != "gongshi.txt" {
				s.write(filepath.Join(to, name), []byte(text))
			}
		}
	}
}
