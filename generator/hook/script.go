package hook

import (
	"path"
	"path/filepath"
	"strings"
)

// mark is the beginning of a hook that we wrote for this site.
func (r *Repository) mark() string { return "#!/bin/sh\n# gongshi hook: " + r.Site + "\n" }

// script returns the hook: it runs the program from where it was when the hook was written, or
// from the site's folder, or from the path. Git for Windows runs it with its own sh, which
// accepts C:/… with blanks and Chinese in quotation marks. The program writes UTF-8, as git's
// windows read it.
func (r *Repository) script(program string) string {
	programs := []string{
		word(filepath.ToSlash(program)), word("./" + path.Join(r.Site, "gongshi.exe")), word("./" + path.Join(r.Site, "gongshi")), "gongshi",
	}
	return r.mark() + `# 提交前检查要提交的资料。由 gongshi hook install 写；不要了，运行 gongshi hook remove。
LC_ALL=C.UTF-8
export LC_ALL
for program in ` + strings.Join(programs, " ") + `
do
	if command -v "$program" >/dev/null 2>&1
	then
		exec "$program" hook run --source ` + word(r.Site) + `
	fi
done
echo '没有提交：找不到 gongshi 程序，资料没有检查。把程序放进网站文件夹，或在网站文件夹里再运行一次 gongshi hook install。' >&2
exit 1
`
}

// line does the same in one line, for a hook of somebody else.
func (r *Repository) line(program string) string {
	return "LC_ALL=C.UTF-8 " + word(filepath.ToSlash(program)) + " hook run --source " + word(r.Site) + " || exit 1"
}

// word quotes a word for the shell.
func word(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }
