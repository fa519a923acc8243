package source

import (
	"strings"
	"unicode/utf8"
)

// nearest is the known word that a mistyped one most likely means; empty if none is near.
func nearest(word string, known []string) string {
	const longest = 64 // longer ones are no slips of the hand
	if n := utf8.RuneCountInString(word); n == 0 || n > longest {
		return ""
	}
	if !isASCII(word) {
		if k := contained(word, known); k != "" {
			return k
		}
	}
	best, least := "", 1<<30
	for _, k := range known {
		if d := distance(word, k); d < least && near(word, k, d) {
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

// near allows one slip in a short word, and one more for every four letters.
func near(a, b string, d int) bool {
	n := min(utf8.RuneCountInString(a), utf8.RuneCountInString(b))
	return n >= 2 && d <= 1+n/4
}

// distance is how many letters must be added, dropped, replaced or swapped with their
// neighbour to make one word the other; case does not count.
func distance(a, b string) int {
	s, t := []rune(strings.ToLower(a)), []rune(strings.ToLower(b))
	before, row, next := make([]int, len(t)+1), make([]int, len(t)+1), make([]int, len(t)+1)
	for j := range row {
		row[j] = j
	}
	for i := range s {
		next[0] = i + 1
		for j := range t {
			cost := 1
			if s[i] == t[j] {
				cost = 0
			}
			next[j+1] = min(row[j]+cost, row[j+1]+1, next[j]+1)
			if i > 0 && j > 0 && s[i] == t[j-1] && s[i-1] == t[j] {
				next[j+1] = min(next[j+1], before[j-1]+1)
			}
		}
		before, row, next = row, next, before
	}
	return row[len(t)]
}

// meant is a hint that names the nearest known word, if there is one.
func meant(word string, known []string) string {
	if n := nearest(word, known); n != "" {
		return "是不是“" + n + "”？"
	}
	return ""
}
