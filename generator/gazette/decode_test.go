package gazette_test

import (
	"bytes"
	"encoding"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"gongshi/generator/check"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/oracle"
	"gongshi/generator/proof"
	"gongshi/generator/score"
	"gongshi/generator/source"
)

// choice is how a gazette is made of a book.
type choice struct {
	drafts, sealed bool
	language       string
	consents       *rand.Rand // who agreed to be shown; nil: as the register says
	ledger.Privacy
}

// published makes the gazette of a site's folder.
func published(t *testing.T, site fs.FS, c choice) *gazette.Site {
	t.Helper()
	book, list, err := source.Read(site, "")
	if err != nil {
		t.Fatal(err)
	}
	if list = append(list, check.Book(book)...); list.HasErrors() {
		t.Fatal(list)
	}
	book.Config.Privacy, book.Config.Language = c.Privacy, c.language
	zone, err := time.LoadLocation(book.Config.Timezone)
	if err != nil {
		t.Fatal(err)
	}
	day := book.Config.Date
	for _, p := range book.Places {
		for _, h := range p.Households {
			if c.consents != nil && c.consents.IntN(3) > 0 {
				p.HasConsent, h.Spans[len(h.Spans)-1].Consent = true, 1
			}
		}
	}
	if c.sealed {
		seal(t, book, day-60)
		seal(t, book, day)
	}
	standings, _ := score.Of(book, notice.AsOf(book, day, c.drafts))
	proofs, _ := proof.Of(book, proof.Options{Day: day})
	return gazette.Of(book, standings, proofs, gazette.Choices{Day: day, Zone: zone, Drafts: c.drafts, Still: true})
}

// seal seals as of a day what is due, with the same salts each time.
func seal(t *testing.T, book *ledger.Book, day ledger.Date) {
	t.Helper()
	proofs, _ := proof.Of(book, proof.Options{Day: day})
	chance := rand.New(rand.NewPCG(1, 2))
	salt := func() string { return strconv.FormatUint(chance.Uint64(), 36) }
	for _, p := range book.Places {
		seals, salts, _, err := proofs.Of(p).Append(day, salt)
		if err != nil {
			t.Fatal(err)
		}
		p.Seals, p.Salts = seals, salts
	}
}

// encoded are the files of a gazette.
func encoded(t *testing.T, s *gazette.Site) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	add := func(f *gazette.Document) {
		var text bytes.Buffer
		if err := f.Write(&text); err != nil {
			t.Fatal(err)
		}
		files[f.Path] = &fstest.MapFile{Data: text.Bytes()}
	}
	for _, f := range s.Documents() {
		add(f)
	}
	for _, i := range s.Images {
		files[i.Path] = &fstest.MapFile{Data: i.Content}
	}
	for _, p := range s.Places {
		for _, f := range p.Documents() {
			add(f)
		}
		if s.Cites() {
			add(s.Cited(p))
		}
		for _, f := range p.Files(s.Day) {
			var text bytes.Buffer
			if err := f.CSV(&text); err != nil {
				t.Fatal(err)
			}
			files[f.Path] = &fstest.MapFile{Data: text.Bytes()}
		}
	}
	return files
}

// comesBack encodes and decodes a gazette twice.
func comesBack(t *testing.T, s *gazette.Site) {
	t.Helper()
	files := encoded(t, s)
	back, err := gazette.Decode(files)
	if err != nil {
		t.Fatal(err)
	}
	again := encoded(t, back)
	if names := slices.Sorted(maps.Keys(again)); !slices.Equal(names, slices.Sorted(maps.Keys(files))) {
		t.Fatalf("other files: %v", slices.DeleteFunc(names, func(n string) bool { return files[n] != nil }))
	}
	for name, f := range files {
		if !bytes.Equal(f.Data, again[name].Data) {
			t.Errorf("%s is another the second time: %s", name, cmp.Diff(string(f.Data), string(again[name].Data)))
		}
	}
	want, got := gazette.FlatOf(s), gazette.FlatOf(back)
	columnless(reflect.ValueOf(&want), make(map[any]bool))
	if !reflect.DeepEqual(got, want) {
		t.Error(firstDifference("", reflect.ValueOf(got), reflect.ValueOf(want), make(map[any]bool)))
	}
}

// columnless forgets in which columns of the clerk's files things stood: that is not published.
func columnless(v reflect.Value, seen map[any]bool) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() && !seen[v.Interface()] {
			seen[v.Interface()] = true
			columnless(v.Elem(), seen)
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			columnless(v.Index(i), seen)
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			e := reflect.New(v.Type().Elem()).Elem()
			e.Set(v.MapIndex(key))
			columnless(e, seen)
			v.SetMapIndex(key, e)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			switch f := v.Type().Field(i); {
			case !f.IsExported():
			case f.Name == "Column" || f.Name == "Cols":
				v.Field(i).SetZero()
			default:
				columnless(v.Field(i), seen)
			}
		}
	}
}

