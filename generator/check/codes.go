package check

import "gongshi/generator/diag"

// The codes are stable: a village may filter by them. If Frictionless has a name for a kind of
// problem, the code is that name.
const (
	foreignKey       = "foreign-key"       // names something that does not exist
	primaryKey       = "primary-key"       // one identity given twice
	constraintError  = "constraint-error"  // a value outside what the rules allow
	missingRow       = "missing-row"       // a household lacks its row
	missingCell      = "missing-cell"      // a cell that must be filled is empty
	missingColumn    = "missing-label"     // a sheet lacks an item's column
	missingSheet     = "missing-sheet"     // a posted period lacks its sheet
	noScheme         = "no-scheme"         // no rules in force
	noTable          = "no-table"          // the rules give the period nothing to count
	notInPlace       = "not-in-place"      // the household is not there, or does not take part
	dateOrder        = "date-order"        // dates that contradict each other
	notPosted        = "not-posted"        // presupposes a posted notice
	incomplete       = "incomplete-draft"  // a sheet in preparation lacks something
	wrongOriginal    = "wrong-original"    // 原分 is not the present value
	ambiguous        = "ambiguous"         // names several things
	baseMismatch     = "base-mismatch"     // a base that is not the sum of its items
	leadingZeros     = "leading-zeros"     // ids that differ only in zeros
	kindChange       = "kind-change"       // a household that became a 单位, or the reverse
	cycleChange      = "cycle-change"      // rules that change the cycle within a year
	uselessCap       = "useless-cap"       // a cap that can never, or must always, cut
	sensitiveAlone   = "sensitive-alone"   // a sensitive item that its category's sum gives away
	ungrouped        = "ungrouped"         // households without a group
	zoneSize         = "zone-size"         // a group above the scheme's limit
	zonePanel        = "zone-panel"        // a panel below it
	zoneCross        = "zone-cross"        // a panel that assesses its own group
	unanswered       = "no-correction"     // an objection upheld without consequence
	finerThanShown   = "finer-than-shown"  // marks or points finer than the figures that are shown
	sourceLink       = "source-link"       // links that could lead to unmasked data
	privacyException = "privacy-exception" // personal data that is published on purpose
	sameDay          = "same-day"          // an event that was approved on the day of posting, and so came too late
	delicateWords    = "delicate-words"    // words about somebody's private life
)

// refer adds an error whose message names another row by its Row.
func (p *place) refer(at diag.Field, other diag.Position, code, message, hint string) {
	p.Wrong(at, code, message, hint).Refs = []diag.Position{other}
}

// wrongOrNote adds an error if the period is posted, and a note if not: a half-filled month does
// not stop the site (formats.md, "A sheet in preparation").
func (p *place) wrongOrNote(posted bool, at diag.Field, code, message, hint string) {
	if posted {
		p.Wrong(at, code, message, hint)
		return
	}
	p.Note(at, code, message, hint)
}
