package source

import (
	"fmt"
	"path"
	"slices"

	"gongshi/generator/diag"
	"gongshi/generator/scan"
)

// trouble is what is wrong with one value: the part of a message after the heading and the value,
// and what to do about it.
type trouble struct {
	code    string
	message string
	hint    string
}

// Error makes a trouble an error for callers outside of a file.
func (t *trouble) Error() string {
	if t.hint == "" {
		return t.message
	}
	return t.message + "（" + t.hint + "）"
}

func typeError(hint, format string, args ...any) *trouble {
	return &trouble{"type-error", fmt.Sprintf(format, args...), hint}
}

func constraintError(hint, format string, args ...any) *trouble {
	return &trouble{"constraint-error", fmt.Sprintf(format, args...), hint}
}

// file is one text file: its path below the site, its text, and where its problems go.
type file struct {
	path  string
	text  string
	diags *diag.List

	unread  bool // its text, or a row's key, cannot be read: what seems missing may be there
	lawless bool // rules that may govern it cannot be read
	ours    bool // only the program writes it
	said    bool // … and it has been said to be damaged

	odd     bool                   // its text has characters that nobody sees
	excepts func(text string) bool // of personal data, which its text has; nil: it has none
}

func (f *file) report(at diag.Position, severity diag.Severity, heading string, t *trouble) {
	switch {
	case !f.ours:
	case f.said:
		return
	case severity == diag.Error:
		f.said, t = true, damaged(t)
	default:
		t = &trouble{t.code, t.message, "这个文件只由 gongshi seal 写，不要在里面改动"}
	}
	d := f.diags.Wrong(at.As(heading), t.code, t.message, t.hint)
	d.Severity = severity
	if dir := path.Dir(f.path); severity == diag.Note && slices.Contains(dataFolders, path.Base(dir)) {
		d.Scope = dir // of the sheets of many months, one note is enough
	}
}

// damaged reports that somebody saved a file that only the program writes: whatever is wrong with
// it, nobody mends it by hand.
func damaged(t *trouble) *trouble {
	return &trouble{"seal-damaged", t.message + "：这个文件多半在 Excel 或 WPS 里存过",
		"不要改它，从版本库（或备份）取回 seals.csv 和 salts.csv；这两个文件只由 gongshi seal 写，不要用 Excel 打开保存"}
}

// value reports trouble with a value under a heading or key.
func (f *file) value(at diag.Position, heading, value string, t *trouble) {
	f.report(at, diag.Error, heading, &trouble{t.code, heading + "“" + scan.Short(value) + "”" + t.message, t.hint})
}

// spoilt reports what is wrong with the text itself.
func (f *file) spoilt(d *scan.Damage) {
	f.report(diag.At(f.path, d.Line, d.Column), diag.Error, "", &trouble{d.Code, d.Message, d.Hint})
}
