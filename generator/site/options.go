package site

import (
	"fmt"
	"slices"
	"time"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/origin"
)

// Options are what a command asks for.
type Options struct {
	Source string      // the site's folder
	Output string      // the built site's folder
	Place  string      // only this place and what lies below it; empty: all
	Date   ledger.Date // the day to build as on; 0: config.toml's, else the clock's
	Clock  time.Time   // now
	Drafts bool        // drafts too, every page marked 草稿

	NoHistory bool   // git is not asked from which commits the data came
	Cache     string // a folder for what is dear to find out and can be found out again; "": none
}

// history asks git from which commits a site's files came.
func (o Options) history(c *ledger.Config) (*origin.History, diag.List, error) {
	if o.NoHistory {
		return nil, nil, nil
	}
	zone, err := zone(c)
	if err != nil {
		return nil, nil, err
	}
	h, notes := origin.Read(o.Source, zone)
	return h, notes, nil
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

func zone(c *ledger.Config) (*time.Location, error) {
	zone, err := time.LoadLocation(c.Timezone)
	if err != nil {
		return nil, fmt.Errorf("时区 %s：%w", c.Timezone, err)
	}
	return zone, nil
}

// day is the day that the site is built as on: the one asked for, else config.toml's,
// else the clock's in the site's time zone.
func (o Options) day(book *ledger.Book) (ledger.Date, error) {
	switch {
	case o.Date != 0:
		return o.Date, nil
	case book.Config.Date != 0:
		return book.Config.Date, nil
	}
	zone, err := zone(&book.Config)
	if err != nil {
		return 0, err
	}
	y, m, d := o.Clock.In(zone).Date()
	return ledger.Day(y, m, d), nil
}
