package site

import (
	"path/filepath"
	"strings"
	"testing"

	"gongshi/generator/cache"
)

// A shard that another program has built is not joined, nor one whose summary was changed.
func TestForeignShards(t *testing.T) {
	e := newEditor(t, 1)
	parts := t.TempDir()
	opt := e.opt
	opt.Output, opt.Shard = parts, Shard{1, 1}
	if _, list, err := Build(opt); err != nil || list.HasErrors() {
		t.Fatal(list, err)
	}
	file := filepath.Join(parts, "1-1", summaryFile)
	joined := e.opt
	joined.Join, joined.Output = parts, filepath.Join(t.TempDir(), "public")
	fails := func(because string) {
		t.Helper()
		if _, list, err := Build(joined); err == nil || !strings.Contains(err.Error(), because) || len(e.files(joined.Output, "")) > 0 {
			t.Errorf("%v %v, want %s", list, err, because)
		}
	}
	var was record
	if !cache.File(file).Load(&was) {
		t.Fatal("no summary")
	}
	r := was
	r.Program.Sights = append([]cache.Sight(nil), was.Program.Sights...)
	r.Program.Sights[0].Sum[0]++
	r.Edition = "0.9.0"
	if err := cache.File(file).Keep(r); err != nil {
		t.Fatal(err)
	}
	fails("程序不是同一个文件，那里是 0.9.0，这里是 1.0.0")
	if err := cache.File(file).Keep(was); err != nil {
		t.Fatal(err)
	}
	r = was
	r.Manifest = "x"
	if err := cache.File(file).Keep(r); err != nil {
		t.Fatal(err)
	}
	fails("SHA256SUMS 第 1 行")
	if err := cache.File(file).Keep(was); err != nil {
		t.Fatal(err)
	}
	e.write(file, []byte(e.tree(parts)["1-1/summary"]+"x"))
	fails("读不出来")
}
