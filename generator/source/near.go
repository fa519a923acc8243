package source

import (
	"strings"
	"unicode/utf8"

	"gongshi/generator/diag"
	"gongshi/generator/scan"
)

// nearest is the known word that a mistyped one most likely means; empty if none is near.
func nearest(word string, known []string) string {
	const longest = 64 // longer ones are no slips of the hand
	if n := utf8.RuneCountInString(word); n == 0 || n > longest {
		return ""
	}
	if !scan.IsASCII(word) {
		if k := contained(word, known); k != "" {
			return k
		}
	}
	best, least := "", 1<<30
	for _, k := range known {
		if d := diag.Distance(word, k); d < least && near(word, k, d) {
			best, least = k, d
		}
	}
	return best
}

// contained is the longest known word that is part of a longer one: 户主 of 户主姓名.
func contained(word string, known []string) string {
	best := ""
	for _, k := range known {
		if len(k) > len(best) && strings.Contains(word, k) {
			best = k
		}
	}
	return best
}

// near allows one slip in a short word, one for every three letters of a longer one, and an ending
// of two letters.
func near(a, b string, d int) bool {
	n := min(utf8.RuneCountInString(a), utf8.RuneCountInString(b))
	ending := n >= 3 && d <= 2 && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a))
	return n >= 2 && (d <= max(1, n/3) || ending)
}
