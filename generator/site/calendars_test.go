package site_test

import (
	"fmt"
	"path"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"gongshi/generator/sitetest"
)

// property is a content line of a calendar, unfolded.
type property struct{ name, value string }

// icsProblems holds a file against RFC 5545 as far as a calendar of whole days needs it:
// its lines (3.1), the components and their required properties (3.6, 3.6.1), the forms
// of values (3.3). It also gives the events.
func icsProblems(content []byte) (events []map[string]string, problems []string) {
	say := func(format string, args ...any) { problems = append(problems, fmt.Sprintf(format, args...)) }
	lines := unfold(string(content), say)
	if len(lines) < 3 || lines[0] != (property{"BEGIN", "VCALENDAR"}) || lines[len(lines)-1] != (property{"END", "VCALENDAR"}) {
		say("no VCALENDAR")
		return nil, problems
	}
	head, uids := make(map[string]string), make(map[string]bool)
	var event map[string]string
	for _, p := range lines[1 : len(lines)-1] {
		switch in := event; {
		case p == property{"BEGIN", "VEVENT"} && event == nil:
			event = make(map[string]string)
		case p == property{"END", "VEVENT"} && event != nil:
			eventProblems(event, uids, say)
			events, event = append(events, event), nil
		case p.name == "BEGIN" || p.name == "END":
			say("%v", p)
		default:
			if in == nil {
				in = head
			}
			if _, twice := in[p.name]; twice {
				say("%s twice", p.name)
			}
			in[p.name] = p.value
		}
	}
	if head["VERSION"] != "2.0" || head["PRODID"] == "" || len(events) == 0 || event != nil {
		say("version %q, product %q, %d events", head["VERSION"], head["PRODID"], len(events))
	}
	return events, problems
}

var (
	propertyName = regexp.MustCompile(`^[A-Z-]+(;VALUE=DATE)?$`)
	stamp        = regexp.MustCompile(`^\d{8}T\d{6}Z$`)
)

// unfold checks each line's end, length and characters, and puts together what goes on.
func unfold(text string, say func(string, ...any)) []property {
	body, ended := strings.CutSuffix(text, "\r\n")
	if !ended {
		say("the last line has no end")
	}
	var whole []string
	for i, line := range strings.Split(body, "\r\n") {
		switch {
		case len(line) > 75 || line == "" || strings.ContainsAny(line, "\r\n\x00\x07") || !utf8.ValidString(line):
			say("line %d: %d octets, %q", i+1, len(line), line)
		case line[0] == ' ' && len(whole) > 0:
			whole[len(whole)-1] += line[1:]
			continue
		}
		whole = append(whole, line)
	}
	var list []property
	for _, line := range whole {
		name, value, found := strings.Cut(line, ":")
		if !found || !propertyName.MatchString(name) || value == "" {
			say("no property: %q", line)
		}
		list = append(list, property{name, value})
	}
	return list
}

func eventProblems(e map[string]string, uids map[string]bool, say func(string, ...any)) {
	for _, name := range []string{"UID", "SUMMARY", "DESCRIPTION"} {
		if e[name] == "" || badText(e[name]) {
			say("%s: %q", name, e[name])
		}
	}
	if uids[e["UID"]] || !strings.Contains(e["UID"], "@") {
		say("UID %q stands twice, or is not of a host", e["UID"])
	}
	uids[e["UID"]] = true
	if _, err := time.Parse("20060102T150405Z", e["DTSTAMP"]); err != nil || !stamp.MatchString(e["DTSTAMP"]) {
		say("%s: stamp %q", e["UID"], e["DTSTAMP"])
	}
	from, err := time.Parse("20060102", e["DTSTART;VALUE=DATE"])
	to, err2 := time.Parse("20060102", e["DTEND;VALUE=DATE"])
	if err != nil || err2 != nil || !from.Before(to) {
		say("%s: from %q to %q", e["UID"], e["DTSTART;VALUE=DATE"], e["DTEND;VALUE=DATE"])
	}
}

// badText reports a backslash that escapes nothing, or a separator that is not escaped.
func badText(s string) bool {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			if i++; i == len(s) || !strings.ContainsRune(`\;,nN`, rune(s[i])) {
				return true
			}
		case ';', ',':
			return true
		}
	}
	return false
}

// What the test of calendars finds wrong, so that it can be trusted where it finds nothing.
func TestICSProblems(t *testing.T) {
	good := "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:a@b\r\nDTSTAMP:20240101T000000Z\r\nDTSTART;VALUE=DATE:20240101\r\n" +
		"DTEND;VALUE=DATE:20240102\r\nSUMMARY:一\r\n 二\\,三\r\nDESCRIPTION:四\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
	events, list := icsProblems([]byte(good))
	if len(list) > 0 || len(events) != 1 || events[0]["SUMMARY"] != `一二\,三` {
		t.Errorf("of a good one: %v %v", events, list)
	}
	event := good[strings.Index(good, "BEGIN:VEVENT"):strings.Index(good, "END:VCALENDAR")]
	for _, c := range [][2]string{
		{"VERSION:2.0\r\n", ""}, {"PRODID:x\r\n", ""}, {event, ""}, {event, event + event}, {"END:VEVENT\r\n", ""}, {"\r\nEND:VCALENDAR\r\n", "\r\nEND:VCALENDAR"},
		{"UID:a@b\r\n", ""}, {"UID:a@b", "UID:a"}, {"UID:a@b", "UID:a@b\r\nUID:c@b"}, {"DTSTAMP:20240101T000000Z\r\n", ""}, {"T000000Z", "T000000"},
		{"20240102", "20240101"}, {"20240102", "20240230"}, {`\,`, ","}, {`\,`, ";"}, {`\,`, `\x`}, {"一", "一\n"}, {"四", strings.Repeat("四", 22)},
		{"四", "\xe5\x9b\r\n \x9b"}, {"四\r\n", "四\n"}, {"SUMMARY:", "Summary:"}, {"DESCRIPTION:四", "DESCRIPTION"},
	} {
		bad := strings.Replace(good, c[0], c[1], 1)
		if _, list := icsProblems([]byte(bad)); bad == good || len(list) == 0 {
			t.Errorf("%q for %q is not found", c[1], c[0])
		}
	}
}

// Every calendar of the sample is valid; an event has the same id in every calendar, and
// no other has it.
func TestCalendarsAreICS(t *testing.T) {
	for host, files := range map[string]sitetest.Tree{"@gongshi.example": sitetest.Sample(t), "@gongshi.invalid": homeless(t)} {
		calendars, known := 0, make(map[string]string)
		for name, content := range files {
			if path.Ext(name) != ".ics" {
				continue
			}
			calendars++
			events, problems := icsProblems(content)
			for _, problem := range problems {
				t.Errorf("%s: %s", name, problem)
			}
			for _, e := range events {
				id, text := e["UID"], fmt.Sprint(e)
				if !strings.HasSuffix(id, host) || known[id] != "" && known[id] != text {
					t.Errorf("%s: UID %s\n%s\n%s", name, id, text, known[id])
				}
				known[id] = text
				link, linked := strings.CutPrefix(e["URL"], "https://gongshi.example/x/")
				if _, ok := files[link]; linked && !ok || e["URL"] != "" && !linked {
					t.Errorf("%s: %s leads nowhere", name, e["URL"])
				}
			}
		}
		if calendars < 20 || len(known) < 100 {
			t.Errorf("only %d calendars, %d events", calendars, len(known))
		}
	}
}
