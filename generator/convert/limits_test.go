package convert_test

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"gongshi/generator/convert/formtest"
	"gongshi/generator/ledger"
)

// A cell for a mark asks for nothing finer than what pages show.
func TestMarksAreAskedForAsTheyAreShown(t *testing.T) {
	for decimals, want := range map[string]string{
		"0": "0 到 10 分。", "1": "0 到 10 分，可带一位小数。", "2": "0 到 10 分，可带两位小数。",
	} {
		files := fstest.MapFS{}
		for name, text := range map[string]string{
			"config.toml": "title = \"x\"\n", "data/v/households.csv": "户号,户主\n001,示例甲\n",
			"data/v/place.toml": "name = \"示例村\"\nkind = \"village\"\njoined = 2023-01-01\n",
			"data/v/scheme/2023.toml": "title = \"x\"\neffective = 2023-01-01\ndecimals = " + decimals +
				"\n[[category]]\nid = \"c\"\nname = \"类\"\n[[category.item]]\nid = \"yard\"\nname = \"庭院\"\npoints = 10\n",
		} {
			files[name] = &fstest.MapFile{Data: []byte(text)}
		}
		s := formtest.Site(t, files)
		form, list := s.Form(s.Book.Place("v"), ledger.Period{Cycle: ledger.Month, Year: 2023, Part: 1}, false)
		data, err := form.Write()
		if err != nil || list.HasErrors() {
			t.Fatal(err, list)
		}
		x, err := excelize.OpenReader(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		all, err := x.GetDataValidations("评分")
		if err != nil || len(all) == 0 || all[0].Prompt == nil || !strings.HasPrefix(*all[0].Prompt, want) {
			t.Errorf("decimals = %s: %v %+v", decimals, err, all)
		}
		x.Close()
	}
}
