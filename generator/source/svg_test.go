package source

import (
	"strings"
	"testing"
	"testing/fstest"
)

// What drawing programs write as plain SVG is published.
func TestDrawings(t *testing.T) {
	const head = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" viewBox="0 0 9 9">`
	drawings := []string{
		`<title>村口 &amp; 桥</title><desc>一</desc><path d="M0 0h9v9z" fill="url(#g)" style="fill:none;stroke:#000"/>`,
		`<style type="text/css"><![CDATA[.a{fill:url(#g);font-family:"黑体"}]]></style><g class="a"><rect width="9" height="9"/></g>`,
		`<defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs><use xlink:href="#g"/><use href="#g"/>`,
		`<image xlink:href="data:image/png;base64,iVBORw0KGgo=&#10; AAAA" width="1" height="1"/>`,
		`<animate attributeName="x" from="0" to="9" dur="1s"/><sodipodi:namedview id="base" pagecolor="#fff"/><text>第1季度</text>`,
		`<a href="#top"><circle r="1"/></a><clipPath id="c"/><g clip-path="url( '#c' )"/>`,
	}
	for _, d := range drawings {
		if line, what := beyondDrawing([]byte(head + d + "</svg>")); what != "" {
			t.Errorf("line %d: %s in %s", line, what, d)
		}
	}
}

// Everything by which a drawing acts, or tells another server who looks at it, is refused.
func TestDrawingsThatAct(t *testing.T) {
	const head = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:h=\"http://www.w3.org/1999/xhtml\">\n"
	acts := []string{
		`<script>alert(1)</script>`, `<SCRIPT/>`, `<script xlink:href="a.js"/>`, `<x:script xmlns:x="http://www.w3.org/2000/svg">1</x:script>`,
		`<g onclick="a()"/>`, `<g ONLOAD="a()"/>`, `<g x:onload="a()" xmlns:x="u"/>`, `<g onbegin="1"/>`,
		`<foreignObject><p/></foreignObject>`, `<h:script/>`, `<h:p/>`, `<h:img src="x"/>`, `<iframe/>`, `<handler/>`,
		`<a href="javascript:a()"><g/></a>`, `<a xlink:href=" java&#10;script:a()"/>`, `<a href="https://example.org"/>`, `<a href="//example.org"/>`,
		`<image href="https://example.org/a.png"/>`, `<image xlink:href="a.png"/>`, `<use href="b.svg#x"/>`, `<use href="data:image/svg+xml;base64,PHN2Zy8+#x"/>`,
		`<image href="data:text/html,x"/>`, `<image href="data:image/png;base64,AA'"/>`, `<feImage href="/a"/>`,
		`<set attributeName="onmouseover" to="a()"/>`, `<animate attributeName="xlink:href" values="javascript:a()"/>`, `<set attributeName=" href" to="x"/>`,
		`<style>@import "a.css";</style>`, `<style>a{fill:url(https://example.org)}</style>`, `<style>a{b:u\72l(x)}</style>`, `<style>@font-face{src:url('//x')}</style>`,
		`<style><![CDATA[@IMPORT 'x']]></style>`, `<style>a{b:image-set("x" 1x)}</style>`, `<g style="fill:URL( x)"/>`, `<g fill="url(http://x#g)"/>`, `<g mask="url(x.svg#m)"/>`,
		`<g xml:base="https://example.org/"/>`, `<?xml-stylesheet href="a.css"?>`, `&lol;`, `<g`, `<g></h>`, "\xff",
	}
	whole := []string{
		`<?xml-stylesheet href="a.xsl"?><svg/>`, `<!DOCTYPE svg [<!ATTLIST svg onload CDATA "a()">]><svg/>`, `<!DOCTYPE svg [<!ENTITY a "<script/>">]><svg>&a;</svg>`, `<?xml version="1.0" encoding="UTF-16"?><svg/>`, `<svg>`,
	}
	for _, a := range acts {
		whole = append(whole, head+a+"</svg>")
	}
	lost := 0
	for _, text := range whole {
		list := readOnly(t, fstest.MapFS{"content/a.SVG": {Data: []byte(text)}, "config.toml": {Data: []byte("title = \"村\"\n")}, "data/x/.k": {}})
		if !strings.Contains(list, "unsafe-image") {
			lost++
			t.Errorf("published: %s", strings.TrimPrefix(text, head))
		}
	}
	t.Logf("%d drawings, %d published", len(whole), lost)
}

// readOnly is what is found in a site's content, by its codes.
func readOnly(t *testing.T, site fstest.MapFS) string {
	t.Helper()
	_, list, err := Read(site, "")
	if err != nil {
		t.Fatal(err)
	}
	codes := ""
	for _, d := range list {
		codes += d.Code + " " + d.File + " " + d.Message + "\n"
	}
	return codes
}
