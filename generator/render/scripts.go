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

// sealScript writes what check.js reads: it sets gongshiSeal = {head, lines}, where a line is
// [户号, 盐, 行, 摘要], or the 摘要 alone where the rest is not published.
func sealScript(out *bytes.Buffer, m *page.SealScript) error {
	lines := make([]any, len(m.Lines))
	for i, l := range m.Lines {
		if lines[i] = l.Digest; l.Line != "" {
			lines[i] = [4]string{l.Of, l.Salt, l.Line, l.Digest}
		}
	}
	text, err := json.Marshal(struct {
		Head  string `json:"head"`
		Lines []any  `json:"lines"`
	}{m.Head, lines})
	out.WriteString("var gongshiSeal=")
	out.Write(text)
	out.WriteString(";\n")
	return err
}