// firstDifference says where two values differ.
func firstDifference(at string, a, b reflect.Value, seen map[any]bool) string {
	if a.Kind() == reflect.Pointer && !a.IsNil() && !b.IsNil() {
		if a.CanInterface() && seen[a.Interface()] {
			return ""
		}
		if a.CanInterface() {
			seen[a.Interface()] = true
		}
		return firstDifference(at, a.Elem(), b.Elem(), seen)
	}
	if (a.Kind() == reflect.Slice || a.Kind() == reflect.Array) && a.Len() == b.Len() {
		for i := range a.Len() {
			if d := firstDifference(fmt.Sprint(at, "[", i, "]"), a.Index(i), b.Index(i), seen); d != "" {
				return d
			}
		}
		if a.Kind() == reflect.Slice && a.IsNil() != b.IsNil() {
			return fmt.Sprintf("%s: nil: %v, want %v", at, a.IsNil(), b.IsNil())
		}
		return ""
	}
	if a.Kind() == reflect.Struct {
		for i := range a.NumField() {
			if d := firstDifference(at+"."+a.Type().Field(i).Name, a.Field(i), b.Field(i), seen); d != "" {
				return d
			}
		}
		return ""
	}
	if a.CanInterface() && !reflect.DeepEqual(a.Interface(), b.Interface()) || !a.CanInterface() && fmt.Sprint(a) != fmt.Sprint(b) {
		return fmt.Sprintf("%s: %.300v, want %.300v", at, a, b)
	}
	return ""
}

func TestTheSampleComesBack(t *testing.T) {
	for _, c := range []choice{
		{language: "zh-CN"},
		{language: "en", drafts: true, consents: rand.New(rand.NewPCG(1, 1)), Privacy: ledger.Privacy{
			Names: ledger.NamesFull, Consent: ledger.ConsentOmit, Deductions: ledger.DeductionsGrounds, Keep: 6,
		}},
	} {
		t.Run(c.language, func(t *testing.T) {
			t.Parallel()
			comesBack(t, published(t, os.DirFS("../.."), c))
		})
	}
}

func TestRandomSitesComeBack(t *testing.T) {
	t.Parallel()
	for seed := range uint64(40) {
		dice := rand.New(rand.NewPCG(seed, 0))
		c := choice{drafts: seed%2 == 0, sealed: seed%3 == 0, language: []string{"zh-CN", "en"}[dice.IntN(2)], consents: dice}
		c.Names = []ledger.Names{ledger.NamesMasked, ledger.NamesSurname, ledger.NamesFull, ledger.NamesNone}[dice.IntN(4)]
		c.Consent = []ledger.Consent{ledger.ConsentNumber, ledger.ConsentOmit, ledger.ConsentIgnore}[dice.IntN(3)]
		c.Deductions = []ledger.Deductions{ledger.DeductionsPoints, ledger.DeductionsGrounds}[dice.IntN(2)]
		c.Keep, c.NamesFor = dice.IntN(3)*4, dice.IntN(3)*3
		if comesBack(t, published(t, oracle.RandomSite(seed), c)); t.Failed() {
			t.Fatalf("seed %d, %+v", seed, c)
		}
	}
}

// Whoever adds a field says what it is called in the files, or why it is not in them.
func TestEveryFieldHasAKey(t *testing.T) {
	plain := regexp.MustCompile(`^(-|[a-z]+(_[a-z]+)*(,omitzero)?)$`)
	seen := make(map[reflect.Type]bool)
	var visit func(reflect.Type)
	visit = func(of reflect.Type) {
		switch {
		case seen[of] || of.Implements(reflect.TypeFor[encoding.TextMarshaler]()):
		case of.Kind() == reflect.Struct:
			seen[of] = true
			for i := range of.NumField() {
				f := of.Field(i)
				if !f.IsExported() {
					continue
				}
				key := f.Tag.Get("json")
				if !f.Anonymous && !plain.MatchString(key) {
					t.Errorf("%s.%s is called %q in the files", of, f.Name, key)
				}
				if key != "-" || strings.HasSuffix(of.PkgPath(), "/gazette") {
					visit(f.Type)
				}
			}
		case of.Kind() == reflect.Pointer, of.Kind() == reflect.Slice, of.Kind() == reflect.Array:
			visit(of.Elem())
		}
	}
	visit(reflect.TypeFor[gazette.Site]())
}
