package desk

import (
	"slices"
	"strings"
	"testing"
)

// What is posted is sealed from the desk, and then stands. It is not taken back, since salts
// drawn anew would give other codes; nor is what was written before it.
func TestSealing(t *testing.T) {
	d, dir := open(t, map[string]string{notice03: posted})
	early := preview{}
	deed := filled{Place: "v", Fields: fields("kind", "乱倒", "date", "2026-03-03", "household", "001", "points", "-1"), Write: true, Seen: map[string]string{"data/v/events/2026.csv": ""}}
	if post(t, d, "/desk/api/event", deed, &early); early.Digest == "" {
		t.Fatalf("%+v", early)
	}
	in := filled{Place: "v"}
	var got preview
	post(t, d, "/desk/api/seal", in, &got)
	if !got.Ready || !slices.Equal(got.Changes, []string{"封存 2026年3月：3 户，第 1 号"}) || got.Does != "封存2026年3月" {
		t.Fatalf("%+v", got)
	}
	in.Write, in.Seen = true, got.Seen
	if post(t, d, "/desk/api/seal", in, &got); !got.Written || !strings.Contains(text(t, dir, "data/v/seals.csv"), "2026-03") || text(t, dir, "data/v/salts.csv") == "" {
		t.Fatalf("%+v", got)
	}
	seals, salts := text(t, dir, "data/v/seals.csv"), text(t, dir, "data/v/salts.csv")
	for _, left := range []string{early.Digest, digest([]byte(salts)), digest([]byte(seals))} {
		if code := post(t, d, "/desk/api/undo", taking{left}, &got); code == 200 || !strings.Contains(got.Error, "封存了，不撤销") {
			t.Errorf("taken back: %d %+v", code, got)
		}
	}
	if got.Digest != "" || text(t, dir, "data/v/seals.csv") != seals || text(t, dir, "data/v/salts.csv") != salts {
		t.Errorf("it is taken back: %+v", got)
	}
	if body := get(d, "/desk/").Body.String(); !strings.Contains(body, "另有 1 期都办完了") {
		t.Error(body)
	}
	change := filled{Place: "v", Write: true, Fields: fields("what", "leaves", "household", "001", "date", "2026-03-10")}
	if post(t, d, "/desk/api/register", change, &got); got.Ready || len(got.Problems) == 0 {
		t.Errorf("what is sealed may be changed: %+v", got)
	}
}

// A correction that was sealed is not written anew; another one of the day is.
func TestSealedCorrection(t *testing.T) {
	d, dir := open(t, map[string]string{notice03: posted, "data/v/corrections.csv": correctedToday})
	in := filled{Place: "v"}
	var got preview
	post(t, d, "/desk/api/seal", in, &got)
	in.Write, in.Seen = true, got.Seen
	if post(t, d, "/desk/api/seal", in, &got); !got.Written {
		t.Fatalf("%+v", got)
	}
	in = filled{Place: "v", Period: "2026-03", Fields: fields("household", "001", "target", "庭院", "to", "12", "reason", "又量", "date", "2026-05-06", "same", "amend")}
	if post(t, d, "/desk/api/correction", in, &got); got.Ready || !slices.Equal(got.Same, []string{"again"}) || !strings.Contains(strings.Join(got.Told, ""), "那一条封存了") {
		t.Errorf("what is sealed may be written anew: %+v", got)
	}
	in.Fields["same"] = []string{"again"}
	post(t, d, "/desk/api/correction", in, &got)
	in.Write, in.Seen = true, got.Seen
	if post(t, d, "/desk/api/correction", in, &got); !got.Written || text(t, dir, "data/v/corrections.csv") != correctedToday+"2026-05-06,2026-03,001,庭院,11,12,又量\n" {
		t.Errorf("%+v\n%s", got, text(t, dir, "data/v/corrections.csv"))
	}
}

// A correction is written anew on its own day, while no seal has it; nothing else is offered.
func TestOffered(t *testing.T) {
	for want, c := range map[string]struct{ file, day string }{
		"": {"", "2026-05-06"}, "amend again": {correctedToday, "2026-05-06"}, "again": {corrected, "2026-04-06"},
	} {
		more := map[string]string{notice03: posted}
		if c.file != "" {
			more["data/v/corrections.csv"] = c.file
		}
		d, _ := open(t, more)
		var got preview
		post(t, d, "/desk/api/correction", filled{Place: "v", Period: "2026-03", Fields: fields("household", "001", "target", "庭院", "date", c.day)}, &got)
		if strings.Join(got.Same, " ") != want {
			t.Errorf("%q, want %q: %+v", got.Same, want, got)
		}
	}
}

// What was answered today may be mended, after what waits; and who enters an objection twice is told.
func TestObjectionsOfTheDay(t *testing.T) {
	d, _ := open(t, map[string]string{notice03: posted + decided + strings.Replace(waits, `"1"`, `"2"`, 1)})
	body := get(d, "/desk/answer?place=v&period=2026-03").Body.String()
	if first, second := strings.Index(body, `value="2" checked`), strings.Index(body, `value="1"`); first < 0 || second < first || !strings.Contains(body[second:], "今天答复过") {
		t.Error(body)
	}
	if !strings.Contains(body, `name="same" value="amend"`) {
		t.Errorf("it may not be chosen: %s", body)
	}
	in := filled{Place: "v", Period: "2026-03", Fields: fields("household", "001", "about", "庭院", "received", "2026-04-03")}
	var got preview
	if post(t, d, "/desk/api/objection", in, &got); !got.Ready || !strings.Contains(strings.Join(got.Told, ""), "已经登记过 2 号") {
		t.Errorf("%+v", got)
	}
	d, _ = open(t, map[string]string{notice03: posted + decided})
	if body := get(d, "/desk/answer?place=v&period=2026-03").Body.String(); !strings.Contains(body, `value="1"`) || strings.Contains(body, " checked") {
		t.Errorf("what is answered is ticked: %s", body)
	}
}

// What was changed is handed to git where the clerk asks for it.
func TestCommitting(t *testing.T) {
	d, _ := open(t, nil)
	in := filled{Place: "v", Write: true}
	var got preview
	if code := post(t, d, "/desk/api/commit", in, &got); code != 400 || strings.Contains(get(d, "/desk/").Body.String(), "提交") {
		t.Errorf("without git: %d %+v", code, got)
	}
	changed, asked := []string{sheet, events04}, []string{}
	d.opt.Changed = func(folder string) ([]string, error) { return changed, nil }
	d.opt.Commit = func(words string, files []string) (string, error) {
		asked, changed = append(asked, words, strings.Join(files, " ")), nil
		return "abc1234", nil
	}
	post(t, d, "/desk/api/commit", in, &got)
	if !got.Written || !slices.Equal(asked, []string{"录入 示例村 2026年5月6日", sheet + " " + events04}) || !slices.Equal(got.Changes, []string{"改过：2026年4月的评分", "改过：2026年4月的加减分"}) {
		t.Errorf("%v %+v", asked, got)
	}
	if post(t, d, "/desk/api/commit", in, &got); got.Written || got.Ready || len(asked) != 2 {
		t.Errorf("nothing is left: %v %+v", asked, got)
	}
	if !strings.Contains(get(d, "/desk/").Body.String(), "留下改动记录") {
		t.Error("the home does not offer it")
	}
}

const events04 = "data/v/events/2026-04.csv"
