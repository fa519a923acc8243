package ledger

import "gongshi/generator/diag"

// Seal is one row of seals.csv: a posted period as it was sealed on a day.
type Seal struct {
	diag.Record
	No         int // from 1, without a gap
	Period     Period
	Date       Date
	Households int
	Digest     string // 64 hexadecimal digits
}

// Salt is one row of salts.csv: the salt of one line of a seal, and the line's digest.
type Salt struct {
	diag.Record
	No      int    // of the seal
	Of      string // 户号 as published, or a word that cannot be a 户号
	Salt    string
	Private string // salts what is never published; empty if a line has nothing such
	Digest  string // of the line, 64 hexadecimal digits
}
