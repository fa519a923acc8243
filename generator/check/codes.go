package check

import "gongshi/generator/diag"

// The codes are stable: a village may filter by them. Where Frictionless has a name
// for a kind of problem, it is that name.
const (
	foreignKey      = "foreign-key"      // names something that does not exist
	primaryKey      = "primary-key"      // one identity given twice
	constraintError = "constraint-error" // a value outside what the rules allow
	missingRow      = "missing-row"      // a household lacks its row
	missingCell     = "missing-cell"     // a cell that must be filled is empty
	missingColumn   = "missing-label"    // a sheet lacks an item's column
	missingSheet    = "missing-sheet"    // a posted period lacks its sheet
	noScheme        = "no-scheme"        // no rules in force
	noTable         = "no-table"         // the rules give the period nothing to count
	notInPlace      = "not-in-place"     // the household is not there, or does not take part
	dateOrder       = "date-order"       // dates that contradict each other
	notPosted       = "not-posted"       // presupposes a posted notice
	incomplete      = "incomplete-draft" // a sheet in preparation lacks something
	wrongOriginal   = "wrong-original"   // 原分 is not what stands
	ambiguous       = "ambiguous"        // names several things
	baseMismatch    = "base-mismatch"    // a base that is not the sum of its items
	leadingZeros    = "leading-zeros"    // ids that differ in zeros alone
	kindChange      = "kind-change"      // a household that became a 单位, or the reverse
	cycleChange     = "cycle-change"     // rules that change the cycle within a year
	uselessCap      = "useless-cap"      // a cap that can never, or must always, cut
	sensitiveAlone  = "sensitive-alone"  // a sensitive item that its category's sum gives away
	ungrouped       = "ungrouped"        // households without a group
	zoneSize        = "zone-size"        // a group above the scheme's limit
	zonePanel       = "zone-panel"       // a panel below it
	zoneCross       = "zone-cross"       // a panel that assesses its own group
	unanswered      = "no-correction"    // an objection upheld without consequence
	finerThanShown  = "finer-than-shown" // marks or points finer than the figures that are shown
	sourceLink      = "source-link"      // links that could lead to unmasked data
)

// findings gathers what was found.
type findings struct{ list diag.List }

// wrong adds an error: nothing is built until it is mended.
func (f *findings) wrong(at diag.Position, code, heading, message, hint string) {
	f.list.Add(diag.Diagnostic{Position: at, Severity: diag.Error, Code: code, Heading: heading, Message: message, Hint: hint})
}

// refer adds an error whose message names another row by its Row.
func (f *findings) refer(at, other diag.Position, code, heading, message, hint string) {
	f.list.Add(diag.Diagnostic{Position: at, Refs: []diag.Position{other}, Severity: diag.Error, Code: code, Heading: heading, Message: message, Hint: hint})
}

// note adds a note: the build goes on.
func (f *findings) note(at diag.Position, code, heading, message, hint string) {
	f.list.Add(diag.Diagnostic{Position: at, Severity: diag.Note, Code: code, Heading: heading, Message: message, Hint: hint})
}

// wrongOrNote is an error where the period is posted, and a note while it is not:
// a half-filled month does not hold up the site (formats.md, "A sheet in preparation").
func (f *findings) wrongOrNote(posted bool, at diag.Position, code, heading, message, hint string) {
	if posted {
		f.wrong(at, code, heading, message, hint)
		return
	}
	f.note(at, code, heading, message, hint)
}
