package source

import (
	"path"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/privacy"
	"gongshi/generator/scan"
)

// guard reports the personal data in a file's text. Of a table it only notes that there may be some; its rows and
// columns report it. Almost no file has any.
func (r *reader) guard(f *file) {
	f.guardUnseen()
	if f.path == exceptionsFile || len(privacy.Find(f.text)) == 0 {
		return
	}
	f.excepts = r.book.Excepts
	text := newlines.Replace(f.text)
	lines := newLines(text)
	told := func(from int, part string) {
		f.eachPrivate(part, func(found privacy.Finding, what string) {
			line, column := lines.at(from + found.Start)
			f.personal(diag.At(f.path, line, column), found.Kind, what, read)
		})
	}
	switch path.Ext(f.path) {
	case ".csv":
	case ".toml":
		eachValue(locate(text), "", func(key string, n *node) {
			if !isContact(f.path, key) {
				told(n.offset+strings.Index(text[n.offset:], n.raw), n.raw)
			}
		})
	default:
		told(0, text)
	}
}

// eachPrivate passes on the personal data of a text that is not published on purpose.
func (f *file) eachPrivate(text string, each func(privacy.Finding, string)) {
	for _, found := range privacy.Find(text) {
		if what := text[found.Start:found.End]; !f.excepts(what) {
			each(found, what)
		}
	}
}

// guardRow reports the personal data of a row: an error in a cell that is read, since it may be
// published; else a note.
func (t *table) guardRow(cells []scan.Cell, record bool) {
	if t.excepts == nil {
		return
	}
	for i, c := range cells {
		left := read
		switch {
		case !record:
			left = inRow
		case i >= len(t.heads) || !t.known(t.heads[i].Text):
			left = inColumn
		}
		t.eachPrivate(c.Text, func(found privacy.Finding, what string) { t.personal(t.position(c), found.Kind, what, left) })
	}
}

// guardImage reports personal data in what a camera or a program wrote into a picture, and in
// its name, which is its address.
func (r *reader) guardImage(name string, data []byte) {
	f := &file{path: name, diags: &r.diags, excepts: r.book.Excepts}
	for _, text := range []string{path.Base(name), string(privacy.TextOf(name, data))} {
		f.eachPrivate(text, func(found privacy.Finding, what string) {
			if !privacy.Drawn(text[:found.Start]) {
				f.personal(at(name), found.Kind, what, read)
			}
		})
	}
	if privacy.Located(name, data) {
		r.diags.Add(diag.Diagnostic{Position: at(name), Code: "personal-data", Message: "照片里记着拍摄的地点，会公布出去",
			Hint: "在手机或电脑上把照片截图或另存一次（去掉位置信息），再放进来"})
	}
}

// eachValue passes on the values of a TOML text with their keys, and so none of its comments.
func eachValue(n *node, key string, each func(key string, n *node)) {
	if n.raw != "" && len(n.kids) == 0 && len(n.list) == 0 {
		each(key, n)
	}
	for name, kid := range n.kids {
		eachValue(kid, path.Join(key, name), each)
	}
	for _, element := range n.list {
		eachValue(element, key, each)
	}
}

// isContact reports whether a key is for those who answer the villagers: it is there to be published.
func isContact(file, key string) bool {
	ofPlace := path.Base(file) == "place.toml" && strings.HasPrefix(key, "contact/")
	return ofPlace || path.Base(file) == "config.toml" && key == "privacy/contact"
}

// unread tells whether a cell is not read, and why.
type unread uint8

const (
	read     unread = iota
	inRow           // its row is no record
	inColumn        // its column is no heading of the table
)

// personal reports a piece of personal data, without repeating it.
func (f *file) personal(at diag.Position, kind privacy.Kind, text string, unread unread) {
	d := diag.Diagnostic{
		Position: at, Code: "personal-data",
		Message: "这里写了" + kind.String() + "“" + privacy.Mask(text) + "”，会公布出去",
		Hint:    remedy(kind) + "；确实要公布的，在 data/privacy.toml 的 [allow] 一节写一行：\"原样的内容\" = \"日期 原因\"",
	}
	switch {
	case unread == inRow:
		d.Severity, d.Hint = diag.Note, "删去这一行"
		d.Message = "这里写了" + kind.String() + "“" + privacy.Mask(text) + "”：这一行不读，也不公布，但会留在版本库里"
	case unread == inColumn:
		d.Severity, d.Hint = diag.Note, "删去这一列"
		d.Message = "这里写了" + kind.String() + "“" + privacy.Mask(text) + "”：这一列不读，也不公布，但会留在版本库里"
	case kind.Doubtful():
		d.Severity = diag.Note
	}
	f.diags.Add(d)
}

// remedy is how to mend personal data of a kind.
func remedy(k privacy.Kind) string {
	switch k {
	case privacy.Mobile, privacy.Landline:
		return "删去它，或遮住中间几位，写成 138****1234 的样子"
	case privacy.Cut:
		return "多半是身份证号、银行卡号或手机号，被表格软件改坏了：删去它"
	case privacy.Birth:
		return "删去出生日期"
	case privacy.Address:
		return "删去门牌号，地址只写到乡镇或村"
	case privacy.Email:
		return "删去邮箱地址"
	}
	return "删去它，或只留前后几位，写成 35****123 的样子"
}
