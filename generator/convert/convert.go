// Package convert reads and writes the spreadsheets of clerks.
//
// Out to the clerk: a place and a period as a [Form] to fill in, which [Form.Write] makes a workbook of. Back from
// the clerk: an [Import] merges what was filled in into the files, cell by cell; it writes nothing, but tells what
// would change, and how the files would be.
//
// In: the bytes of any workbook or table ([Read]). Out: a [Workbook], whose cells are text as
// a clerk would type it into a CSV file, and what is wrong with it, by sheet and cell. What of it
// is to be kept: the [Table]s that [Tables] finds in it, by kind and period, with the records
// of each and where they are.
//
// Workbooks are written with excelize, but read by a stream of our own: excelize makes each row
// as long as its last cell and each sheet as long as its last row, so that a small file could
// take all memory, and its rows do not tell a number from a text, or a formula without a
// value from an empty cell.
package convert
