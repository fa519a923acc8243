package render

import (
	"encoding/json"
	"io"
)

// JSON writes open data that is not a table: indented, with a final line feed, and with Chinese
// and <, > and & as they are.
func JSON(w io.Writer, value any) error {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode(value)
}
