package site_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"gongshi/generator/sitetest"
)

// A loudspeaker speaks some 240 characters a minute, and nobody listens for longer than three; a
// message of a group is read at a glance. While objections are open the last day is said twice.
func TestBroadcastsAreShort(t *testing.T) {
	scripts, open := 0, 0
	for name, content := range sitetest.Sample(t) {
		if !strings.Contains(name, "/broadcast/") || !strings.HasSuffix(name, ".txt") {
			continue
		}
		text, most := string(content), 700
		if strings.HasSuffix(name, "-wechat.txt") {
			most = 499
		} else if scripts++; strings.ContainsAny(text, "0123456789") {
			t.Errorf("%s has figures that are not words: %s", name, text)
		}
		if n := utf8.RuneCountInString(text); n > most {
			t.Errorf("%s has %d characters, more than %d", name, n, most)
		}
		if !strings.HasPrefix(text, "\uFEFF") || strings.Count(text, "\n") != strings.Count(text, "\r\n") {
			t.Errorf("%s: Notepad cannot show it", name)
		}
		if _, after, ok := strings.Cut(text, "提异议的最后一天是"); ok {
			day, _, _ := strings.Cut(after, "，")
			if open++; strings.Count(text, day) != 2 {
				t.Errorf("%s does not say %s twice", name, day)
			}
		}
	}
	if scripts < 100 || open == 0 {
		t.Errorf("%d scripts, %d of them of open periods", scripts, open)
	}
}
