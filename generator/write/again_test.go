package write_test

import (
	"fmt"
	"io/fs"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/oracle"
	"gongshi/generator/source"
	"gongshi/generator/write"
)

// Source reads from what is written the nouns of which it was made: of the sample, of a site with all that a clerk may
// add, and of random ones.
func TestFilesReadAsTheirNouns(t *testing.T) {
	t.Parallel()
	sites := map[string]fs.FS{"sample": os.DirFS("../.."), "everything": everything(t), "before": fstest.MapFS{
		"config.toml": {}, "data/v/place.toml": {Data: []byte("name = \"村\"\nkind = \"village\"\n[publicity]\nfrom = 2024-03-01\n" +
			"[publicity.before]\ndays = 7\nrestart = false\n")},
	}}
	for seed := range oracle.Sites(20, 200) {
		sites[fmt.Sprint(seed)] = oracle.RandomSite(seed)
	}
	for name, site := range sites {
		book, list, err := source.Read(site, "")
		if err != nil || list.HasErrors() {
			t.Fatal(name, err, list)
		}
		again, list, err := source.Read(rewritten(book), "")
		if err != nil || list.HasErrors() {
			t.Fatal(name, err, list)
		}
		before, after := strings.Split(told(book), "\n"), strings.Split(told(again), "\n")
		for i := range min(len(before), len(after)) {
			if before[i] != after[i] {
				t.Fatalf("%s: %s\nand then %s", name, before[i], after[i])
			}
		}
	}
}

func everything(t *testing.T) fs.FS {
	archive, err := txtar.ParseFile("../site/testdata/everything.txtar")
	if err != nil {
		t.Fatal(err)
	}
	site, err := txtar.FS(archive)
	if err != nil {
		t.Fatal(err)
	}
	return site
}

// rewritten is a site that is written anew from what was read of it.
func rewritten(book *ledger.Book) fstest.MapFS {
	site := fstest.MapFS{}
	for name, text := range write.Texts(book) {
		site[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for _, p := range book.Places {
		for name, table := range write.Tables(p) {
			site["data/"+p.Path+"/"+name] = &fstest.MapFile{Data: table.Excel()}
		}
	}
	return site
}

func told(book *ledger.Book) string {
	var b strings.Builder
	dump(&b, "", reflect.ValueOf(book.Config))
	dump(&b, "", reflect.ValueOf(book.Calendars))
	dump(&b, "", reflect.ValueOf(book.Places))
	return b.String()
}

// dump tells a noun line by line, but for where it stands in files and what it is a part of.
func dump(b *strings.Builder, name string, v reflect.Value) {
	switch of := v.Interface().(type) {
	case diag.Position, ledger.Keys:
		return
	case ledger.Exact:
		fmt.Fprintln(b, name, of)
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if fmt.Fprintln(b, name, v.IsNil()); !v.IsNil() {
			dump(b, name, v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			f := v.Type().Field(i)
			outer := f.Type.Kind() == reflect.Pointer && slices.Contains([]string{"Parent", "Place", "Category", "Scheme"}, f.Name)
			if f.IsExported() && !outer && f.Name != "Children" && !strings.HasPrefix(f.Name, "Col") {
				dump(b, name+"."+f.Name, v.Field(i))
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			dump(b, fmt.Sprint(name, " ", i), v.Index(i))
		}
	case reflect.Map:
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
		for _, k := range keys {
			dump(b, fmt.Sprint(name, " ", k), v.MapIndex(k))
		}
	default:
		fmt.Fprintln(b, name, v)
	}
}
