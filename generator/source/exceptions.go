package source

import (
	"io/fs"
	"maps"
	"slices"
	"strings"

	"gongshi/generator/ledger"
)

// exceptionsFile tells what is published of people on purpose (formats.md, "data/privacy.toml").
const exceptionsFile = "data/privacy.toml"

// exceptions reads that file, if there is one.
func (r *reader) exceptions() {
	if info, err := fs.Stat(r.site, "data"); err != nil || !info.IsDir() || !r.there(exceptionsFile) {
		return // a folder that is missing is reported where the places are read
	}
	if f := r.open(exceptionsFile, &r.found); f != nil {
		readTOML(f, &r.book.Exceptions, (*section).exceptions)
	}
}

// exceptions reads the lines of [allow]: "number" = "day reason".
func (s *section) exceptions(list *[]ledger.Exception) {
	allow := s.sub("allow")
	for _, text := range slices.Sorted(maps.Keys(allow.values)) {
		value := allow.text(text)
		typed, reason, _ := strings.Cut(value, " ")
		day, bad := parseDate(typed)
		switch reason = strings.TrimSpace(reason); {
		case value == "":
		case bad != nil || reason == "":
			allow.fail(text, value, typeError("写成像 \"2026-05-01 村委会值班电话\" 这样", "应是日期、空格、原因"))
		default:
			*list = append(*list, ledger.Exception{Position: allow.where(text), Text: text, Date: day, Reason: reason})
		}
	}
	s.done()
}
