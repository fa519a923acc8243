package verify

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"

	"gongshi/generator/diag"
)

// manifest is the file that names all others (package publish).
const manifest = "SHA256SUMS"

// files are the files of a site, by path.
type files map[string][]byte

// load reads every file that the manifest names at or below a place.
func load(site fs.FS, place string, r *Report) (files, error) {
	text, err := fs.ReadFile(site, manifest)
	if err != nil {
		return nil, fmt.Errorf("读不到 %s，这里不像是 gongshi 生成的网站：%w", manifest, err)
	}
	sums := make(map[string]string)
	for line := range strings.Lines(string(text)) {
		sum, name, ok := strings.Cut(strings.TrimRight(line, "\r\n"), "  ")
		if !ok || !fs.ValidPath(name) {
			return nil, fmt.Errorf("%s 里有一行不是“校验和、两个空格、路径”：%q", manifest, line)
		}
		if within(name, place) {
			sums[name] = sum
		}
	}
	if len(sums) == 0 {
		return nil, fmt.Errorf("%s 里没有 %s 的文件", manifest, at(place))
	}
	all := make(files, len(sums))
	for name, got := range fetch(site, slices.Sorted(maps.Keys(sums))) {
		switch {
		case errors.Is(got.err, fs.ErrNotExist):
			r.differ(diag.Position{File: name}, manifestCode, "清单 "+manifest+" 里有这个文件，网站上却没有")
		case got.err != nil:
			return nil, fmt.Errorf("读 %s：%w", name, got.err)
		default:
			all[name] = got.content
			if sum := sha256.Sum256(got.content); hex.EncodeToString(sum[:]) != sums[name] {
				r.differ(diag.Position{File: name}, manifestCode, "内容与清单 "+manifest+" 里的校验和不符：生成以后有人改动过这个文件")
			}
		}
	}
	r.done("清单：逐个核对 %d 个文件的校验和", len(sums))
	r.strangers(site, sums, place)
	return all, nil
}

func within(name, place string) bool { return place == "" || strings.HasPrefix(name, place+"/") }

// strangers names the files of a folder that the manifest does not know. A server is not
// asked for what it does not tell.
func (r *Report) strangers(site fs.FS, sums map[string]string, place string) {
	var list []string
	_ = fs.WalkDir(site, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return fs.SkipAll
		case strings.HasPrefix(d.Name(), ".") && name != ".":
			if d.IsDir() {
				return fs.SkipDir
			}
		case !d.IsDir() && name != manifest && within(name, place) && sums[name] == "":
			list = append(list, name)
		}
		return nil
	})
	if len(list) > 0 {
		r.not("清单里没有、因此没有核对的文件：%s", strings.Join(list, "、"))
	}
}

// got is a file, or why there is none.
type got struct {
	content []byte
	err     error
}

// fetch reads files, eight at a time.
func fetch(site fs.FS, names []string) map[string]got {
	all := make(map[string]got, len(names))
	var lock sync.Mutex
	var workers sync.WaitGroup
	next := make(chan string)
	for range 8 {
		workers.Go(func() {
			for name := range next {
				content, err := fs.ReadFile(site, name)
				lock.Lock()
				all[name] = got{content, err}
				lock.Unlock()
			}
		})
	}
	for _, name := range names {
		next <- name
	}
	close(next)
	workers.Wait()
	return all
}
