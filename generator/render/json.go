package render

import (
	"encoding/json"
	"io"

	"gongshi/generator/page"
)

// JSON writes open data that is no table: indented, with a final line feed, and with
// Chinese and <, > and & as they are.
func JSON(w io.Writer, f *page.JSONFile) error {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode(f.Value)
}
