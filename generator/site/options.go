package site

import (
	"io/fs"
	"slices"
	"time"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/origin"
	"gongshi/generator/proof"
)

// Options are what a command asks for.
type Options struct {
	Source string      // the site's folder
	Output string      // the built site's folder
	Place  string      // only this place and what lies below it; empty: all
	Date   ledger.Date // the day to build as on; 0: config.toml's, else the clock's
	Clock  time.Time   // now
	Drafts bool        // drafts too, every page marked 草稿
	Key    *proof.Key  // signs the checkpoints; nil: they are not signed

	Before  fs.FS             // the site as it was: its seals must stand still; nil: nothing is known of it
	Instead map[string][]byte // files as they would be, by their paths: the site is read as if they were written; nil: removed
	Apart   bool              // problems of one cause are not made one

	NoHistory bool   // git is not asked from which commits the data came
	Program   string // its version, which the site tells; "": not known
	Cache     string // a folder for what is dear to find out and can be found out again; "": none
}

// history asks git from which commits a site's files came. Some places have no seals, or have
// lost them.
func (o Options) history(unsealed []*ledger.Place, zone *time.Location) (*origin.History, diag.List) {
	if o.NoHistory {
		return nil, nil
	}
	var seals []string
	for _, p := range unsealed {
		seals = append(seals, proof.SealsFile(p))
	}
	return origin.Read(o.Source, zone, seals)
}

// entered are the files whose lines pages link to: of assessments, events and corrections.
func entered(b *ledger.Book) []string {
	var files []string
	for _, p := range b.Places {
		for _, s := range p.Sheets {
			files = append(files, s.File)
		}
		for _, e := range p.Events {
			files = append(files, e.File)
		}
		for _, c := range p.Corrections {
			files = append(files, c.File)
		}
	}
	slices.Sort(files)
	return slices.Compact(files)
}

// day is the day that the site is built as on: the one asked for, else config.toml's,
// else the clock's in the site's time zone. Pages built as on a day that somebody chose stand
// still on it, and so do drafts, which nobody is to pass on.
func (o Options) day(config ledger.Config, zone *time.Location) (day ledger.Date, still bool) {
	switch {
	case o.Date != 0:
		return o.Date, true
	case config.Date != 0:
		return config.Date, true
	}
	return ledger.Day(o.Clock.In(zone).Date()), o.Drafts
}
