// Package console is the window in which the program speaks, and what only the system can
// do for it: text that is readable there, the person's browser, and whether the window was
// made for this run alone, as by a double click.
//
// In: a writer, an address. Out: the same writer, or one that writes the code page of the
// console. Only Windows has any of this; elsewhere a writer stays as it is.
package console

import (
	"io"
	"strings"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/transform"
)

// utf8Page is the code page of a console that reads UTF-8.
const utf8Page = 65001

// chinese are the code pages of Chinese Windows; GB18030 is the newest of them and holds the
// others, and more characters than they do.
var chinese = map[uint32]bool{936: true, 54936: true}

// encoded is a writer of text for whoever reads by a code page: for Chinese Windows GB18030,
// else the writer itself. A text that another page cannot hold is better as UTF-8 than as
// question marks.
func encoded(w io.Writer, page uint32) io.Writer {
	if !chinese[page] {
		return w
	}
	return transform.NewWriter(w, simplifiedchinese.GB18030.NewEncoder())
}

// pageOf is the code page that a file or another program gets: that of the console, with
// which `more`, PowerShell and Notepad read it, unless the environment asks for UTF-8 as
// other systems' programs do it. Git Bash sets LANG so.
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
