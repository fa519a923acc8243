package ledger

// Config is config.toml.
type Config struct {
	Section   `json:"-"`
	Title     string  `json:"title,omitzero"`
	BaseURL   string  `json:"base_url,omitzero"` // absolute, ends with a slash, or empty
	Language  string  `json:"language,omitzero"`
	Theme     string  `json:"theme,omitzero"`
	Timezone  string  `json:"timezone,omitzero"`
	Date      Date    `json:"date,omitzero"`       // 0 if not pinned
	ScreenTop int     `json:"screen_top,omitzero"` // 0 for all
	Privacy   Privacy `json:"privacy,omitzero"`
	SourceURL string  `json:"source_url,omitzero"` // [source] url
}

// Privacy is [privacy]: what the public pages show of people.
type Privacy struct {
	Names      Names      `json:"names,omitzero"`
	Consent    Consent    `json:"consent,omitzero"`
	Deductions Deductions `json:"deductions,omitzero"`
	Index      bool       `json:"index,omitzero"`
	Keep       int        `json:"keep,omitzero"`      // months; 0 for ever
	NamesFor   int        `json:"names_for,omitzero"` // likewise
	NamesFile  string     `json:"-"`                  // supplies the heads that the register leaves empty; not kept with the data
	Contact    string     `json:"contact,omitzero"`
}

// Names is how the head of a household is named.
type Names string

const (
	NamesMasked  Names = "masked"
	NamesSurname Names = "surname"
	NamesFull    Names = "full"
	NamesNone    Names = "none"
)

// Consent is the treatment of a household that has not consented to be named.
type Consent string

const (
	ConsentNumber Consent = "number"
	ConsentOmit   Consent = "omit"
	ConsentIgnore Consent = "ignore"
)

// Deductions is what public pages show of a deduction.
type Deductions string

const (
	DeductionsPoints  Deductions = "points"
	DeductionsGrounds Deductions = "grounds"
)
