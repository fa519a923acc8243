package verify

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/publish"
)

const manifest = publish.Manifest

// open reads the manifest of a site, as far as it concerns a place and what is below it.
func open(site fs.FS, place string, l limits) (*files, error) {
	f := &files{site: site, limits: l, absent: make(map[string]bool), altered: make(map[string]bool)}
	f.left.Store(l.all)
	in, err := f.reader(manifest, l.manifest)
	if err != nil {
		return nil, unlike(err)
	}
	defer in.Close()
	text, err := io.ReadAll(in)
	if err != nil {
		return nil, unlike(err)
	}
	if n := bytes.Count(text, []byte("\n")); n > l.files {
		return nil, refused("清单 %s 里有 %d 个文件，超过 %d 个", manifest, n, l.files)
	}
	if f.sums, err = publish.ReadManifest(text); err != nil {
		return nil, fmt.Errorf("%w；这不是 gongshi 写的清单，先看看网址或文件夹对不对", err)
	}
	_, f.whole = f.sums["index.html"]
	maps.DeleteFunc(f.sums, func(name string, _ [sha256.Size]byte) bool { return !within(name, place) })
	if len(f.sums) == 0 {
		return nil, fmt.Errorf("%s 里没有 %s 的文件", manifest, at(place))
	}
	f.divide()
	f.forget()
	return f, nil
}

func unlike(err error) error {
	return fmt.Errorf("读不到 %s，这里不像是 gongshi 生成的网站：%w", manifest, err)
}

func within(name, place string) bool { return place == "" || strings.HasPrefix(name, place+"/") }

// divide assigns each file to its place.
func (f *files) divide() {
	f.of = map[string][]string{"": nil}
	for name := range f.sums {
		place, file, ok := strings.Cut(name, "/data/")
		if ok && file != "place.json" && !strings.HasPrefix(name, "data/content/") { // every place has this file
			f.of[place] = nil
		}
	}
	for _, name := range slices.Sorted(maps.Keys(f.sums)) {
		place := path.Dir(name)
		for ; place != "."; place = path.Dir(place) {
			if _, ok := f.of[place]; ok {
				break
			}
		}
		place = strings.TrimPrefix(place, ".")
		f.of[place] = append(f.of[place], name)
	}
}

// strangers reports the files of a folder that the manifest does not list. A server is not asked
// for files that it does not list.
func (r *Report) strangers(all *files, place string) {
	var list []string
	_ = fs.WalkDir(all.site, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return fs.SkipAll
		case strings.HasPrefix(d.Name(), ".") && name != ".":
			if name == publish.Staging {
				r.cutOff(all)
			}
			if d.IsDir() {
				return fs.SkipDir
			}
		case !d.IsDir() && name != manifest && within(name, place) && !all.has(name):
			list = append(list, name)
		}
		return nil
	})
	if len(list) > 0 {
		r.not("清单里没有、因此没有核对的文件：%s", strings.Join(list, "、"))
	}
}

// cutOff tells of a build that is under way, or was cut off.
func (r *Report) cutOff(all *files) {
	if _, err := fs.Stat(all.site, publish.Journal); err == nil {
		r.differ(diag.Position{File: publish.Staging}, manifestCode, "网页正更新到一半，或者断在了一半，新旧网页并存：再生成一次，就接着做完")
		return
	}
	r.not("文件夹 %s：有一次生成正在做，或者没有做完就断了；网页还没有改动", publish.Staging)
}

// places returns the paths of the places that publish data, each after those within it, whose
// households its pages may name.
func (f *files) places() []string {
	list := slices.DeleteFunc(slices.Collect(maps.Keys(f.of)), func(place string) bool { return place == "" })
	slices.SortFunc(list, func(a, b string) int { return strings.Compare(a+"/\U0010FFFF", b+"/\U0010FFFF") })
	return list
}
