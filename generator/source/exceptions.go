package source

import (
	"errors"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"gongshi/generator/ledger"
)

// exceptionsFile tells what is published of people on purpose (formats.md, "data/privacy.toml").
const exceptionsFile = "data/privacy.toml"

// exceptions reads that file, if there is one.
func (r *reader) exceptions() error {
	if info, err := fs.Stat(r.site, "data"); err != nil || !info.IsDir() {
		return nil // which is reported where the places are read
	}
	f, err := r.open(exceptionsFile, &r.diags)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if f == nil {
		return err
	}
	if s := parseTOML(f, func(s *section) { s.exceptions() }); s != nil {
		r.book.Exceptions = s.exceptions()
	}
	return err
}

// exceptions reads the lines of [allow]: "number" = "day reason".
func (s *section) exceptions() (list []ledger.Exception) {
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
			list = append(list, ledger.Exception{Position: allow.where(text), Text: text, Date: day, Reason: reason})
		}
	}
	s.done()
	return list
}
