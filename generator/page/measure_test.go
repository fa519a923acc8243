package page

import (
	"testing"

	"gongshi/generator/ledger"
)

// By hand: 2 of 3 is 66.66… → 66.7 %; 1 of 2000 is 0.05 → 0.1 %; 59.97 of 60 is 99.95 →
// 100.0 %, and yet not reached; 3 of 2 is 150 %, on a full bar; −1 has no bar.
func TestMeasures(t *testing.T) {
	for _, test := range []struct {
		sign                        string
		target, per, current        ledger.Points
		kind, shown, now, word, bar string
		share                       string
	}{
		{"", 300, 0, 200, "exact", "3 盏", "2 盏", "short", "66.7", "66.7"},
		{"", 200_000, 0, 100, "exact", "2000 盏", "1 盏", "short", "0.1", "0.1"},
		{"≥", 6000, 0, 5997, "least", "60 盏", "59.97 盏", "short", "100.0", "100.0"},
		{"≥", 200, 0, 300, "least", "2 盏", "3 盏", "reached", "100.0", "150.0"},
		{"≥", 200, 0, -100, "least", "2 盏", "-1 盏", "short", "0.0", "-50.0"},
		{"≥", 0, 0, 100, "least", "0 盏", "1 盏", "reached", "", ""},
		{"≤", 1000, 0, 1000, "most", "10 盏", "10 盏", "within", "", ""},
		{"≤", 1000, 0, 1001, "most", "10 盏", "10.01 盏", "over", "", ""},
		{":", 100, 200, 160, "ratio", "1:2 盏", "1:1.6 盏", "below", "", ""},
		{":", 100, 200, 250, "ratio", "1:2 盏", "1:2.5 盏", "above", "", ""},
	} {
		m := measured(&ledger.Task{
			Target: ledger.Target{Sign: test.sign, Value: test.target.Exact(), Per: test.per.Exact()},
			Unit:   "盏", HasCurrent: true, Current: test.current.Exact(),
		})
		want := Measure{test.kind, test.shown, test.now, test.word, test.share, test.bar}
		if *m != want {
			t.Errorf("%s%s:%s at %s: %+v, want %+v", test.sign, test.target, test.per, test.current, *m, want)
		}
	}
	if m := measured(&ledger.Task{HasCurrent: true}); m != nil {
		t.Errorf("a task without a target: %+v", *m)
	}
}

func TestQuantities(t *testing.T) {
	for unit, want := range map[string]string{"": "5", "%": "5%", "％": "5%", "米": "5 米"} {
		if got := quantity("5", unit); got != want {
			t.Errorf("%q: %q, want %q", unit, got, want)
		}
	}
}

// Overdue is what is not done on the day after its date.
func TestOverdue(t *testing.T) {
	day := ledger.Day(2023, 12, 31)
	for _, test := range []struct {
		due   ledger.Date
		state ledger.TaskState
		want  bool
	}{
		{day, ledger.Ongoing, false},
		{day - 1, ledger.Ongoing, true},
		{day - 1, "", true},
		{day - 1, ledger.Postponed, true},
		{day - 1, ledger.Done, false},
		{0, ledger.Ongoing, false},
	} {
		task := ledger.Task{Due: test.due, State: test.state}
		if got := task.Overdue(day); got != test.want {
			t.Errorf("%s, %s: %v", test.due, test.state, got)
		}
	}
}

// A place without households has open data once it has tasks, and the site says so.
func TestTasksOfATown(t *testing.T) {
	book := fixture()
	town := &ledger.Place{Path: "zhen", Name: "镇", Kind: "town", Tasks: []*ledger.Task{{Name: "路灯"}}}
	book.Places = append(book.Places, town)
	all := built(t, book, fixtureDay, "")
	for _, address := range []string{"zhen/tasks.html", "zhen/data/index.html", "zhen/data/tasks.csv", "zhen/data/datapackage.json"} {
		if all[address] == nil {
			t.Errorf("no %s", address)
		}
	}
	if all["zhen/data/notices.csv"] != nil || all["zhen/cun/tasks.html"] != nil {
		t.Error("notices of a town, or tasks of a village that has none")
	}
}
