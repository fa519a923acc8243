package site

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"gongshi/generator/cache"
	"gongshi/generator/ledger"
	"gongshi/generator/publish"
)

// Shard is a part of a site: of the places that have none below them each Of-th, from the No-th
// on. The zero Shard is the whole site.
//
// A shard is built into a folder of its own, such as 2-4, below one that may gather them all: its
// pages are in site, which is published, and what is kept of its places is in summary, which is
// not. [Options.Join] makes of the summaries all that is no shard's, and the manifest.
type Shard struct{ No, Of int }

// ParseShard reads a shard as it is typed: 2/4.
func ParseShard(text string) (s Shard, ok bool) {
	no, of, parted := strings.Cut(text, "/")
	var err, err2 error
	s.No, err = strconv.Atoi(no)
	s.Of, err2 = strconv.Atoi(of)
	return s, parted && errors.Join(err, err2) == nil && 1 <= s.No && s.No <= s.Of
}

func (s Shard) String() string { return fmt.Sprintf("%d/%d", s.No, s.Of) }

// What is in a shard's folder.
const (
	pagesFolder = "site"
	summaryFile = "summary"
)

// Folder is what a shard's folder is called.
func (s Shard) Folder() string { return fmt.Sprintf("%d-%d", s.No, s.Of) }

// partial reports whether a build reads some places only.
func (o Options) partial() bool { return o.Shard.Of > 0 || o.Join != "" }

var (
	errUnwatched = errors.New("git 答不上来，不能分片：运行 git status 看看原因；或者各片、合起来都加上 --no-history")
	errNoSummary = errors.New("分片的摘要没有记下来：生成的时候有人在改资料，或者磁盘写不了。再生成一次")
)

// unwatched is why what a build sees cannot be noted.
func (o Options) unwatched() error {
	if _, known := o.git(); !known {
		return errUnwatched
	}
	return fmt.Errorf("分片的文件夹 %s 写不了：看看磁盘满了没有，能不能在里面存文件", filepath.Dir(o.Output))
}

// intoShard makes the folder of a shard the one that is built.
func (o *Options) intoShard() error {
	if o.Shard.Of == 0 {
		return nil
	}
	folder := filepath.Join(o.Output, o.Shard.Folder())
	o.Output = filepath.Join(folder, pagesFolder)
	return os.MkdirAll(folder, 0o755)
}

// keptShard is what a shard has left, which the same shard uses as others use a cache; or nothing,
// for a site that is joined.
func (o Options) keptShard() *kept {
	if o.Join != "" {
		return &kept{}
	}
	k := &kept{file: cache.File(filepath.Join(filepath.Dir(o.Output), summaryFile))}
	if o.Cache != "" {
		k.load()
	}
	return k
}

// listed notes the manifest of a shard's pages, and reports whether it could.
func (o Options) listed(r *record) bool {
	if o.Shard.Of == 0 {
		return true
	}
	text, err := os.ReadFile(filepath.Join(o.Output, publish.Manifest))
	r.Manifest = string(text)
	return err == nil
}

// shown are the places whose pages a round makes or keeps, in order.
func (r *round) shown() []*ledger.Place {
	shard := r.opt.Shard
	if shard.Of == 0 {
		return r.book.Places
	}
	var list []*ledger.Place
	for i, p := range leaves(r.book) {
		if i%shard.Of == shard.No-1 {
			list = append(list, p)
		}
	}
	return list
}

// read are the places whose files a round may read.
func (r *round) read() []*ledger.Place {
	if r.opt.Join == "" {
		return r.shown()
	}
	return slices.DeleteFunc(slices.Clone(r.book.Places), isLeaf)
}

// leaves are the places that have none below them.
func leaves(b *ledger.Book) []*ledger.Place {
	return slices.DeleteFunc(slices.Clone(b.Places), func(p *ledger.Place) bool { return !isLeaf(p) })
}

func isLeaf(p *ledger.Place) bool { return len(p.Children) == 0 }
