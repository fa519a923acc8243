package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"regexp"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator/gazette"
	"gongshi/generator/page"
)

// Whatever stands in what programs read, it is refused, or pages are made of it: nothing falls
// over. 100 changes, and 3,000 with GONGSHI_TAMPER=all.
func TestHostileDocumentsAreRefusedOrMade(t *testing.T) {
	t.Parallel()
	files, names := documents(t)
	changes := uint64(100)
	if os.Getenv("GONGSHI_TAMPER") == "all" {
		changes = 3000
	}
	made := 0
	for seed := range changes {
		dice := rand.New(rand.NewPCG(seed, 5))
		changed, name := maps.Clone(files), names[dice.IntN(len(names))]
		var value map[string]any
		if err := json.Unmarshal(files[name].Data, &value); err != nil {
			t.Fatal(err)
		}
		delete(value, "digest")
		at := spotIn(dice, value)
		at.set(other(dice, at.is))
		text, err := json.MarshalIndent(value, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		text = bytes.TrimSuffix(text, []byte("\n}"))
		changed[name] = &fstest.MapFile{Data: fmt.Appendf(nil, "%s,\n  \"digest\": \"%x\"\n}\n", text, sha256.Sum256(text))}
		func() {
			defer func() {
				if fell := recover(); fell != nil {
					t.Errorf("%d: %s%s, which was %v: %v\n%s", seed, name, at.way, at.is, fell, debug.Stack())
				}
			}()
			public, err := gazette.Decode(changed)
			if err != nil {
				return
			}
			for range page.Site(public, page.Options{}) {
			}
			made++
		}()
	}
	if t.Logf("%d of %d were made", made, changes); made < int(changes)/3 {
		t.Error("almost all were refused")
	}
}

// documents are the files of a site, and the names of those that only programs read.
func documents(t *testing.T) (files fstest.MapFS, names []string) {
	t.Helper()
	opt := Options{NoHistory: true}
	work, list, err := read(unpack(t, "testdata/everything.txtar"), opt)
	if err != nil || list.HasErrors() {
		t.Fatal(err, list)
	}
	files = fstest.MapFS{}
	for f, err := range work.Files(opt) {
		if err != nil {
			t.Fatal(err)
		}
		files[f.Path] = &fstest.MapFile{Data: slices.Clone(f.Content)}
		if strings.HasSuffix(f.Path, ".json") && bytes.Contains(f.Content, []byte(`  "digest": "`)) {
			names = append(names, f.Path)
		}
	}
	return files, names
}

// spot is where something stands within a value.
type spot struct {
	way string
	is  any
	set func(any) // nil takes it out
}

var number = regexp.MustCompile(`\[\d+\]`)

// spotIn draws a spot, evenly by the keys that lead there.
func spotIn(dice *rand.Rand, value map[string]any) spot {
	spots := make(map[string][]spot)
	var walk func(v any, way string)
	put := func(s spot) {
		way := number.ReplaceAllString(s.way, "")
		spots[way] = append(spots[way], s)
		walk(s.is, s.way)
	}
	walk = func(v any, way string) {
		switch v := v.(type) {
		case map[string]any:
			for _, key := range slices.Sorted(maps.Keys(v)) {
				put(spot{way + "." + key, v[key], func(to any) {
					if v[key] = to; to == nil {
						delete(v, key)
					}
				}})
			}
		case []any:
			for i := range v {
				put(spot{fmt.Sprintf("%s[%d]", way, i), v[i], func(to any) { v[i] = to }})
			}
		}
	}
	walk(value, "")
	list := spots[slices.Sorted(maps.Keys(spots))[dice.IntN(len(spots))]]
	return list[dice.IntN(len(list))]
}

// other is another value of the same kind, or nil.
func other(dice *rand.Rand, is any) any {
	if dice.IntN(4) == 0 {
		return nil
	}
	switch is := is.(type) {
	case string:
		list := []string{"", "x", is + "9", "001", "2023-01", "2024-01", "2030-12-31", "-1", "1/3", "final", "data/zhen/cun/scheme/own.toml", "zhen/he"}
		return list[dice.IntN(len(list))]
	case float64:
		return []float64{0, -1, is + 1, 1e9, 2}[dice.IntN(5)]
	case bool:
		return !is
	case []any:
		turned := slices.Clone(is)
		slices.Reverse(turned)
		return [][]any{{}, is[:len(is)/2], slices.Concat(is, is), turned}[dice.IntN(4)]
	}
	return map[string]any{}
}
