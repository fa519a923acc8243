package main

import (
	"os"
	"path"
	"path/filepath"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/site"
)

// where are the flags that every command has.
type where struct {
	Source string `help:"网站文件夹，内有 config.toml" default:"." type:"existingdir" placeholder:"DIR"`
	Date   string `help:"按这一天的情形，如 2024-01-12；默认用 config.toml 的 date，再默认今天" placeholder:"YYYY-MM-DD"`

	NoHistory bool `help:"不查 git 的提交记录，网页上不写资料出自哪次提交"`
}

func (w where) options(t *terminal) (site.Options, error) {
	d, err := flagDate("--date", w.Date)
	return site.Options{Source: w.Source, Date: d, Clock: t.clock, NoHistory: w.NoHistory, Program: edition(), Cache: cache()}, err
}

// read reads the site, or a place of it and what is below it.
func (w where) read(t *terminal, place string) (site.Work, diag.List, error) {
	opt, err := w.options(t)
	if err != nil {
		return site.Work{}, nil, err
	}
	opt.Place = placePath(place)
	return site.Read(opt)
}

// cache is a folder of this person's for what can be found out again; "" where there is none.
func cache() string {
	folder, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(folder, "gongshi")
}

// placePath is a place's path as typed, without what a shell's completion adds.
func placePath(typed string) string {
	p := strings.Trim(filepath.ToSlash(typed), "/")
	p = strings.TrimPrefix(p, "data/")
	if p == "" {
		return ""
	}
	return path.Clean(p)
}
