package site

import (
	"fmt"
	"io/fs"
	"path"
	"sync/atomic"

	"gongshi/generator/cache"
	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/origin"
	"gongshi/generator/publish"
	"gongshi/generator/source"
)

// kept is what is known of the last build into the same folder, and what this one leaves for the
// next. nil is a build without a cache.
type kept struct {
	file cache.File
	last record
	next record
	site *cache.Trace

	shards []shard // of a site that is joined, whose places are not read

	spoilt atomic.Bool // this build must not be kept
}

// record is a build with what of its configuration tells which day it was for.
type record struct {
	cache.Build
	Timezone string
	Date     ledger.Date
	Shared   string                // what all places depend on, as a sum
	Places   map[string]*keptPlace // by path

	Day      ledger.Date // of a shard: as of which it is
	Edition  string      // likewise: the program's version
	Commit   string      // … the one checked out
	Manifest string      // … of its pages
}

// kept returns the cache of a build of a whole site, or what a shard leaves.
func (o Options) kept() *kept {
	if o.partial() {
		return o.keptShard()
	}
	if o.Cache == "" || o.Place != "" || o.Before != nil || o.Instead != nil {
		return nil
	}
	output := o.Output
	if o.Drafts {
		output = "drafts" // a preview may be in another folder each time
	}
	k := &kept{file: cache.At(o.Cache, o.Source, output)}
	k.load()
	return k
}

func (k *kept) load() {
	if !k.file.Load(&k.last) || !k.last.SameProgram() {
		k.last = record{}
	}
}

// same returns the result of a build that would be the same as the last.
func (k *kept) same(o Options) (publish.Result, diag.List, bool) {
	if k == nil || o.Verify || k.last.Asked == "" || k.last.Asked != o.asked(k.last) {
		return publish.Result{}, nil, false
	}
	folder := source.Dir(o.Source)
	defer folder.Close()
	if !k.last.same(folder) {
		return publish.Result{}, nil, false
	}
	if git, known := o.git(); !known || git != k.last.Git {
		return publish.Result{}, nil, false
	}
	files, intact := k.last.Output.Intact(o.Output)
	return publish.Result{Unchanged: files}, k.last.List, intact
}

// asked is what a build was asked for and did not see in the site's folder.
func (o Options) asked(of record) string {
	choices, err := o.choices(ledger.Config{Timezone: of.Timezone, Date: of.Date})
	if err != nil {
		return ""
	}
	key := ""
	if o.Key != nil {
		key = o.Key.Public
	}
	return fmt.Sprintf("%d %t %t %t %t %t %q %q", choices.Day, choices.Still, o.Drafts, o.Date != 0, o.Apart, o.NoHistory, o.Program, key)
}

// git is what git tells of the site.
func (o Options) git() (string, bool) {
	if o.NoHistory {
		return "", true
	}
	return origin.State(o.Source)
}

// begin lets a build note what it sees.
func (k *kept) begin(o Options) Options {
	if k == nil {
		return o
	}
	begun := k.file.Begin()
	git, known := o.git()
	if begun == 0 && k.shards == nil || !known {
		return o
	}
	k.next.Git, k.next.Program, k.next.Site.Begun = git, cache.Program(k.last.Program, begun), begun
	k.next.Output = k.last.Output
	if o.Verify {
		k.next.Output.Files = nil
	}
	k.site = cache.Watch(o.files)
	k.spoilt.Store(false)
	o.watch = k
	return o
}

// built is the built site as it was. A build that has found no error may have read checkpoints,
// and finds none either when it reads those that it wrote. Anything else that it read was about
// to change, so that the next build would see another.
type built struct {
	fs.FS
	of *kept
}

func (b built) Open(name string) (fs.File, error) {
	if path.Base(name) != "checkpoint" {
		b.of.spoilt.Store(true)
	}
	return b.FS.Open(name)
}
