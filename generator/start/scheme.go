package start

import (
	"errors"
	"fmt"
	"path"
	"regexp"
	"strings"

	"gongshi/generator/disk"
	"gongshi/generator/ledger"
	"gongshi/generator/scan"
)

var (
	effectiveLine = regexp.MustCompile(`^(\s*effective\s*=\s*)[^\s#]+(.*)$`)
	tableLine     = regexp.MustCompile(`^\s*\[+\s*(\w+)`)
	quoted        = regexp.MustCompile(`"[^"]*"`)
	titleLine     = regexp.MustCompile(`^\s*title\s*=`)
	adoptedLine   = regexp.MustCompile(`^\s*adopted\b`) // where it is no table of its own
)

// Scheme is the version of the rules for a year, from the text of an older one: a copy, line by
// line, in force from the year's first day. How the older one was adopted is put into comments,
// since nobody has voted on the new one.
func Scheme(p *ledger.Place, old *ledger.Scheme, content []byte, year int) (disk.File, error) {
	before, damage := scan.Decode(content, ".toml")
	if damage != nil {
		return disk.File{}, errors.New(damage.Message)
	}
	effective := ledger.Day(year, 1, 1)
	lines := strings.SplitAfter(before, "\n")
	inTable, dated := "", 0
	for i, line := range lines {
		if m := tableLine.FindStringSubmatch(line); m != nil {
			inTable = m[1]
			continue
		}
		body := strings.TrimRight(line, "\r\n")
		end := line[len(body):]
		switch {
		case inTable == "" && effectiveLine.MatchString(body):
			lines[i] = effectiveLine.ReplaceAllString(body, "${1}"+effective.String()+"${2}") + end
			dated++
		case inTable == "" && titleLine.MatchString(body):
			lines[i] = quoted.ReplaceAllStringFunc(body, func(title string) string {
				return strings.ReplaceAll(title, fmt.Sprint(old.Effective.Year()), fmt.Sprint(year))
			}) + end
		case inTable == "" && adoptedLine.MatchString(body), inTable == "adopted" && strings.Contains(body, "=") && !strings.HasPrefix(strings.TrimSpace(body), "#"):
			lines[i] = "# " + body + end
		}
	}
	if dated != 1 {
		return disk.File{}, fmt.Errorf("%s 里找不到 effective 一行，照它做不了新的", old.File)
	}
	head := text("", map[string]any{"From": path.Base(old.File), "Effective": effective}, "copied.toml")
	name := path.Join("data", p.Path, "scheme", fmt.Sprint(year)+".toml")
	return disk.File{Path: name, Content: append(head.Content, strings.Join(lines, "")...)}, nil
}

// lawless tells why no rules are in force for a period, or why the place is not there yet.
func lawless(p *ledger.Place, period ledger.Period) error {
	if p.Joined > period.Last() {
		return fmt.Errorf("%s从 %s 开始积分，%s 还没有开始", p.Name, p.Joined, period)
	}
	if p.SchemeFor(period) != nil {
		return nil
	}
	if versions := p.NearestSchemes(); versions != nil {
		return fmt.Errorf("%s的积分办法从 %s 起施行，%s 还没有办法", p.Name, versions[0].Effective, period)
	}
	return fmt.Errorf("%s还没有积分办法：用 gongshi new scheme %s --like z 做一份，z 可以换成 f、l、n 或 blank", p.Name, p.Path)
}
