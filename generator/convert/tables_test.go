package convert

import (
	"slices"
	"testing"

	"gongshi/generator/source"
)

// A workbook's sheets have the columns that source reads, in the same order: those that show whose a row is are
// for people, and a sheet of marks has its own around the items.
func TestSheetsHaveTheColumnsOfTheirTables(t *testing.T) {
	for _, k := range kinds {
		var read, has []string
		for _, h := range source.Headings(k.file) {
			read = append(read, h.Name)
		}
		for _, c := range k.columns {
			if !c.seen || slices.Contains(read, c.name) {
				has = append(has, c.name)
			}
		}
		unknown := slices.ContainsFunc(has, func(name string) bool { return !slices.Contains(read, name) })
		if unknown || !k.isMarks() && !slices.Equal(has, read) {
			t.Errorf("%s: the sheet has %v, source reads %v", k.file, has, read)
		}
	}
}
