// Package console is the window in which the program writes, and what only the system can do
// there: write readable text, open the browser, and tell whether the window was made for this run
// only, as by a double click.
//
// In: a writer, an address. Out: the same writer, or one that writes the code page of the
// console, or shows what no terminal should act on. Only Windows has a code page; elsewhere a
// writer stays as it is.
package console

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/transform"
)

// utf8Page is the code page of a console that reads UTF-8.
const utf8Page = 65001

// chinese are the code pages of Chinese Windows. GB18030 is the newest; it includes the others.
var chinese = map[uint32]bool{936: true, 54936: true}

// encoded returns a writer for a reader with a code page: GB18030 on Chinese Windows, otherwise
// the writer itself. A text that another page cannot represent is better as UTF-8 than as
// question marks.
func encoded(w io.Writer, page uint32) io.Writer {
	if !chinese[page] {
		return w
	}
	return transform.NewWriter(w, simplifiedchinese.GB18030.NewEncoder())
}

// pageOf returns the code page for a file or another program: that of the console, in which
// `more`, PowerShell and Notepad read it, unless the environment asks for UTF-8 as on other
// systems. Git Bash sets LANG so.
func pageOf(console uint32, env func(string) string) uint32 {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if value := strings.ToLower(env(name)); value != "" {
			if strings.Contains(value, "utf-8") || strings.Contains(value, "utf8") {
				return utf8Page
			}
			break
		}
	}
	return console
}

// Legible returns a writer that shows by number what a terminal would act on: the texts of files, of
// packs and of other people's sites may move its cursor, colour it, or turn what follows around.
func Legible(w io.Writer) io.Writer { return legible{w} }

type legible struct{ w io.Writer }

func (l legible) Write(b []byte) (int, error) {
	out := b
	if bytes.ContainsFunc(b, acts) {
		var shown bytes.Buffer
		for _, r := range string(b) {
			if acts(r) {
				fmt.Fprintf(&shown, `\u%04x`, r)
			} else {
				shown.WriteRune(r)
			}
		}
		out = shown.Bytes()
	}
	if _, err := l.w.Write(out); err != nil {
		return 0, err
	}
	return len(b), nil
}

func acts(r rune) bool {
	return unicode.IsControl(r) && r != '\n' && r != '\t' || unicode.Is(unicode.Bidi_Control, r)
}
