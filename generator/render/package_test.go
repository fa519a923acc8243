package render

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"testing"

	"gongshi/generator/gazette"
	"gongshi/generator/opendata"
	"gongshi/generator/score"
	"gongshi/themes"
)

// Every file has its words, in the language of the site; headings, yes and no stay Chinese.
func TestDataPackageIsSaidInTheLanguage(t *testing.T) {
	w, err := readWords(themes.Default(), "en")
	if err != nil {
		t.Fatal(err)
	}
	about := score.Phrase{Key: "field.objections.及时"}
	pack := &opendata.Package{Name: "zhen/cun", Files: []*gazette.File{{
		Located: gazette.Located{Path: "Zhen/cun/data/distribution-2023.csv"}, Count: 2, Withheld: 1, Key: []string{"户号"},
		Title:   score.Phrase{Key: "file.title.notices", Args: []any{"中坪村"}},
		Columns: []gazette.Column{{Name: "户号", Type: gazette.TypeText}, {Name: "及时", Type: gazette.TypeYesNo, About: about}},
	}}}
	var b bytes.Buffer
	if _, err := (&printer{words: w}).print(&b, pack); err != nil {
		t.Fatal(err)
	}
	var shape packageShape
	if err := json.Unmarshal(b.Bytes(), &shape); err != nil {
		t.Fatal(err)
	}
	r := shape.Resources[0]
	if r.Title != "中坪村: notices" || *r.Rows != 2 || r.Withheld != 1 || !regexp.MustCompile(`^[-a-z0-9._/]+$`).MatchString(r.Name) {
		t.Errorf("%+v", r)
	}
	field := r.Schema.Fields[1]
	if field.Name != "及时" || field.Description != w["field.objections.及时"] || !slices.Equal(field.TrueValues, []string{"是"}) || !slices.Equal(field.FalseValues, []string{"否"}) {
		t.Errorf("yes and no are %+v", field)
	}
	pack.Files[0].Title.Key = "file.title.nothing"
	if _, err := (&printer{words: w}).print(&b, pack); err == nil {
		t.Error("a word that does not exist is no error")
	}
}
