package site

import (
	"fmt"
	"time"

	"gongshi/generator/ledger"
)

// Options are what a command asks for.
type Options struct {
	Source string      // the site's folder
	Output string      // the built site's folder
	Place  string      // only this place and what lies below it; empty: all
	Date   ledger.Date // the day to build as on; 0: config.toml's, else the clock's
	Clock  time.Time   // now
	Drafts bool        // drafts too, every page marked 草稿
}

// day is the day that the site is built as on: the one asked for, else config.toml's,
// else the clock's in the site's time zone. That zone comes with it only where the day is
// the clock's: pages built as on a day that somebody chose do not move on from it, nor do
// drafts, which nobody is to pass on.
func (o Options) day(book *ledger.Book) (ledger.Date, *time.Location, error) {
	switch {
	case o.Date != 0:
		return o.Date, nil, nil
	case book.Config.Date != 0:
		return book.Config.Date, nil, nil
	}
	zone, err := time.LoadLocation(book.Config.Timezone)
	if err != nil {
		return 0, nil, fmt.Errorf("时区 %s：%w", book.Config.Timezone, err)
	}
	today := ledger.Day(o.Clock.In(zone).Date())
	if o.Drafts {
		zone = nil
	}
	return today, zone, nil
}
