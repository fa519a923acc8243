package publish

import (
	"fmt"
	"io/fs"
	"path"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Manifest is the file in a published folder that lists all our other files with their sums, for
// `sha256sum -c SHA256SUMS`.
const Manifest = "SHA256SUMS"

// Staging is the folder in the published one in which new files wait. Its name begins with a dot
// so that servers and synchronisers ignore it.
const Staging = ".gongshi-new"

// names are the paths of a site and the folders above them, by folded name, with the first
// spelling.
type names map[string]name

type name struct {
	path   string
	folder bool
}

// add adds a file. It refuses a path that is not valid, or that some system would take for one
// that is there already.
func (n names) add(file string) error {
	if err := valid(file); err != nil {
		return err
	}
	for folder := path.Dir(file); folder != "."; folder = path.Dir(folder) {
		known, err := n.put(name{folder, true})
		if err != nil {
			return err
		}
		if known {
			break // and so are those above it
		}
	}
	_, err := n.put(name{file, false})
	return err
}

// put adds one name; known reports that it is a folder that was there before.
func (n names) put(now name) (known bool, err error) {
	key := fold(now.path)
	former, there := n[key]
	switch {
	case !there:
		n[key] = now
		return false, nil
	case former.folder != now.folder:
		return false, fmt.Errorf("%s 既是文件又是文件夹", now.path)
	case former.path != now.path:
		return false, fmt.Errorf("%s 与 %s 只有大小写或字符编码形式不同，在 Windows 和 macOS 上是同一个名字；请改其中一个", now.path, former.path)
	case !now.folder:
		return false, fmt.Errorf("%s 生成了两次", now.path)
	}
	return true, nil
}

// contested reports whether another file of n needs the name of file, in a different spelling or
// as a folder, or needs one of its folders as a file. Such an old file must be removed before the
// new ones are placed.
func (n names) contested(file string) bool {
	if _, taken := n[fold(file)]; taken {
		return true
	}
	for folder := path.Dir(file); folder != "."; folder = path.Dir(folder) {
		if now, taken := n[fold(folder)]; taken && (!now.folder || now.path != folder) {
			return true
		}
	}
	return false
}

// valid refuses paths that leave the folder, cannot be written on a line of the manifest, mean
// something else on Windows, or are used by this package.
func valid(file string) error {
	first, _, _ := strings.Cut(file, "/")
	switch {
	case !fs.ValidPath(file), file == ".", strings.Contains(file, `\`), strings.ContainsFunc(file, unicode.IsControl):
		return fmt.Errorf("%q 不能用作网站里的路径", file)
	case strings.EqualFold(first, Manifest), strings.EqualFold(first, Staging):
		return fmt.Errorf("%s 这个名字由程序自己使用", first)
	}
	return nil
}

// fold gives the same key to paths that a file system may take for the same: Windows and macOS
// ignore case, and macOS does not distinguish composed and decomposed characters.
func fold(file string) string {
	return strings.Map(func(r rune) rune {
		least := r
		for next := unicode.SimpleFold(r); next != r; next = unicode.SimpleFold(next) {
			least = min(least, next)
		}
		return least
	}, norm.NFC.String(file))
}
