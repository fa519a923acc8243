package ledger

// Notice is notices/<period>.toml.
type Notice struct {
	Section
	Period     Period
	Posted     Date // 0 for a draft
	Visited    Date
	Title      string
	Meeting    Meeting
	Panels     []Panel
	Reported   Date // [report] date
	Objections []*Objection
}

// Meeting is the panel's or the representatives' meeting.
type Meeting struct {
	Date         Date   `json:"date,omitzero"`
	Present      int    `json:"present,omitzero"`
	SupervisedBy string `json:"supervised_by,omitzero"`
}

// Panel is who assessed a group this time.
type Panel struct {
	Section
	Group   string
	Members []string
}

// Objection questions one household's score. Who objects is not recorded, and its
// text is never published, so it is not read.
type Objection struct {
	Section
	No        string
	Received  Date
	Household string // key
	ID        string // as typed
	About     string
	Decided   Date   // 0 while pending
	Outcome   string // upheld, rejected; empty while pending
	Answer    string
}
