package source

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/disk"
	"gongshi/generator/ledger"
	"gongshi/generator/scan"
)

var imageExts = []string{".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".pdf"}

// content reads the articles and the files beside them, all below content/<limit>/, and of those
// outside it the titles that tasks refer to.
func (r *reader) content() {
	if top := path.Join("content", r.limit); r.there(top) {
		r.contentFolder(top)
	}
	r.procedures()
	slices.SortFunc(r.book.Articles, func(a, b *ledger.Article) int { return strings.Compare(a.Path, b.Path) })
	slices.SortFunc(r.book.Images, func(a, b ledger.Image) int { return strings.Compare(a.Path, b.Path) })
}

// contentFolder reads a folder below content/ and those in it.
func (r *reader) contentFolder(dir string) {
	entries, err := r.list(dir)
	r.failed(err)
	for _, e := range entries {
		switch {
		case e.passed():
		case !r.nameable(dir, e.name):
		case e.dir:
			r.contentFolder(path.Join(dir, e.name))
		default:
			r.contentFile(path.Join(dir, e.name))
		}
	}
}

// legible is a name with its characters that nobody sees by their numbers.
func legible(name string) string {
	var b strings.Builder
	for _, r := range name {
		if r != ' ' && !disk.Seen(r) {
			fmt.Fprintf(&b, "<%U>", r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// nameable reports a name that is an address, and that some computer cannot have.
func (r *reader) nameable(dir, name string) bool {
	bad := disk.Name(name)
	if bad != nil {
		r.diags.Add(diag.Diagnostic{Position: at(path.Join(dir, name)), Code: "file-name",
			Message: "文件名“" + legible(name) + "”" + bad.Error() + "，没有读", Hint: "改一个名字，只用文字、数字、“-”和“_”"})
	}
	return bad == nil
}

// procedures reads the articles outside the limit that tasks within it refer to, only for their
// titles: they are another's, and their errors are not reported here.
func (r *reader) procedures() {
	seen := map[string]bool{"": true}
	for _, p := range r.book.Places {
		for _, t := range p.Tasks {
			if seen[t.See] || r.limit == "" || strings.HasPrefix(t.See, r.limit+"/") {
				continue
			}
			seen[t.See] = true
			file := "content/" + t.See + ".md"
			if info, err := fs.Stat(r.site, file); err != nil || info.IsDir() {
				continue // package check reports that it is missing
			}
			var quiet found
			if f := r.open(file, &quiet); f != nil {
				a := readArticle(f, t.See)
				a.Body = ""
				r.book.Articles = append(r.book.Articles, a)
			}
			r.errs = append(r.errs, quiet.errs...)
		}
	}
}

func (r *reader) contentFile(name string) {
	below := strings.TrimPrefix(name, "content/")
	ext := path.Ext(name)
	switch {
	case ext == ".md":
		f := r.open(name, &r.found)
		if f == nil { // it is there all the same, and links to it are right
			f = &file{path: name, diags: &r.diags}
		}
		r.book.Articles = append(r.book.Articles, readArticle(f, stem(below)))
		return
	case slices.Contains(imageExts, strings.ToLower(ext)):
		data, err := fs.ReadFile(r.site, name)
		r.failed(err)
		r.book.Images = append(r.book.Images, ledger.Image{Path: below, Content: data})
		r.guardImage(name, data)
		r.guardSVG(name, data)
		return
	}
	hint := "文章用 .md；图片用 " + strings.Join(imageExts, "、")
	if base, how := bare(path.Base(name)); how == renamable && ext != ".csv" || strings.EqualFold(ext, ".md") || ext == ".markdown" {
		hint = "如果是文章，改名为“" + strings.TrimSuffix(base, ".markdown") + ".md”"
	}
	r.diags.Add(diag.Diagnostic{Position: at(name), Severity: diag.Note, Code: "unknown-file",
		Message: "不认识文件“" + path.Base(name) + "”，没有用", Hint: hint})
}

// readArticle reads a Markdown file with its front matter.
func readArticle(f *file, name string) *ledger.Article {
	a := &ledger.Article{Position: diag.At(f.path, 1, 0), Path: name, Title: path.Base(name)}
	front, body, line, bad := splitFront(newlines.Replace(f.text))
	if bad != nil {
		f.report(diag.At(f.path, 1, 1), diag.Error, "", bad)
	}
	a.Body, a.BodyLine = body, line
	if h := firstHeading(body); h != "" {
		a.Title = h
	}
	if front == "" {
		return a
	}
	readTOML(&file{path: f.path, text: front, diags: f.diags}, a, (*section).front)
	return a
}

func (s *section) front(a *ledger.Article) {
	a.Title = s.textOr("title", a.Title)
	a.Date = s.date("date")
	a.Weight = s.whole("weight", 0, -anyNumber, anyNumber)
	s.done()
}

const fence = "+++"

// splitFront splits the front matter between +++ lines from the body, and returns the line on
// which the body begins. The front matter keeps its line numbers.
func splitFront(text string) (front, body string, line int, bad *trouble) {
	lines := strings.SplitAfter(text, "\n")
	switch first := strings.TrimSpace(lines[0]); {
	case first == "---" && len(lines) > 1 && strings.Contains(lines[1], ":"):
		return "", text, 1, &trouble{"front-matter", "文章开头用了“---”", "改用 +++，里面写成 title = \"…\""}
	case first != fence:
		return "", text, 1, nil
	}
	for i := 1; i < len(lines); i++ {
		if strings.TrimSpace(lines[i]) == fence {
			return "\n" + strings.Join(lines[1:i], ""), strings.Join(lines[i+1:], ""), i + 2, nil
		}
	}
	return "", text, 1, &trouble{"front-matter", "文章开头的“+++”没有结束", "在 title、date 等行下面再加一行 +++"}
}

// firstHeading returns the text of the first # line outside code blocks.
func firstHeading(body string) string {
	code := false
	for line := range strings.SplitSeq(body, "\n") {
		switch {
		case strings.HasPrefix(line, "```") || strings.HasPrefix(line, "~~~"):
			code = !code
		case !code && strings.HasPrefix(line, "# "):
			return scan.Trim(strings.TrimRight(scan.Trim(line[2:]), "#"))
		}
	}
	return ""
}
