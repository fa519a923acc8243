package render

import (
	"bytes"
	"encoding/json"

	"gongshi/generator/page"
)

// searchList writes what search.js reads: a classic script, since file:// allows no other way to
// load data. It sets gongshiList = [[group, ["012 张*明", …]], …].
func (s *speaker) searchList(out *bytes.Buffer, m *page.SearchList) {
	out.WriteString("var gongshiList=[\n")
	for i, g := range m.Groups {
		lines := make([]string, len(g.Households))
		for i, h := range g.Households {
			lines[i] = h.Text
		}
		group, _ := json.Marshal([]any{s.say(g.Name), lines}) // texts never fail
		if i > 0 {
			out.WriteString(",\n")
		}
		out.Write(group)
	}
	out.WriteString("\n];\n")
}
