package gazette_test

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator/gazette"
	"gongshi/generator/oracle"
	"gongshi/generator/sitetest"
)

// What cannot be read is told by its file and its key.
func TestDecodeTellsWhatItCannotRead(t *testing.T) {
	files := encoded(t, published(t, oracle.RandomSite(7), choice{}))
	if _, err := gazette.Decode(files); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ name, old, new, want string }{
		{"site.json", `"day": "20`, `"dey": "20`, `/site.json：这个版本不认识键 "dey"`},
		{"site.json", `"day": "20`, `"day": "x20`, `/site.json：键 day 的值不能是 "x20`},
		{"place.json", `"kind": "village"`, `"kind": 5`, `/place.json：键 kind 的值不能是 number`},
		{"place.json", `"rules": [`, `"rules": [null,`, "/place.json：列表里有 null"},
		{"place.json", `"in_force": "`, `"in_force": "x`, `/place.json：没有办法 "xdata/`},
		{"site.json", `"day": "20`, `"day": "2001-01-01", "day": "20`, `/site.json：键 "day" 有两个`},
		{"place.json", `"kind": "village"`, `"kind": "town", "Kind": "village"`, `/place.json：键 "Kind" 有两个`},
		{"place.json", "\n}\n", "\n} {\n", "/place.json：内容与末尾的 digest 不符"},
		{"place.json", `"decimals": 2,`, `"decimals": 3,`, "的 decimals 应是 0、1 或 2"},
		{"place.json", "\n  \"periods\": [", "\n  \"periods\": [\"2022-02\", \"2022-02\",", "：periods 的先后不对，或有重复：2022-02"},
		{"site.json", `"config": {`, `"config": {"keys": {"title": {"line": 3}},`, `/site.json：这个版本不认识键 "keys"`},
		{"place.json", `"zones": [`, `"zones": [{},`, "/place.json：zones 缺项，或先后不对"},
		{"place.json", `"groups": [`, `"groups": [{"id": "~"},`, "/place.json：zones 缺项，或先后不对"},
		{"place.json", `"overdue": [`, `"overdue": [{},`, "/place.json：duties.overdue 缺项，或先后不对"},
		{"place.json", `"distributions": [`, `"distributions": [{"parts": [{"id": "2"}, {"id": "1"}]},`, "/place.json：distributions.parts 缺项，或先后不对"},
		{"2022-02.json", `"carries": [`, `"carries": ["1999-01",`, "2022-02.json：没有公示 1999-01"},
		{"2022-02.json", `"rules": "`, `"rules": "x`, `2022-02.json：没有办法 "xdata/`},
	} {
		changed := maps.Clone(files)
		for name, f := range files {
			if strings.HasSuffix(name, "/"+test.name) {
				changed[name] = &fstest.MapFile{Data: sitetest.Redigest([]byte(strings.Replace(string(f.Data), test.old, test.new, 1)))}
			}
		}
		if _, err := gazette.Decode(changed); !strings.Contains(fmt.Sprint(err), test.want) {
			t.Errorf("%s: %s: %v, want %s", test.name, test.new, err, test.want)
		}
	}
}

// One byte of what only programs read, and of what stands beside it, does not change unseen.
func TestDecodeSeesEveryByte(t *testing.T) {
	files := encoded(t, published(t, oracle.RandomSite(3), choice{}))
	rng := rand.New(rand.NewPCG(1, 1))
	for _, name := range slices.Sorted(maps.Keys(files)) {
		was := files[name].Data
		if path.Ext(name) == ".csv" || len(was) == 0 {
			continue
		}
		changed := maps.Clone(files)
		content := bytes.Clone(was)
		i := rng.IntN(len(content))
		content[i] ^= 1 << rng.IntN(8)
		changed[name] = &fstest.MapFile{Data: content}
		if _, err := gazette.Decode(changed); err == nil {
			t.Errorf("%s: byte %d is %q, and nobody sees it", name, i, content[i])
		}
	}
}

// Whatever the files of a site hold, they are read or refused.
func FuzzDecode(f *testing.F) {
	var t testing.T
	files := encoded(&t, published(&t, oracle.RandomSite(3), choice{}))
	names := slices.Sorted(maps.Keys(files))
	for i, name := range names {
		f.Add(i, files[name].Data)
	}
	f.Fuzz(func(t *testing.T, i int, content []byte) {
		changed := maps.Clone(files)
		changed[names[uint(i)%uint(len(names))]] = &fstest.MapFile{Data: sitetest.Redigest(content)}
		if s, err := gazette.Decode(changed); err == nil {
			encoded(t, s)
		}
	})
}
