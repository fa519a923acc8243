package desk

import (
	"strings"
	"testing"

	"gongshi/generator/look"
)

// Every key of the grid pattern goes where it says, with one stop of Tab for the whole sheet.
// (traps 1: keyboard model of the APG grid; Tab and Enter commit and move, the next cell is not in edit mode.)
func TestKeysMove(t *testing.T) {
	_, tab := serve(t, sheet(60, 18))
	for _, c := range []struct{ keys, want string }{
		{"", "001 庭院"},
		{"Right", "001 客厅"},
		{"Down Down", "003 客厅"},
		{"Left", "003 庭院"},
		{"Left Up Up Up", "001 庭院"},
		{"End", "001 义务劳动"},
		{"Right", "001 义务劳动"},
		{"Home", "001 庭院"},
		{"Ctrl+End", "060 义务劳动"},
		{"Ctrl+Home", "001 庭院"},
		{"Ctrl+End", "060 义务劳动"},
		{"Shift+Tab", "060 红白喜事从简"},
		{"Ctrl+Home", "001 庭院"},
		{"PageDown PageUp", "001 庭院"},
		{"Enter Enter", "003 庭院"},
		{"Shift+Enter", "002 庭院"},
		{"Tab Tab", "002 厨房"},
		{"Enter", "003 庭院"}, // where Tab began, as in a spreadsheet
		{"End Tab", "004 庭院"},
		{"Shift+Tab", "003 义务劳动"},
		{"Home Up Up Shift+Down Shift+Right", "001 庭院"}, // the active cell stays
		{"Right", "001 客厅"},
	} {
		if c.keys != "" {
			press(t, tab, strings.Fields(c.keys)...)
		}
		wants(t, c.keys, spot(t, tab), c.want)
		if !look.Ask[bool](t, tab, `document.activeElement.id === "pen" && pen.className === ""`) {
			t.Errorf("%s: the text area lost the focus, or is in edit mode", c.keys)
		}
	}
	press(t, tab, "PageDown")
	if at := spot(t, tab); at < "010" || at > "020" {
		t.Errorf("a page down leads to %s", at)
	}
}
