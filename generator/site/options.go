package site

import (
	"io/fs"
	"path"
	"path/filepath"
	"time"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/origin"
	"gongshi/generator/proof"
	"gongshi/generator/source"
)

// Options are what a command asks for.
type Options struct {
	Source string      // the site's folder
	Output string      // the built site's folder
	Place  string      // only this place and what is below it; empty for all
	Shard  Shard       // only the pages of these places, into a folder of the shard below Output
	Join   string      // a folder of shards, which need not be built; "" for none
	Date   ledger.Date // the day to build for; 0 for config.toml's, or the clock's
	Clock  time.Time   // now
	Drafts bool        // build drafts too, every page marked 草稿
	Key    *proof.Key  // signs the checkpoints; nil if they are not signed

	Before  fs.FS             // the site as it was, whose seals must not change; nil if unknown
	Instead map[string][]byte // files by path, read as if they had this content; nil if removed
	Apart   bool              // problems with one cause are not merged
	Figures bool              // read as far as figures and seals, and make nothing of what is published

	NoHistory bool   // do not ask git from which commits the data came
	Program   string // the program's version, which the site names; "" if unknown
	Cache     string // a folder for what takes long to find out; "" for none
	Verify    bool   // read the built site, whatever the disk tells of its files

	Changing func(paths []string) error // see publish.Options
	Progress func(Progress)             // is told of each file that is made; nil for nobody
	Early    Early                      // pages that are made before all others
	Beside   func([]Shard)              // is told of the joined shards whose pages are not there; nil for nobody

	files *source.Files // those of Source, while a build reads them
	watch *kept         // notes what the build sees; nil if nothing is kept
}

// Progress is how far the build of a whole site is.
type Progress struct{ Places, Of, Files int }

// history asks git from which commits a site's files came. Places that are not sealed have no seals,
// or have lost them.
func (o Options) history(
	book *ledger.Book, sealed func(*ledger.Place) bool, zone *time.Location,
) (*origin.History, diag.List) {
	if o.NoHistory {
		return nil, nil
	}
	var seals []string
	for _, p := range book.Places {
		if !sealed(p) {
			seals = append(seals, proof.SealsFile(p))
		}
	}
	history, notes := origin.Read(o.Source, zone, seals)
	return history, append(notes, namesKept(book.Config, history)...)
}

// lines is the folder in which the origins of lines are kept; "" for none.
func (o Options) lines() string {
	if o.Cache == "" {
		return ""
	}
	return filepath.Join(o.Cache, "lines")
}

// entered returns whether a file is one of some places whose lines pages link to: of assessments,
// events and corrections.
func entered(places []*ledger.Place) func(file string) bool {
	folders := make(map[string]bool, len(places))
	for _, p := range places {
		folders[path.Join("data", p.Path)] = true
	}
	return func(file string) bool {
		folder := path.Dir(file)
		switch path.Base(folder) {
		case "scores", "events":
			return folders[path.Dir(folder)]
		}
		return path.Base(file) == "corrections.csv" && folders[folder]
	}
}

// Day returns the day as of which a site with this configuration is read.
func (o Options) Day(config ledger.Config) (ledger.Date, error) {
	choices, err := o.choices(config)
	return choices.Day, err
}
