package check

import (
	"cmp"
	"slices"
	"strings"

	"gongshi/generator/diag"
)

// near finds, among many words, those within one typing mistake of a given one: a letter wrong,
// missing, too many, or two swapped. It looks words up by what remains without one letter, so a
// search does not grow with their number.
type near map[string][]word

type word struct{ key, shown string }

const (
	fullBucket = 16 // words kept for one remainder: enough to choose from
	fewWords   = 3  // words that a hint names
)

// add makes a word findable by key and shown as it is written.
func (n near) add(key, shown string) {
	for _, rest := range rests(key) {
		if b := n[rest]; len(b) < fullBucket {
			n[rest] = append(b, word{key, shown})
		}
	}
}

// to returns a few of the words within one mistake of key.
func (n near) to(key string) []string {
	var found []word
	for _, rest := range rests(key) {
		for _, w := range n[rest] {
			if diag.Distance(key, w.key) <= 1 {
				found = append(found, w)
			}
		}
	}
	slices.SortFunc(found, func(a, b word) int { return cmp.Compare(a.key, b.key) })
	found = slices.Compact(found)
	return each(found[:min(len(found), fewWords)], func(w word) string { return w.shown })
}

// rests returns s and s without each one of its letters.
func rests(s string) []string {
	r := []rune(s)
	list := []string{s}
	for i := range r {
		list = append(list, string(r[:i])+string(r[i+1:]))
	}
	return list
}

// nearest returns the one of a few names that s most likely means, or "".
func nearest(s string, among []string) string {
	best, least := "", 1+len([]rune(s))/2
	for _, name := range among {
		d := diag.Distance(s, name)
		if name != "" && s != "" && (strings.Contains(name, s) || strings.Contains(s, name)) {
			d = min(d, 1)
		}
		if d < least {
			best, least = name, d
		}
	}
	return best
}

// withoutZeros returns what Excel leaves of an id that is all digits.
func withoutZeros(key string) (string, bool) {
	if key == "" || strings.Trim(key, "0123456789") != "" {
		return "", false
	}
	return cmp.Or(strings.TrimLeft(key, "0"), "0"), true
}

// each returns a text of each of a list.
func each[T any](list []T, text func(T) string) (texts []string) {
	for _, one := range list {
		texts = append(texts, text(one))
	}
	return texts
}

// quoted returns the first few of words, each in quotation marks.
func quoted(words []string) string {
	const few = 5
	s := "“" + strings.Join(words[:min(few, len(words))], "”、“") + "”"
	if len(words) > few {
		s += "等"
	}
	return s
}

// didYouMean returns a hint that names the nearest of a few names, or else some of them.
func didYouMean(s string, among []string, otherwise string) string {
	if n := nearest(s, among); n != "" {
		return "是不是“" + n + "”？" + otherwise
	}
	if len(among) > 0 {
		return "现有" + quoted(among) + "；" + otherwise
	}
	return otherwise
}
