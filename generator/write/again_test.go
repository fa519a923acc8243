package write_test

import (
	"fmt"
	"io/fs"
	"os"
	"path"
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

// Source reads from the tables that are written the nouns of which they were made: of the sample, of a site with all that
// a clerk may add, and of random ones.
func TestTablesReadAsTheirNouns(t *testing.T) {
	t.Parallel()
	sites := map[string]fs.FS{"sample": os.DirFS("../.."), "everything": everything(t)}
	for seed := range oracle.Sites(20, 200) {
		sites[fmt.Sprint(seed)] = oracle.RandomSite(seed)
	}
	for name, site := range sites {
		book, list, err := source.Read(site, "")
		if err != nil || list.HasErrors() {
			t.Fatal(name, err, list)
		}
		again, list, err := source.Read(rewritten(t, site, book), "")
		if err != nil || list.HasErrors() {
			t.Fatal(name, err, list)
		}
		for i, p := range book.Places {
			var was, is strings.Builder
			dump(&was, p.Path, reflect.ValueOf(*p))
			dump(&is, p.Path, reflect.ValueOf(*again.Places[i]))
			if was.String() != is.String() {
				before, after := strings.Split(was.String(), "\n"), strings.Split(is.String(), "\n")
				n := 0
				for n < len(before)-1 && n < len(after)-1 && before[n] == after[n] {
					n++
				}
				t.Errorf("%s: %s\nand then %s", name, before[n], after[n])
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

// rewritten is a site whose tables are written anew; its other files are those of the clerk.
func rewritten(t *testing.T, site fs.FS, book *ledger.Book) fstest.MapFS {
	to := fstest.MapFS{}
	for _, root := range []string{"config.toml", "data"} {
		err := fs.WalkDir(site, root, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || path.Ext(name) == ".csv" {
				return err
			}
			text, err := fs.ReadFile(site, name)
			to[name] = &fstest.MapFile{Data: text}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, p := range book.Places {
		for name, table := range write.Tables(p) {
			to["data/"+p.Path+"/"+name] = &fstest.MapFile{Data: table.Excel()}
		}
	}
	return to
}

// dump tells a noun line by line, but for where it stands in files and what it is a part of.
func dump(b *strings.Builder, name string, v reflect.Value) {
	switch of := v.Interface().(type) {
	case *ledger.Scheme, *ledger.Item, diag.Position, ledger.Keys:
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
			if f.IsExported() && f.Name != "Parent" && f.Name != "Children" && !strings.HasPrefix(f.Name, "Col") {
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
