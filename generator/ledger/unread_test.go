package ledger

import "testing"

func TestUnread(t *testing.T) {
	town := &Place{Path: "t", Unread: Unread{"scheme/2023.toml": true}}
	village := &Place{Path: "t/v", Parent: town, Unread: Unread{"scores/2023-01.csv": true, "events": true}}
	for file, want := range map[string]bool{
		"scores/2023-01.csv": true, "scores/2023-02.csv": false, "events/x.csv": true, "households.csv": false,
	} {
		if got := village.Unread.Has(file); got != want {
			t.Errorf("Has(%s) = %v", file, got)
		}
	}
	for folder, want := range map[string]bool{"scores": true, "events": true, "score": false, "notices": false} {
		if got := village.Unread.Any(folder); got != want {
			t.Errorf("Any(%s) = %v", folder, got)
		}
	}
	if !village.RulesUnread() || (&Place{}).RulesUnread() {
		t.Error("rules")
	}
}
