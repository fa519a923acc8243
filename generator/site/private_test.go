package site

import (
	"bytes"
	"io/fs"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator/check"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/notice"
	"gongshi/generator/page"
	"gongshi/generator/proof"
	"gongshi/generator/render"
	"gongshi/generator/score"
	"gongshi/generator/source"
)

// planted is a text that stands in everything that is never published: in columns that nobody reads
// or shows, in all of households that did not agree to be shown, in drafts.
const planted = "zqx"

// plant puts it there: what stands in the site of testdata, and what stands there instead.
var plant = [][2]string{
	{`consent = "number"`, `consent = "omit"`},
	{"keep = 9\n", ""}, {`deductions = "grounds"`, `deductions = "points"`},
	{",张晓明,", ",张zqx明,"}, {",李四,", ",李zqx四,"}, {",王五,", ",王zqx五,"}, {",赵六,", ",赵zqx六,"},
	{"\n002,", "\nzqx2,"}, {"外来户,是,2022-12-01,", "外来户,是,,"}, {"\n003,", "\nzqx3,"}, {",003,", ",zqx3,"}, {"2,003\n", "2,001\n"}, {`household = "003"`, `household = "zqx3"`},
	{",甲,\n", ",zqx甲,zqx\n"}, {",丙,晚\n", ",zqx丙,zqx\n"}, // 评分人, 备注
	{",照片\n", ",zqx照片\n"}, // 证明
	{",001,1,好事,2,4,村口,修路,台账,自荐,甲,", ",001,zqx1,好事,2,4,zqx,修路,zqx,zqx,zqx,"}, // 成员号, 地点, 依据, 来源, 记录人
	{",吵架,", ",zqx,"}, {"看错,1", "zqx,1"}, // of a household that is not shown
	{`text = "不公布"`, `text = "zqx"`}, {`answer = "已核实"`, `answer = "zqx"`},
	{",毛巾,1,10,甲\n", ",毛巾,1,10,zqx\n"}, // 经办
	{"1,a,钱一,", "1,zqxa,zqx,"}, {"1,b,钱小,", "1,zqxb,zqx,"}, {"2,a,孙二,", "2,zqxa,zqx,"}, {"3,a,周三,", "3,zqxa,zqx,"},
}

// drafts are files of what is not posted.
var drafts = map[string]string{
	"data/zhen/cun/notices/2024-02.toml": "title = \"zqx\"\n[meeting]\nsupervised_by = \"zqx\"\n[[panel]]\ngroup = \"1\"\nmembers = [\"zqx\"]\n",
	"data/zhen/cun/events/2024.csv":      "编号,日期,户号,项目,事由\nzqxE,2024-02-19,001,deed,zqx\n",
	"data/zhen/cun/scores/2024-02.csv":   "户号,庭院\n001,7.77\n",
}

// public are the fields of the nouns that may be published as they are.
var public = strings.Fields(`
	Position.File Config.Title Config.BaseURL Config.Language Config.Theme Config.Timezone Config.SourceURL Privacy.Contact Privacy.NamesFile
	Place.Path Place.Name Place.Kind Place.Stage Contact.Office Contact.Phone Contact.Supervisor Contact.SupervisorPhone
	Group.ID Group.Name Group.Panel Group.Assesses Example.ID Example.Household
	Scheme.Name Scheme.Title Scheme.Basis Scheme.Benefits Adopted.Meeting Category.ID Category.Name Item.ID Item.Name Item.Standard
	EventKind.ID EventKind.Name EventKind.Category EventKind.Per Level.Name Level.Reward
	Member.Household Span.Group Span.Kind Span.Into Event.Kind Correction.Target Correction.Objection Correction.DecidedBy Panel.Group Objection.No Objection.About Objection.Outcome
	Reward.No Reward.Name Reward.Unit Reward.Source Reward.Note Redemption.Reward Distribution.Title
	Task.No Task.Category Task.Name Task.Lead Task.Offices Target.Sign Task.Unit Task.Place Task.See Task.Note
	Exception.Text Exception.Reason Seal.Digest Salt.Digest Article.Path Article.Title Article.Body Image.Path`)

// unbuilt are fields of what stops a build.
var unbuilt = []string{"Unowned.Household", "Unowned.ID"}

// What is never published is in no file of the gazette alone, and in none of the site. Every text
// of the clerk's files is either public or planted, so that a new one has to be thought of here.
func TestNothingPrivateIsPublished(t *testing.T) {
	t.Parallel()
	book := bookOf(t, plantedFiles(t))
	states := notice.AsOf(book, book.Config.Date, false)
	standings, _ := score.Of(book, states)
	seal(t, book)
	proofs, list := proof.Of(book, proof.Options{Day: book.Config.Date, Standings: standings})
	if list.HasErrors() {
		t.Fatal(list)
	}
	secrets := map[string]bool{planted: true}
	for _, p := range book.Places {
		for _, s := range p.Salts {
			if secrets[s.Private] = true; strings.Contains(s.Of, planted) {
				secrets[s.Salt] = true
			}
		}
	}
	delete(secrets, "")
	everyTextIsKnown(t, book, secrets)
	s := gazette.Of(book, standings, proofs, gazette.Choices{Day: book.Config.Date, Still: true})
	gazetted := 0
	look := func(name string, content []byte) {
		text := strings.ToLower(strings.ReplaceAll(string(content), "\r\n ", "")) // calendars break lines
		for secret := range secrets {
			if i := strings.Index(text, strings.ToLower(secret)); i >= 0 {
				t.Errorf("%s tells of what is never published: …%s…", name, strings.ToValidUTF8(text[max(0, i-80):min(len(text), i+40)], ""))
			}
		}
	}
	for name, content := range filesOf(t, s) {
		look("gazette: "+name, content)
		gazetted++
	}
	made := 0
	for f, err := range render.Site(page.Site(s, page.Options{}), render.ThemeIn(""), s.Config.Language) {
		if err != nil {
			t.Fatal(err)
		}
		look(f.Path, []byte(f.Path))
		if !strings.HasSuffix(f.Path, ".js") || strings.HasSuffix(f.Path, "/list.js") { // a library may have any letters
			look(f.Path, f.Content)
		}
		made++
	}
	if gazetted < 40 || made < 100 {
		t.Errorf("only %d files of the gazette, %d of the site", gazetted, made)
	}
}

