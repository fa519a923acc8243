package privacy

import (
	"regexp"
	"strings"
)

// The numbers of a line that is drawn are parted by spaces, as those of a telephone may be: d="M154 111.
var drawn = regexp.MustCompile(`^<[\w:]+[^<>']* (?:d|points|viewBox|transform)="[^"<>\p{Han}]*$`)

// Drawn reports whether what follows a text of markup is a number of an SVG drawing's lines, which nobody reads.
func Drawn(before string) bool {
	return drawn.MatchString(before[max(0, strings.LastIndexByte(before, '<')):])
}
