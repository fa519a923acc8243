package site_test

import (
	"net/url"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"gongshi/generator/sitetest"
)

// elements are the numbers of all that the six systems need (the project's list of
// elements). Do not change this to fix a build: an element without a page is missing.
const elements = "Z1 Z2 Z3 Z4 Z5 Z6 Z7 Z8 Z9 F1 F2 F3 F4 F5 F6 L1 L2 L3 L4 L5 L6 L7 L8 L9 " +
	"N1 N2 N3 N4 N5 N6 N7 N8 G1 G2 G3 T1 T2"

// elementsPage is the table that leads from each element to a page of the sample.
const elementsPage = "articles/elements.html"

var elementID = regexp.MustCompile(`^[ZFLNGT][1-9]$`)

// Every element is told of in a row with a page where it is seen; and that page is at most
// three clicks from the front page, without the table itself.
func TestEveryElementHasItsPage(t *testing.T) {
	clicks := clicksFrom(t, "index.html", elementsPage)
	var told []string
	for n := range sitetest.SamplePages(t)[elementsPage].Descendants() {
		if cells := cellsOf(n); len(cells) == 3 && elementID.MatchString(sitetest.Text(cells[0])) {
			id := sitetest.Text(cells[0])
			told = append(told, id)
			checkElement(t, clicks, id, cells)
		}
	}
	if want := strings.Fields(elements); !slices.Equal(told, want) {
		t.Errorf("the table tells of %v, want %v", told, want)
	}
}

func cellsOf(n *html.Node) []*html.Node {
	var cells []*html.Node
	if n.Data == "tr" {
		for c := range n.ChildNodes() {
			if c.Data == "td" {
				cells = append(cells, c)
			}
		}
	}
	return cells
}

func checkElement(t *testing.T, clicks map[string]int, id string, cells []*html.Node) {
	t.Helper()
	if sitetest.Text(cells[1]) == "" {
		t.Errorf("%s: no sentence", id)
	}
	links := 0
	for n := range cells[2].Descendants() {
		target, ok := sitetest.Attr(n, "href")
		if !ok {
			continue
		}
		links++
		page := path.Join(path.Dir(elementsPage), target)
		if n, reached := clicks[page]; !reached || n > 3 {
			t.Errorf("%s: %s is %d clicks from the front page (reached: %v)", id, page, n, reached)
		}
	}
	if links == 0 {
		t.Errorf("%s: no page", id)
	}
}

// leads are the pages and files to which each page of the sample leads.
var leads = sitetest.Once(func(tb testing.TB) map[string][]string {
	to := make(map[string][]string)
	for name, doc := range sitetest.SamplePages(tb) {
		for n := range doc.Descendants() {
			if target, ok := sitetest.Attr(n, "href"); ok {
				if u, err := url.Parse(target); err == nil && u.Scheme == "" && u.Path != "" {
					to[name] = append(to[name], path.Join(path.Dir(name), u.Path))
				}
			}
		}
	}
	return to
})

// clicksFrom is how many clicks each page is from a first one, not by way of another.
func clicksFrom(t *testing.T, first, without string) map[string]int {
	t.Helper()
	to := leads(t)
	clicks := map[string]int{first: 0}
	for queue := []string{first}; len(queue) > 0; queue = queue[1:] {
		if queue[0] == without {
			continue
		}
		for _, next := range to[queue[0]] {
			if _, seen := clicks[next]; !seen {
				clicks[next] = clicks[queue[0]] + 1
				queue = append(queue, next)
			}
		}
	}
	return clicks
}

// Every element has a script that proves it by its name: build_L4_Z7_zones_page.txtar.
func TestEveryElementHasAScript(t *testing.T) {
	scripts, err := filepath.Glob("../testdata/build_*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	proved := make(map[string]bool)
	for _, name := range scripts {
		for part := range strings.SplitSeq(strings.TrimSuffix(filepath.Base(name), ".txtar"), "_") {
			proved[part] = true
		}
	}
	for id := range strings.FieldsSeq(elements) {
		if !proved[id] {
			t.Errorf("no testdata/build_*%s*.txtar", id)
		}
	}
}

// L6, L9: on the sample, the year's notice says who met, who supervised, when it was
// reported and how to reach the supervisor; declared points stand beside the granted.
func TestYearIsDeclaredAndSupervised(t *testing.T) {
	files := sitetest.Sample(t)
	for _, village := range []string{"longyuzhuang", "wujiahui"} {
		notice := string(files["longwu/"+village+"/notices/2023.html"])
		for _, want := range []string{
			"2023年12月29日，到会 46 人，会上监督：包村领导、包村干部、村监委会", "<dt>上报</dt><dd>2024年1月8日",
			"申报与评定", "村监委会", `href="tel:000-0000%2003`,
		} {
			if !strings.Contains(notice, want) {
				t.Errorf("%s: the notice lacks %q", village, want)
			}
		}
		household := string(files["longwu/"+village+"/h/002.html"])
		if !strings.Contains(household, "<tfoot><tr><th scope=\"row\">合计</th><td>60</td>") || !strings.Contains(household, "申报") {
			t.Errorf("%s: the household does not show its declared total", village)
		}
	}
}

// N2: members are named nowhere in the site, and have no page.
func TestMembersAreNamedNowhere(t *testing.T) {
	files := sitetest.Sample(t)
	source, err := sitetest.Read(sitetest.Root() + "/data")
	if err != nil {
		t.Fatal(err)
	}
	names := 0
	for file, content := range source {
		if path.Base(file) != "members.csv" {
			continue
		}
		heads := string(source[path.Join(path.Dir(file), "households.csv")])
		for line := range strings.Lines(string(content)) {
			cells := strings.Split(line, ",")
			if len(cells) < 3 || cells[1] == "成员号" || strings.Contains(heads, ","+cells[2]+",") {
				continue
			}
			names++
			for page, text := range files {
				if strings.HasPrefix(page, path.Dir(file)+"/") && strings.Contains(string(text), cells[2]) {
					t.Errorf("%s: %s of %s stands there", page, cells[2], file)
				}
			}
			if files[path.Join(path.Dir(file), "h", cells[1]+".html")] != nil {
				t.Errorf("member %s has a page", cells[1])
			}
		}
	}
	if names < 100 {
		t.Errorf("only %d names were looked for", names)
	}
}