// plantedFiles are those of the site of testdata with all that is private planted.
func plantedFiles(t *testing.T) fs.FS {
	t.Helper()
	files := fstest.MapFS{}
	from := unpack(t, "testdata/everything.txtar")
	used := make([]bool, len(plant))
	err := fs.WalkDir(from, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := fs.ReadFile(from, name)
		text := string(content)
		for i, p := range plant {
			used[i] = used[i] || strings.Contains(text, p[0])
			text = strings.ReplaceAll(text, p[0], p[1])
		}
		files[name] = &fstest.MapFile{Data: []byte(text)}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if i := slices.Index(used, false); i >= 0 {
		t.Fatalf("%q stands nowhere", plant[i][0])
	}
	for name, text := range drafts {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}

func bookOf(t *testing.T, files fs.FS) *ledger.Book {
	t.Helper()
	book, list, err := source.Read(files, "")
	if err != nil {
		t.Fatal(err)
	}
	if list = append(list, check.Book(book)...); list.HasErrors() {
		t.Fatal(list)
	}
	return book
}

// seal seals what is posted.
func seal(t *testing.T, book *ledger.Book) {
	t.Helper()
	proofs, _ := proof.Of(book, proof.Options{Day: book.Config.Date})
	dice := rand.NewChaCha8([32]byte{})
	salt := func() string { return strconv.FormatUint(dice.Uint64(), 36) }
	for _, p := range book.Places {
		seals, salts, _, err := proofs.Of(p).Append(book.Config.Date, salt)
		if err != nil {
			t.Fatal(err)
		}
		p.Seals, p.Salts = seals, salts
	}
}

// filesOf are the files of a gazette alone.
func filesOf(t *testing.T, s *gazette.Site) map[string][]byte {
	t.Helper()
	files := make(map[string][]byte)
	add := func(name string, err error, text *bytes.Buffer) {
		if err != nil {
			t.Fatal(err)
		}
		files[name] = text.Bytes()
	}
	for _, document := range s.Documents() {
		var text bytes.Buffer
		add(document.Path, document.Write(&text), &text)
	}
	for _, p := range s.Places {
		for _, document := range p.Documents() {
			var text bytes.Buffer
			add(document.Path, document.Write(&text), &text)
		}
		for _, f := range p.Files(s.Day) {
			var text bytes.Buffer
			add(f.Path, f.CSV(&text), &text)
		}
	}
	return files
}

// everyTextIsKnown looks at all texts of the nouns, each of which is public or planted.
func everyTextIsKnown(t *testing.T, book *ledger.Book, secrets map[string]bool) {
	t.Helper()
	fields, found := make(map[string]bool), make(map[string]bool)
	textsOf(reflect.TypeOf(book), fields, make(map[reflect.Type]bool))
	seen := make(map[any]bool)
	var walk func(v reflect.Value, name string)
	walk = func(v reflect.Value, name string) {
		switch v.Kind() {
		case reflect.Pointer:
			if !v.IsNil() && !seen[v.Interface()] {
				seen[v.Interface()] = true
				walk(v.Elem(), name)
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i), name)
			}
		case reflect.Map:
			for _, key := range v.MapKeys() {
				walk(v.MapIndex(key), name)
			}
		case reflect.Struct:
			for i := range v.NumField() {
				if f := v.Type().Field(i); f.IsExported() {
					walk(v.Field(i), v.Type().Name()+"."+f.Name)
				}
			}
		case reflect.String:
			found[name] = found[name] || strings.Contains(v.String(), planted) || secrets[v.String()]
		}
	}
	walk(reflect.ValueOf(book), "")
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		if !slices.Contains(public, name) && !slices.Contains(unbuilt, name) && !found[name] {
			t.Errorf("%s: say above that it may be published, or plant it", name)
		}
	}
}

// textsOf are the names of all fields within a type that hold a text, be it one of several.
func textsOf(of reflect.Type, fields map[string]bool, seen map[reflect.Type]bool) {
	if seen[of] {
		return
	}
	seen[of] = true
	switch of.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		textsOf(of.Elem(), fields, seen)
	case reflect.Struct:
		for i := range of.NumField() {
			f := of.Field(i)
			if !f.IsExported() {
				continue
			}
			held := f.Type
			for held.Kind() == reflect.Slice || held.Kind() == reflect.Map || held.Kind() == reflect.Pointer {
				held = held.Elem()
			}
			if held == reflect.TypeFor[string]() { // words of their own types are but a few
				fields[of.Name()+"."+f.Name] = true
			}
			textsOf(f.Type, fields, seen)
		}
	}
}
