package start

import (
	"io/fs"
	"path"
	"strconv"
	"strings"
	"testing"

	"gongshi/generator/ledger"
	"gongshi/generator/notice"
)

func TestChinese(t *testing.T) {
	for n, want := range map[int]string{1: "一", 10: "十", 11: "十一", 20: "二十", 35: "三十五", 99: "九十九"} {
		if got := chinese(n); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}

// The visit is in the period, the meeting after it, the posting after both and not in the past;
// none of them rests.
func TestPropose(t *testing.T) {
	cals := notice.Calendars(ledger.PublishedCalendars())
	for _, c := range []struct{ period, day, visited, met, posted string }{
		{"2026-01", "2026-01-20", "2026-01-30", "2026-02-02", "2026-02-03"},
		{"2026-01", "2026-02-16", "2026-01-30", "2026-02-02", "2026-02-24"}, // after the Spring Festival
		{"2026-Q3", "2026-10-01", "2026-09-30", "2026-10-08", "2026-10-09"},
		{"2029-12", "2029-12-20", "2029-12-31", "2030-01-02", "2030-01-03"}, // New Year's Day, not announced yet
	} {
		period, _ := ledger.ParsePeriod(c.period)
		day, _ := ledger.ParseDate(c.day)
		d := Propose(period, day, cals)
		if got := d.Visited.String() + d.Met.String() + d.Posted.String(); got != c.visited+c.met+c.posted {
			t.Errorf("%s on %s: %s", c.period, c.day, got)
		}
	}
}

// What of an older version tells of its own day is not carried over, wherever it stands.
func TestScheme(t *testing.T) {
	village := &ledger.Place{Path: "a"}
	old := &ledger.Scheme{Effective: ledger.Day(2026, 12, 1)}
	old.File = "data/a/scheme/2026.toml"
	for before, want := range map[string]string{
		"title = \"办法 2026\" # 2026\neffective=2026-12-01#日\n":    "title = \"办法 2027\" # 2026\neffective=2027-01-01#日\n",
		"effective = 2026-12-01\r\nadopted.date = 2026-11-01\r\n": "effective = 2027-01-01\r\n# adopted.date = 2026-11-01\r\n",
		"effective = 2026-12-01\n[ adopted ]\ndate = 2026-11-01\n[[category]]\nname = \"2026\"": "effective = 2027-01-01\n" +
			"[ adopted ]\n# date = 2026-11-01\n[[category]]\nname = \"2026\"",
	} {
		file, err := Scheme(village, old, []byte(before), 2027)
		_, got, _ := strings.Cut(string(file.Content), "\n")
		if err != nil || got != want || file.Path != "data/a/scheme/2027.toml" {
			t.Errorf("%q:\n%q\nwant\n%q, %v", before, got, want, err)
		}
	}
	if _, err := Scheme(village, old, []byte("[zone]\neffective = 1\n"), 2027); err == nil {
		t.Error("rules without a day were copied")
	}
}

// Every host has a file that says where the program of a version is to be had.
func TestPublishing(t *testing.T) {
	hosts, err := fs.Glob(files, "templates/ci/*")
	if err != nil || len(hosts) != 3 {
		t.Fatal(hosts, err)
	}
	for _, name := range hosts {
		host := strings.TrimSuffix(path.Base(name), ".yml")
		f := Publishing(host)
		if !fs.ValidPath(f.Path) || !strings.Contains(string(f.Content), "VERSION") {
			t.Errorf("%s: %s", host, f.Path)
		}
	}
}

func TestSpansOf(t *testing.T) {
	for typed, want := range map[string]string{
		"1月1日至3日、5月9日": "3 1", "10-1..10-7 2.14": "7 1", "": "", " 6/9 ，": "1",
		"2月30日": "error", "3日": "error", "5月3日至1日": "error", "1月1日至2日至3日": "error",
	} {
		spans, err := spansOf(2027, typed)
		var counts []string
		for _, s := range spans {
			counts = append(counts, strconv.Itoa(len(s)))
		}
		got := strings.Join(counts, " ")
		if err != nil {
			got = "error"
		}
		if got != want {
			t.Errorf("%s: %s, want %s", typed, got, want)
		}
	}
}
