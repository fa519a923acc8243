package render

import (
	"bytes"
	"cmp"
	"encoding/json"
	"io"

	"gongshi/generator/page"
)

// searchList writes what search.js reads: a classic script, since file:// allows no other way to
// load data. It sets gongshiList = [[group, ["012 张*明", …]], …].
func (w words) searchList(out io.Writer, m *page.SearchList) error {
	var b bytes.Buffer
	s := speaker{words: w}
	b.WriteString("var gongshiList=[\n")
	for i, g := range m.Groups {
		lines := make([]string, len(g.Households))
		for i, h := range g.Households {
			lines[i] = h.Text
		}
		group, err := json.Marshal([]any{s.say(g.Name), lines})
		if err != nil {
			return err
		}
		if i > 0 {
			b.WriteString(",\n")
		}
		b.Write(group)
	}
	b.WriteString("\n];\n")
	_, err := b.WriteTo(out)
	return cmp.Or(s.err, err)
}
