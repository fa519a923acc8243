package source

import (
	"path"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator/diag"
)

var (
	renamed = regexp.MustCompile(`^改名为“([^”]+)”`)
	moved   = regexp.MustCompile(`^移到“([^”]+)”$`)
	emptied = regexp.MustCompile(`把里面的文件移到“([^”]+)”$`)
)

// apply does what the hints of a list say, as far as that is a rename or a move.
func apply(t *testing.T, site fstest.MapFS, list diag.List) {
	t.Helper()
	move := func(from, to string) {
		for name, file := range site {
			if name != from && !strings.HasPrefix(name, from+"/") {
				continue
			}
			right := to + strings.TrimPrefix(name, from)
			if site[right] != nil {
				t.Fatalf("%s is there already", right)
			}
			delete(site, name)
			site[right] = file
		}
	}
	for _, d := range list {
		if m := renamed.FindStringSubmatch(d.Hint); m != nil {
			move(d.File, path.Join(path.Dir(d.File), m[1]))
		} else if m := moved.FindStringSubmatch(d.Hint); m != nil {
			move(d.File, m[1])
		} else if m := emptied.FindStringSubmatch(d.Hint); m != nil {
			move(d.File, m[1])
		}
	}
}

// TestAdviceLeadsToTheRightFile: a file under a wrong name or in a wrong folder is an
// error, and what its hint says brings it back to where it belongs, at once or in two steps.
func TestAdviceLeadsToTheRightFile(t *testing.T) {
	const sheet, events, notice = "户号,庭院,厨房,读书\n001,1,2,3\n002,1,2,3\n", "编号,日期,户号,项目\n", "posted = 2023-03-03\n"
	right := map[string]string{
		"data/v/scores/2023-02.csv": sheet, "data/v/events/2023.csv": events, "data/v/notices/2023-02.toml": notice,
	}
	all := func(files map[string]string) fstest.MapFS {
		for name, text := range right {
			files[name] = text
		}
		return testSite(files)
	}
	for wrong, is := range map[string]string{
		"data/v/scores/2023_02.csv": "data/v/scores/2023-02.csv", "data/v/scores/2023-2.txt": "data/v/scores/2023-02.csv",
		"data/v/scores/2023年2月评分表.TSV": "data/v/scores/2023-02.csv", "data/v/scores/2023-02": "data/v/scores/2023-02.csv",
		"data/v/scores/2023-02 (1).csv": "data/v/scores/2023-02.csv", "data/v/scores/2023-02.csv.txt": "data/v/scores/2023-02.csv",
		"data/v/scores/２０２３－０２．csv": "data/v/scores/2023-02.csv", "data/v/scores/Feb-2023.csv": "data/v/scores/2023-02.csv",
		"data/v/2023-02.csv": "data/v/scores/2023-02.csv", "data/v/2023年2月.txt": "data/v/scores/2023-02.csv", "data/2023-02.csv": "data/v/scores/2023-02.csv",
		"data/v/events/2023-02.csv": "data/v/scores/2023-02.csv", "data/v/notices/2023-02.csv": "data/v/scores/2023-02.csv",
		"data/v/评分表/2023-02.csv": "data/v/scores/2023-02.csv", "data/v/Scores/2023.2.csv": "data/v/scores/2023-02.csv",
		"data/v/scors/2023-02.txt": "data/v/scores/2023-02.csv", "data/v/scores/2023/2023-02.csv": "data/v/scores/2023-02.csv",
		"data/v/events/2023.txt": "data/v/events/2023.csv", "data/v/scores/2023.csv": "data/v/events/2023.csv", "data/v/2023.csv": "data/v/events/2023.csv",
		"data/v/加减分/2023.csv": "data/v/events/2023.csv", "data/v/event/2023.cvs": "data/v/events/2023.csv",
		"data/v/notices/2023年2月.toml": "data/v/notices/2023-02.toml", "data/v/notices/2023-02.toml.txt": "data/v/notices/2023-02.toml",
		"data/v/scores/2023-02.toml": "data/v/notices/2023-02.toml", "data/v/2023-02.toml": "data/v/notices/2023-02.toml",
		"data/v/公示/2023-02.toml": "data/v/notices/2023-02.toml", "data/v/2023-02.txt": "data/v/notices/2023-02.toml",
		"data/v/名册.csv": "data/v/households.csv", "data/v/Households.CSV": "data/v/households.csv", "data/v/housholds.txt": "data/v/households.csv",
		"data/v/scores/households.csv": "data/v/households.csv", "data/households.csv": "data/v/households.csv",
		"data/v/Place.toml": "data/v/place.toml", "data/v/place.tml": "data/v/place.toml", "Config.toml": "config.toml", "config.toml.txt": "config.toml",
		"data/v/办法/2023.toml": "data/v/scheme/2023.toml", "data/v/scheme1/2023.toml": "data/v/scheme/2023.toml", "data/v/scheme/2023.txt": "data/v/scheme/2023.toml",
	} {
		site := all(map[string]string{})
		site[wrong] = site[is]
		delete(site, is)
		_, list, err := Read(site, "")
		if err != nil || len(list) != 1 || !list.HasErrors() {
			t.Errorf("%s: %v\n%s", wrong, err, briefs(list))
			continue
		}
		for range 2 {
			apply(t, site, list)
			_, list, _ = Read(site, "")
		}
		if len(list) > 0 || site[is] == nil {
			t.Errorf("%s: not at %s in the end\n%s", wrong, is, briefs(list))
		}
	}
}
