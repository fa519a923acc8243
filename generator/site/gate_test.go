package site

import (
	"testing"

	"gongshi/generator/ledger"
	"gongshi/generator/publish"
)

// The lines of a drawing are made of numbers as telephones and cards are; what people read of one,
// and what stands beside it, is searched like all else.
func TestGateReadsDrawings(t *testing.T) {
	for text, want := range map[string]int{
		`<path class="line" d="M154.5 111.2 111.8 99H380"/>`:          0,
		`<path d="M13812345678V4"/>`:                                  0,
		`<polyline points="138 1234 5678"/>`:                          0,
		`<svg class="chart" viewBox="138 1234 5678 9"><title id="a">`: 0,
		`<g transform="translate(138 1234 5678)">`:                    0,
		`<path d="M1 2"/><text x="1" y="2">138 1234 5678</text>`:      1,
		`<path d="M1 2" aria-label="138 1234 5678"/>`:                 1,
		`<path d="M1 2"/>13812345678`:                                 1,
		`<path data-d="138 1234 5678"/>`:                              1,
		`<p title='d="138 1234 5678'>`:                                1,
		`<path d="电话 138 1234 5678"/>`:                                1,
		`<desc>154 1112 3456</desc>`:                                  1,
	} {
		g := newGate(&ledger.Book{}, nil, "public")
		list := g.search(publish.File{Path: "a.html", Content: []byte("<p>\n" + text + "\n")})
		if len(list) != want {
			t.Errorf("%s: %d found, want %d: %v", text, len(list), want, list)
		}
	}
}

// The parts of exact fractions may have the digits of a telephone, for people and for programs.
func TestGateReadsFractions(t *testing.T) {
	for text, want := range map[string]int{
		"5406.03 × (18820788139 ÷ 145500000) &#43; 2.7":            0,
		`= <span class="exact">−207729725 ÷ 19038160209</span>，四舍`: 0,
		`"exact": "18820788139/145500000"`:                         0,
		`"exact": "145500000/18820788139"`:                         0,
		`"exact": "-145500000/18820788139"`:                        0,
		`"exact": "-18820788139/145500000"`:                        0,
		`"exact": "1381.2345678"`:                                  0,
		`<span class="formula">2 × 1381.2345678 + 3</span>`:        0,
		`= <span class="exact">138.12345678</span>`:                0,
		`<span class="formula">电话 13812345678</span>`:              1,
		"电话 13812345678 ÷ 2":                                       1,
		"= 1381.2345678":                                           1,
		`"tel": "138.1234.5678"`:                                   1,
		`<span class="formula">2</span> 1381.2345678`:              1,
		"18820788139 × 2":                                          1,
		"÷ 18820788139":                                            1,
		"18820788139 ÷ 张":                                          1,
		`"exact": "18820788139/"`:                                  1,
	} {
		g := newGate(&ledger.Book{}, nil, "public")
		list := g.search(publish.File{Path: "a.html", Content: []byte("<p>\n" + text + "\n")})
		if len(list) != want {
			t.Errorf("%s: %d found, want %d: %v", text, len(list), want, list)
		}
	}
}
