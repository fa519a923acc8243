package page

import (
	"cmp"
	"slices"

	"gongshi/generator/ledger"
	"gongshi/generator/proof"
	"gongshi/generator/score"
)

// schemeFiles are scheme-<effective>.json, one for every version of the rules that
// governs a published period. Every event of such a period is judged by one of them: if
// it comes late, the period of its date was posted before.
func (d *openData) schemeFiles() []*JSONFile {
	var versions []*ledger.Scheme
	for _, t := range d.Tables {
		if !slices.Contains(versions, t.Scheme) {
			versions = append(versions, t.Scheme)
		}
	}
	slices.SortStableFunc(versions, func(a, b *ledger.Scheme) int {
		return cmp.Compare(a.Effective, b.Effective)
	})
	var files []*JSONFile
	for _, s := range versions {
		files = append(files, &JSONFile{
			Path: d.path("scheme-" + s.Effective.String() + ".json"), Value: proof.SchemeJSON(s),
			Which: score.Phrase{Key: "rules.edition", Args: []any{s.Effective}},
		})
	}
	return files
}
