package source

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"

	"gongshi/generator/diag"
)

// guardSVG refuses a drawing that does more than show itself: a browser that opens it by its address runs it as a
// page of the site. Allowed is what drawing programs write as plain SVG.
func (r *reader) guardSVG(name string, data []byte) {
	if !strings.EqualFold(path.Ext(name), ".svg") {
		return
	}
	if line, what := beyondDrawing(data); what != "" {
		r.diags.Add(diag.Diagnostic{Position: diag.At(name, line, 0), Code: "unsafe-image", Message: "图里有" + what + "，不能公布",
			Hint: "在画图软件里另存为 PNG，或者“普通 SVG”（Plain SVG），再放进来"})
	}
}

// beyondDrawing is the first thing in a drawing that is none, and its line.
func beyondDrawing(data []byte) (line int, what string) {
	in := xml.NewDecoder(bytes.NewReader(data))
	style := false
	for what == "" {
		token, err := in.Token()
		line, _ = in.InputPos()
		switch t := token.(type) {
		case xml.StartElement:
			what, style = element(t), t.Name.Local == "style"
		case xml.EndElement:
			style = false
		case xml.CharData:
			if style && !plainStyle(string(t)) {
				what = "从别处取东西的样式"
			}
		case xml.ProcInst:
			if t.Target != "xml" {
				what = "处理指令“" + t.Target + "”"
			}
		case xml.Directive:
			if bytes.ContainsAny(t, "[") {
				what = "自定的实体"
			}
		}
		switch {
		case errors.Is(err, io.EOF):
			return 0, ""
		case err != nil:
			return line, "读不懂的地方（不是完好的 UTF-8 编码的 SVG）"
		}
	}
	return line, what
}

// active are the elements of SVG that run, or hold what is no drawing.
var active = []string{"script", "foreignobject", "handler", "listener", "iframe", "embed", "object", "audio", "video", "animation", "discard"}

func element(e xml.StartElement) string {
	lower := strings.ToLower(e.Name.Local)
	switch {
	case slices.Contains(active, lower):
		return "“" + lower + "”"
	case e.Name.Space == "http://www.w3.org/1999/xhtml":
		return "网页的内容“" + lower + "”"
	}
	for _, a := range e.Attr {
		if what := attribute(a); what != "" {
			return what
		}
	}
	return ""
}

// picture is an address of a picture that is in the address itself; blanks are passed over by browsers.
var picture = regexp.MustCompile(`^data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*$`)

func attribute(a xml.Attr) string {
	name, value := strings.ToLower(a.Name.Local), strings.TrimSpace(a.Value)
	switch {
	case a.Name.Space == "xmlns" || a.Name.Space == "" && name == "xmlns":
	case strings.HasPrefix(name, "on"):
		return "动作“" + name + "”"
	case name == "attributename" && (strings.HasPrefix(strings.ToLower(value), "on") || strings.HasSuffix(strings.ToLower(value), "href")):
		return "改成动作的动画"
	case name == "base":
		return "指到别处的“" + name + "”"
	case (name == "href" || name == "src") && !strings.HasPrefix(value, "#") && !picture.MatchString(value) && value != "":
		return "指到别处的“" + name + "”"
	case !plainStyle(value):
		return "从别处取东西的样式"
	}
	return ""
}

var addressed = regexp.MustCompile(`(?i)(?:url|src|image|image-set)\s*\(\s*["']?\s*([^"')]?)`)

// plainStyle reports whether a style takes nothing from elsewhere. A backslash could hide that it
// does.
func plainStyle(text string) bool {
	if strings.Contains(text, `\`) || strings.Contains(strings.ToLower(text), "@import") || strings.Contains(strings.ToLower(text), "javascript:") {
		return false
	}
	return !slices.ContainsFunc(addressed.FindAllStringSubmatch(text, -1), func(m []string) bool { return m[1] != "#" })
}
