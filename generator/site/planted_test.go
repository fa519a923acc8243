package site

import (
	"bytes"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gongshi/generator/oracle"
)

// planted numbers belong to nobody: the standard's example, and a mobile's that is not given out.
var plantedNumbers = []string{"11010519491231002X", "１３８ ００００ ０００１", "6222021234567890128", "护照E12345678", "生日1956-03-02"}

// Wherever personal data is written, in any cell or text of a site, either nothing is published or
// it is in none of the files.
func TestPersonalDataIsNeverPublished(t *testing.T) {
	tried, refused := 0, 0
	for seed := range oracle.Sites(6, 40) {
		r := rand.New(rand.NewPCG(seed, 1))
		for range 5 {
			files := oracle.RandomSite(seed)
			number := plantedNumbers[r.IntN(len(plantedNumbers))]
			where := plantAnywhere(r, files, number)
			dir := t.TempDir()
			if err := os.CopyFS(dir, files); err != nil {
				t.Fatal(err)
			}
			out := filepath.Join(dir, "public")
			_, list, err := Build(Options{Source: dir, Output: out, NoHistory: true})
			tried++
			if err == nil && !list.HasErrors() {
				notIn(t, out, number, fmt.Sprintf("seed %d: planted %s in %s", seed, number, where))
				continue
			}
			refused++
		}
	}
	if refused < tried/3 {
		t.Errorf("only %d of %d are refused: nothing is planted", refused, tried)
	}
}

// plantAnywhere writes a number behind some value of some file, and returns where.
func plantAnywhere(r *rand.Rand, files fstest.MapFS, number string) string {
	var names []string
	for name := range files {
		if name != "config.toml" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for {
		name := names[r.IntN(len(names))]
		lines := strings.Split(string(files[name].Data), "\n")
		i := r.IntN(len(lines))
		at := -1
		switch filepath.Ext(name) {
		case ".toml":
			at = strings.LastIndexByte(lines[i], '"')
		case ".csv":
			if ends := commas(lines[i]); i > 0 && len(ends) > 0 {
				at = ends[r.IntN(len(ends))]
			}
		default:
			at = len(lines[i])
		}
		if at < 0 {
			continue
		}
		lines[i] = lines[i][:at] + "，" + number + "。" + lines[i][at:]
		files[name] = &fstest.MapFile{Data: []byte(strings.Join(lines, "\n"))}
		return name + ": " + lines[i]
	}
}

// commas are where the cells of a line without quotation marks end.
func commas(line string) (ends []int) {
	if strings.Contains(line, `"`) {
		return nil
	}
	for i := range len(line) {
		if line[i] == ',' {
			ends = append(ends, i)
		}
	}
	return ends
}

// notIn reports each file of a site that a text is in.
func notIn(t *testing.T, dir, text, planted string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(name)
		if bytes.Contains(content, []byte(text)) || strings.Contains(name, text) {
			t.Errorf("%s\nis published in %s", planted, name)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}
