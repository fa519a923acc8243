package booktest

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"regexp"
)

// patch is a change of a part's text.
type patch struct {
	form *regexp.Regexp
	to   string
}

// rewrite applies patches to the parts of a workbook.
func rewrite(data []byte, patches map[string][]patch) ([]byte, error) {
	if len(patches) == 0 {
		return data, nil
	}
	from, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	to := zip.NewWriter(&b)
	for _, f := range from.File {
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		part, err := io.ReadAll(r)
		if err != nil {
			return nil, err
		}
		for _, p := range patches[f.Name] {
			if !p.form.Match(part) {
				return nil, fmt.Errorf("%s has no %s", f.Name, p.form)
			}
			part = p.form.ReplaceAll(part, []byte(p.to))
		}
		w, err := to.Create(f.Name)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(part); err != nil {
			return nil, err
		}
	}
	err = to.Close()
	return b.Bytes(), err
}
