// Package page makes the page models: for every file of the site its address, title
// and typed data, with charts as data.
//
// In: the Book, the states and the Standings. Out: [Page] values, one a file, that
// templates and writers in package render turn into bytes. It decides what the public
// may see of people (config.toml, [privacy]); it holds no HTML, reads no file, and
// works out no points.
package page

// Page is the model of one file of the site.
type Page interface {
	// At is the file's slash path below public/, not percent-encoded.
	At() string
}
