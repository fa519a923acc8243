// Package page makes the page models: for every file of the site its address, title
// and typed data, with charts as data.
//
// In: what is published, as package gazette has it, and nothing else, so every page can be made again from that.
// Out: [Page] values, one a file, that templates and writers in package render turn into bytes. It holds no HTML,
// reads no file, works out no points, and does not decide who may be seen.
//
// Its plan (plan.go) alone tells which files there are, and when; package address tells where each is. What is
// separate from pages is made in rooms below, from the values that it needs: feeds and calendars in news, the
// lists of open data in opendata, rows of figures in figure, charts in chart, versions of the rules in rules, the
// days of publicity in publicity, how a household's figures came about in account, paper to be filled in by hand in
// forms, the villages of a town in town, the slides for a meeting in screen, and what is read aloud in broadcast.
package page

// Page is the model of one file of the site.
type Page interface {
	// At is the file's slash path below public/, not percent-encoded.
	At() string
}
