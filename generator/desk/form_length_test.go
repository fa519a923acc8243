package desk

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"gongshi/generator/sitetest"
)

// What is too long for its field, or no line, is refused and not left out; just as long as may be, it is written.
func TestFieldsAreNotLeftOut(t *testing.T) {
	more := map[string]string{deeds: "编号,日期,户号,项目\n"}
	with := func(name, value string) map[string][]string {
		return fields("kind", "好人好事", "date", "2026-04-03", "household", "001", name, value)
	}
	for name, c := range map[string]refused{
		"grounds":            {"event", "", more, with("grounds", strings.Repeat("清", 2001)), "“事由”写了 2001 个字，最多写 2000 个"},
		"who entered it":     {"event", "", more, with("by", strings.Repeat("甲", 201)), "“记录人、经办”写了 201 个字，最多写 200 个"},
		"two lines":          {"event", "", more, with("grounds", "清渠\n修路"), "“事由”里有换行"},
		"a field of no page": {"event", "", more, with("else", strings.Repeat("x", 201)), "“else”"},
	} {
		t.Run(name, c.test)
	}
	grounds := strings.Repeat("清", 2000)
	t.Run("as long as may be", written{"event", "2026-04", more, with("grounds", " "+grounds), deeds,
		"编号,日期,户号,项目,事由\n202604-01,2026-04-03,001,好人好事," + grounds + "\n", "新增 202604-01：日期 2026-04-03，户号 001，项目 好人好事，事由 " + grounds, ""}.test)
}

// The pages take as much of a field as is written, and each has a name for a clerk.
func TestFieldsOfPages(t *testing.T) {
	list, err := files.ReadDir("pages")
	sitetest.Must(t, err)
	input, seen := regexp.MustCompile(`<input [^>]*?name="(\w+)"[^>]*>`), 0
	for _, file := range list {
		page, err := files.ReadFile("pages/" + file.Name())
		sitetest.Must(t, err)
		for _, m := range input.FindAllStringSubmatch(string(page), -1) {
			if strings.Contains(m[0], "type=") {
				continue
			}
			seen++
			if !strings.Contains(m[0], ` maxlength="`+strconv.Itoa(most(m[1]))+`"`) || typedInto[m[1]] == "" {
				t.Errorf("%s: %s", file.Name(), m[0])
			}
		}
	}
	if seen < len(typedInto)-2 {
		t.Errorf("%d fields of pages were seen", seen)
	}
}
