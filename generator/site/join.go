package site

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"gongshi/generator/cache"
	"gongshi/generator/publish"
)

// shard is one that is joined.
type shard struct {
	Shard
	dir string
	record
}

// gather reads the summaries of all shards of a folder, "" for none.
func (k *kept) gather(folder string) error {
	if folder == "" {
		return nil
	}
	found, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	of := make(map[Shard]shard)
	total := Shard{}
	for _, entry := range found {
		s := shard{dir: filepath.Join(folder, entry.Name())}
		if _, err := fmt.Sscanf(entry.Name(), "%d-%d", &s.No, &s.Of); err != nil || s.Folder() != entry.Name() {
			continue
		}
		file := filepath.Join(s.dir, summaryFile)
		if _, err := os.Lstat(file); err != nil {
			continue // it is missed below
		}
		if total.Of != 0 && s.Of != total.Of {
			return fmt.Errorf("%s 里有分片 %v，又有分片 %v，不是同一次分的：删去不要的", folder, total, s.Shard)
		}
		if total = s.Shard; !cache.File(file).Load(&s.record) || len(s.Program.Sights) != 1 {
			return fmt.Errorf("分片 %v 的摘要 %s 读不出来：没有拷完整，或者是另一版程序写的。重新生成这一片，再拷来", s.Shard, file)
		}
		of[s.Shard] = s
	}
	if total.Of == 0 {
		return fmt.Errorf("%s 里没有分片：先用 build --shard 1/4、2/4…… 生成各片，--output 写同一个文件夹", folder)
	}
	for no := 1; no <= total.Of; no++ {
		s, there := of[Shard{no, total.Of}]
		if !there {
			return fmt.Errorf("缺分片 %v：%s 里没有 %s。生成这一片，再拷来", Shard{no, total.Of}, folder, filepath.Join(Shard{no, total.Of}.Folder(), summaryFile))
		}
		k.shards = append(k.shards, s)
	}
	return nil
}

// join takes each place that has none below it from its shard.
func (r *round) join() error {
	shards := r.opt.watch.shards
	for i := range shards {
		if what := r.unlike(&shards[i]); what != "" {
			return fmt.Errorf("分片 %v 和这里不是同一次的：%s。用同样的程序、资料、日子重新生成这一片", shards[i].Shard, what)
		}
	}
	for i, p := range leaves(r.book) {
		s := &shards[i%len(shards)]
		last := s.Places[p.Path]
		if last == nil {
			return fmt.Errorf("分片 %v 的摘要里没有 %s。重新生成这一片", s.Shard, p.Path)
		}
		if file := differs(&last.Part, r.opt.files); file != "" {
			return fmt.Errorf("分片 %v 生成以后，%s 变了。重新生成这一片", s.Shard, file)
		}
		r.resumed[p.Path] = last
	}
	return r.beside()
}

// unlike tells what a shard was built from that is another here; "" if nothing is.
func (r *round) unlike(s *shard) string {
	here := &r.opt.watch.next
	switch {
	case s.Program.Sights[0].Sum != here.Program.Sights[0].Sum:
		return fmt.Sprintf("程序不是同一个文件，那里是 %s，这里是 %s", s.Edition, here.Edition)
	case s.Day != here.Day:
		return fmt.Sprintf("那里按 %v 生成，这里按 %v", s.Day, here.Day)
	case s.Asked != here.Asked:
		return "选项不同（--date、--no-history、--key）"
	case s.Commit == "" && here.Commit != "":
		return "那里没有 git 提交，这里是 " + here.Commit
	case s.Commit != "" && here.Commit == "":
		return fmt.Sprintf("那里的 git 提交是 %s，这里没有", s.Commit)
	case s.Commit != here.Commit:
		return fmt.Sprintf("那里的 git 提交是 %s，这里是 %s", s.Commit, here.Commit)
	case s.Git != here.Git:
		return "提交历史没有取全，或者有没提交的改动"
	}
	if file := differs(&s.Site, r.opt.files); file != "" {
		return file + " 不同"
	}
	if s.Shared != here.Shared {
		return "各地共用的设置、办法或主题不同"
	}
	return ""
}

// differs is the first path of which a folder does not show what was seen; "" if there is none.
// Beside config.toml there may be anything, the shards too.
func differs(p *cache.Part, folder fs.FS) string {
	for i := range p.Sights {
		if p.Sights[i].Path != "." && !p.Sights[i].Holds(folder, p.Begun) {
			return p.Sights[i].Path
		}
	}
	return ""
}

// beside notes the pages that are not where the summaries are: whoever has them publishes them.
func (r *round) beside() error {
	r.elsewhere = make(sums)
	var list []Shard
	for _, s := range r.opt.watch.shards {
		if _, err := os.Stat(filepath.Join(s.dir, pagesFolder)); !errors.Is(err, fs.ErrNotExist) {
			continue
		}
		files, err := s.files()
		if err != nil {
			return err
		}
		maps.Copy(r.elsewhere, files)
		list = append(list, s.Shard)
	}
	if r.opt.Beside != nil {
		r.opt.Beside(list)
	}
	return nil
}

// files are the sums of a shard's pages.
func (s *shard) files() (sums, error) {
	files, err := publish.ReadManifest([]byte(s.Manifest))
	if err != nil {
		return nil, err
	}
	delete(files, publish.MarkName)
	return files, nil
}

// joined passes files on, and then the pages of the shards that are here: each was looked at by
// the gate of its shard.
func (r *round) joined(files iter.Seq2[publish.File, error]) iter.Seq2[publish.File, error] {
	if r.opt.Join == "" {
		return files
	}
	return func(yield func(publish.File, error) bool) {
		for f, err := range files {
			if !yield(f, err) || err != nil {
				return
			}
		}
		for _, s := range r.opt.watch.shards {
			for f, err := range s.pages() {
				if r.tell(); !yield(f, err) || err != nil {
					return
				}
			}
		}
	}
}

// pages are those of a shard, if they are here, each as its summary knows it.
func (s *shard) pages() iter.Seq2[publish.File, error] {
	return func(yield func(publish.File, error) bool) {
		root, err := os.OpenRoot(filepath.Join(s.dir, pagesFolder))
		if errors.Is(err, fs.ErrNotExist) {
			return
		}
		var files sums
		if err == nil {
			defer root.Close()
			files, err = s.files()
		}
		if err != nil {
			yield(publish.File{}, err)
			return
		}
		type read struct {
			publish.File
			whole bool
		}
		for f := range ahead(slices.Sorted(maps.Keys(files)), runtime.GOMAXPROCS(0), func(path string) read {
			text, err := root.ReadFile(filepath.FromSlash(path))
			return read{publish.File{Path: path, Content: text}, err == nil && sha256.Sum256(text) == files[path]}
		}) {
			if !f.whole {
				err = fmt.Errorf("分片 %v 的网页 %s 没有，或者和摘要里的不同：把这一片整个重新拷来", s.Shard, f.Path)
			}
			if !yield(f.File, err) || err != nil {
				return
			}
		}
	}
}
