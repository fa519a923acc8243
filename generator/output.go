package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"gongshi/generator/publish"
	"gongshi/generator/site"
)

// outputFor settles where the site is written. Drafts never go into public/ nor below
// it, by whatever name, from where they could be published by mistake; nor do shards, whose
// summaries hold more than is published, nor into any other site.
func outputFor(opt *site.Options) error {
	public := filepath.Join(opt.Source, "public")
	if opt.Output == "" {
		opt.Output = public
	}
	switch {
	case opt.Drafts && within(public, opt.Output):
		return errors.New("--drafts 要配 --output，且不能是 public 或它里面的文件夹：草稿不可公布")
	case opt.Shard.Of > 0 && within(public, opt.Output):
		return errors.New("--shard 要配 --output，且不能是 public 或它里面的文件夹：分片的摘要不可公布")
	case opt.Join != "" && within(opt.Output, opt.Join):
		return errors.New("--join 的文件夹不能在网站里：分片的摘要不可公布")
	case opt.Shard.Of > 0:
		return unpublished(filepath.Join(opt.Output, opt.Shard.Folder()))
	case opt.Join != "":
		return unpublished(opt.Join)
	}
	return nil
}

// unpublished refuses a folder for shards that is a site, or in one.
func unpublished(folder string) error {
	at, err := resolved(folder)
	if err != nil {
		return err
	}
	for {
		if _, err := os.Lstat(filepath.Join(at, publish.MarkName)); err == nil {
			return fmt.Errorf("分片不能放在 %s：%s 里有 %s，是公布的网站，分片的摘要不可公布。换一个文件夹", folder, at, publish.MarkName)
		}
		above := filepath.Dir(at)
		if above == at {
			return nil
		}
		at = above
	}
}

// shard reads a --shard.
func shard(typed string) (site.Shard, error) {
	s, ok := site.ParseShard(typed)
	if !ok {
		return s, fmt.Errorf("--shard “%s”：写第几片、共几片，如 2/4", typed)
	}
	return s, nil
}

// within tells whether path is the folder dir or lies below it, links followed. One
// whose place cannot be told counts as within.
func within(dir, path string) bool {
	dir, errDir := resolved(dir)
	path, errPath := resolved(path)
	if errDir != nil || errPath != nil {
		return true
	}
	folder, errFolder := os.Stat(dir)
	for {
		// Windows and macOS know one folder as Public and as public.
		info, err := os.Stat(path)
		if path == dir || errFolder == nil && err == nil && os.SameFile(folder, info) {
			return true
		}
		above := filepath.Dir(path)
		if above == path {
			return false
		}
		path = above
	}
}

// resolved is path, absolute and without links, as far as it exists.
func resolved(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	real, err := filepath.EvalSymlinks(path)
	if !errors.Is(err, os.ErrNotExist) || filepath.Dir(path) == path {
		return real, err
	}
	above, err := resolved(filepath.Dir(path))
	return filepath.Join(above, filepath.Base(path)), err
}

// writeNew writes a file where there is none yet; the error is fs.ErrExist where there is one.
func writeNew(name string, data []byte, mode fs.FileMode) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Close())
}
