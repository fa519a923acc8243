package publish

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"path"
)

// MarkName is the file that every site has, beside its manifest.
const MarkName = "gongshi.txt"

// Its bytes never change: by its line in the manifest, which nobody else's has, a folder is known
// as ours, also if the file itself was altered or lost.
const markText = "这个文件夹里的网站由 gongshi 生成。SHA256SUMS 里列出的文件归它所有，再生成时会改写或删去；别的文件，它不动。\n" +
	"This site was made by gongshi. The files that SHA256SUMS lists are its own: another build may\n" +
	"write them anew or remove them. It leaves all others alone.\n"

// Mark is the file by which a folder is ours.
func Mark() File { return File{Path: MarkName, Content: []byte(markText)} }

var errForeign = errors.New("里面的 " + Manifest + " 不是本程序写的，它列出的是别人的文件，不会动。请换一个文件夹；是很早的版本生成的网站，就先把它清空")

// ours refuses a manifest that somebody else may have written: sha256sum writes such files too.
func (s sums) ours(root folder) error {
	if sum, listed := s[MarkName]; listed && sum == sha256.Sum256([]byte(markText)) {
		return nil
	}
	for file, sum := range s {
		if isData(file) && former(root, file, sum) {
			return nil
		}
	}
	return errForeign
}

// isData reports whether versions without a mark wrote a file of this name.
func isData(file string) bool {
	return file == "data/site.json" || path.Base(file) == "place.json" && path.Base(path.Dir(file)) == "data"
}

const beforeDigest = ",\n  \"digest\": \""

// former reports whether a file of the manifest is as a version without a mark wrote it: with
// the sum that is listed, and its own digest at its end.
func former(root folder, file string, sum [sha256.Size]byte) bool {
	text, err := root.ReadFile(file)
	if err != nil || sha256.Sum256(text) != sum {
		return false
	}
	end := bytes.LastIndex(text, []byte(beforeDigest))
	if end < 0 {
		return false
	}
	own := sha256.Sum256(text[:end])
	return string(text[end:]) == fmt.Sprintf("%s%x\"\n}\n", beforeDigest, own)
}
