package desk

import (
	"strings"
	"testing"
)

// An objection that was upheld leads to its correction, where the boxes say what it says.
func TestCorrectionOfAnObjection(t *testing.T) {
	d, _ := open(t, map[string]string{notice03: posted + strings.Replace(waits, `"庭院"`, `"3月的厨房"`, 1) + strings.Replace(upheld, `no = "1"`, `no = "2"`, 1)})
	for no, want := range map[string][]string{
		"2": {`list="list" required value="001"`, `placeholder="如 庭院" value="庭院"`, `name="objection" maxlength="200" value="2"`},
		"1": {`list="list" required value="001"`, `placeholder="如 庭院" data-clear>`, `name="objection" maxlength="200" value="1"`},
		"9": {`list="list" required data-clear>`, `placeholder="如 庭院" data-clear>`, `name="objection" maxlength="200" data-clear>`},
	} {
		page := get(d, "/desk/correction?place=v&period=2026-03&objection="+no).Body.String()
		for _, text := range want {
			if !strings.Contains(page, text) {
				t.Errorf("objection %s: no %s in %s", no, text, page)
			}
		}
	}
	var got struct{ Then *door }
	in := filled{Place: "v", Period: "2026-03", Fields: fields("no", "1", "outcome", "成立", "answer", "是", "decided", "2026-05-06")}
	post(t, d, "/desk/api/answer", in, &got)
	if got.Then == nil || got.Then.To != "correction?period=2026-03&place=v&objection=1" {
		t.Errorf("an answer: %+v", got.Then)
	}
	in.Fields["outcome"] = []string{"不成立"}
	post(t, d, "/desk/api/answer", in, &got)
	if got.Then != nil {
		t.Errorf("one that is rejected leads to %+v", got.Then)
	}
	d, _ = open(t, map[string]string{sheet: full, notice04: upheld04})
	home := get(d, "/desk/?place=v").Body.String()
	if !strings.Contains(home, `<a href="correction?period=2026-04&amp;place=v&amp;objection=1">更正</a>`) {
		t.Errorf("no door: %s", home)
	}
	if strings.Contains(home, "更正过：榜要换新的") {
		t.Error("nothing was corrected yet")
	}
	d, _ = open(t, map[string]string{sheet: full, notice04: upheld04, "data/v/corrections.csv": "日期,周期,户号,对象,原分,现分,原因,异议\n2026-05-06,2026-04,001,庭院,1,2,量错,1\n"})
	if home := get(d, "/desk/?place=v").Body.String(); !strings.Contains(home, "5月4日，更正过：榜要换新的") {
		t.Errorf("nobody says that the paper is outdated: %s", home)
	}
}
