package publish

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
)

// sums maps the paths of a manifest's files to their sums.
type sums map[string][sha256.Size]byte

// separator is between the parts of a line `<hex sha256>  <path>`, as sha256sum writes it.
const separator = "  "

// text returns the manifest file, sorted by path.
func (s sums) text() []byte {
	var b bytes.Buffer
	for _, path := range slices.Sorted(maps.Keys(s)) {
		fmt.Fprintf(&b, "%x%s%s\n", s[path], separator, path)
	}
	return b.Bytes()
}

// ReadManifest reads the manifest of a site that somebody else may have made. It refuses what the
// program never writes: a path that leaves the site, is listed twice, or is the same as another
// on some system.
func ReadManifest(text []byte) (map[string][sha256.Size]byte, error) {
	s, err := parse(text)
	if err != nil {
		return nil, err
	}
	known := make(names, len(s))
	for _, path := range slices.Sorted(maps.Keys(s)) {
		if err := known.add(path); err != nil {
			return nil, fmt.Errorf("%s：%w", Manifest, err)
		}
	}
	return s, nil
}

// parse reads a manifest file. It accepts CRLF, which git writes when it checks out on Windows.
// It refuses a last line without an end: its path may be cut short, and then name somebody else's
// file.
func parse(text []byte) (sums, error) {
	s := sums{}
	number := 0
	for line := range strings.Lines(string(text)) {
		number++
		path, sum, err := parseLine(line)
		if err != nil {
			return nil, fmt.Errorf("%s 第 %d 行：%w", Manifest, number, err)
		}
		if _, twice := s[path]; twice {
			return nil, fmt.Errorf("%s 第 %d 行：%s 出现了两次", Manifest, number, path)
		}
		s[path] = sum
	}
	return s, nil
}

func parseLine(line string) (path string, sum [sha256.Size]byte, err error) {
	rest, ended := strings.CutSuffix(line, "\n")
	digits, path, parted := strings.Cut(strings.TrimSuffix(rest, "\r"), separator)
	if !ended || !parted || len(digits) != hex.EncodedLen(len(sum)) {
		return "", sum, errors.New("不是“校验和、两个空格、路径”的形式")
	}
	if _, err := hex.Decode(sum[:], []byte(digits)); err != nil {
		return "", sum, fmt.Errorf("校验和 %s 不是十六进制", digits)
	}
	return path, sum, valid(path)
}

// readManifest reads the manifest of the last run in root and returns it with the file's bytes,
// or neither if the folder is as good as empty.
func readManifest(root folder) (sums, []byte, error) {
	text, err := root.ReadFile(Manifest)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, refuseForeign(root)
	}
	if err != nil {
		return nil, nil, err
	}
	s, err := parse(text)
	if err != nil {
		return nil, nil, fmt.Errorf("%w。请恢复这个文件，或者清空输出文件夹后重新生成", err)
	}
	return s, text, s.ours(root)
}

// refuseForeign refuses a folder with anything but dot names (.git, .gitignore, .nojekyll) and
// the files that Windows and Office leave in every folder.
func refuseForeign(root folder) error {
	entries, err := fs.ReadDir(root.FS(), ".")
	if err != nil {
		return err
	}
	for _, entry := range entries {
		lower := strings.ToLower(entry.Name())
		left := strings.HasPrefix(lower, "~$") || lower == "desktop.ini" || lower == "thumbs.db" || lower == "ehthumbs.db"
		if !left && !strings.HasPrefix(lower, ".") {
			return fmt.Errorf("里面已有 %s，却没有 %s，看来不是本程序生成的。为免覆盖别的文件，请换一个文件夹，或者先把它清空", entry.Name(), Manifest)
		}
	}
	return nil
}
