// Package grid makes the page in which a clerk types the scores of a period: households as rows, items
// as columns. In comes the sheet as plain data; out go the page, and the script and style that it loads.
// The script asks the desk to check and to save by /desk/api; this package answers no request, reads no
// file and writes none.
package grid

// A Sheet is all that the page shows of a place's scores of one period.
type Sheet struct {
	Place, PlaceName   string
	Period, PeriodName string

	File   string // the file of scores, as a path within the site
	Digest string // the hex SHA-256 of that file's bytes, empty while there is no file
	Token  string // goes with every request, as X-Gongshi-Desk
	Sealed string // why nothing may be typed any more, in words; empty while the sheet is open

	// NotApplicable is what a cell 不适用 counts as, by which the page adds up a row at once: full,
	// zero or scale. Empty means full, as in the rules.
	NotApplicable string

	Items    []Item
	Rows     []Row
	Problems []Problem
}

// An Item is a column.
type Item struct {
	Code     string // names the column in requests
	Name     string
	Category string // the heading over it and its neighbours of the same category
	Min, Max string // the limits, as plain decimals; empty where there is none
	Decimals int    // fraction digits that pages show; finer points are noted
}

// A Row is a household.
type Row struct {
	Household string // its number, which names the row in requests
	Head      string // the name to show
	Group     string
	Line      int      // the line of the file, 0 where the file has none yet
	Cells     []string // as they are in the file, one for each item
	Before    string   // what its sheet of the period before came to; empty if there was none
	Locked    string   // why it cannot be typed, in words; empty if it can
}

// A Problem is what the check reports of the sheet. One without an item is about its row, one without a
// household about the whole sheet.
type Problem struct {
	Household string `json:"household"`
	Item      string `json:"item"`
	Severity  string `json:"severity"` // error, warning or note
	Text      string `json:"text"`
}
