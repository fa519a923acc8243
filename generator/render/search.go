package render

import (
	"bytes"
	"encoding/json"
	"io"

	"gongshi/generator/page"
)

// writeSearchList writes what search.js reads: a classic script, since file:// allows no other
// way to load data, that sets gongshiList = [[group, ["012 张*明", …]], …].
func writeSearchList(w io.Writer, m *page.SearchList) error {
	var b bytes.Buffer
	b.WriteString("var gongshiList=[\n")
	for i, g := range m.Groups {
		lines := make([]string, len(g.Households))
		for i, h := range g.Households {
			lines[i] = h.Text
		}
		group, err := json.Marshal([]any{g.Name, lines})
		if err != nil {
			return err
		}
		if i > 0 {
			b.WriteString(",\n")
		}
		b.Write(group)
	}
	b.WriteString("\n];\n")
	_, err := b.WriteTo(w)
	return err
}
