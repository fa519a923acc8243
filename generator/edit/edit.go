// Package edit changes the clerk's files as a careful hand does: what is not to change stays the same, byte for byte.
//
// In: a table as it is written ([Open]) or the bytes of a TOML file ([OpenTOML]), and operations: a cell of a record,
// a new record, a record gone; a key of a table, lines at the end. Out: the new text in the file's own encoding,
// separator, quotation marks and line ends, and what differs, in words.
//
// It knows no rule of what a value may be, and writes nothing. A caller reads the file with package source first,
// and checks it afterwards.
package edit
