package site

import (
	"time"

	"gongshi/generator/ledger"
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
}

// day is the day that the site is built as on: the one asked for, else config.toml's,
// else the clock's in the site's time zone. Pages built as on a day that somebody chose stand
// still on it, and so do drafts, which nobody is to pass on.
func (o Options) day(book *ledger.Book, zone *time.Location) (day ledger.Date, still bool) {
	switch {
	case o.Date != 0:
		return o.Date, true
	case book.Config.Date != 0:
		return book.Config.Date, true
	}
	return ledger.Day(o.Clock.In(zone).Date()), o.Drafts
}
