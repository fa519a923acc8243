package ledger

import "gongshi/generator/diag"

// Config is config.toml.
type Config struct {
	diag.Position
	Keys      Keys
	Title     string
	BaseURL   string // absolute, ends with a slash, or empty
	Language  string
	Theme     string
	Timezone  string
	Date      Date // 0: not pinned
	ScreenTop int  // 0: all
	Privacy   Privacy
	SourceURL string // [source] url
}

// Privacy is [privacy]: what the public pages show of people.
type Privacy struct {
	Names      Names
	Consent    Consent
	Deductions Deductions
	Index      bool
	Keep       int // months; 0: for ever
	Contact    string
}

// Names tells how the head of a household is named.
type Names string

const (
	NamesMasked  Names = "masked"
	NamesSurname Names = "surname"
	NamesFull    Names = "full"
	NamesNone    Names = "none"
)

// Consent tells what becomes of a household that has not agreed to be named.
type Consent string

const (
	ConsentNumber Consent = "number"
	ConsentOmit   Consent = "omit"
	ConsentIgnore Consent = "ignore"
)

// Deductions tells what public pages show of a deduction.
type Deductions string

const (
	DeductionsPoints  Deductions = "points"
	DeductionsGrounds Deductions = "grounds"
)
