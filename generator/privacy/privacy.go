// Package privacy finds what must not be published of a person in a text.
//
// In: a text of any length: a cell, a line, a page. Out: what is in it of a person ([Find]), each
// with its kind and its bytes, and words that deserve a second look ([Words]).
//
// What is found: resident identity numbers (GB 11643, 18 and 15 digits), telephones, bank cards,
// passports, dates of birth, e-mail addresses, addresses of homes finer than the township; also
// full-width, with blanks and dashes inside, and as Excel cuts them (15 digits and zeros, 1.38E+10).
// Masked forms such as 138****1234 are not found: they are how these are published.
//
// It never reads a file, and it does not know what is excepted.
package privacy

import (
	"cmp"
	"slices"
	"strings"
	"sync"
)

// Kind is a kind of personal data.
type Kind uint8

// The kinds, the surest first: of two findings of one length, the surer one is kept.
const (
	Identity Kind = iota + 1 // a resident identity number
	Mobile                   // a mobile telephone's number
	Card                     // a bank card's number
	Cut                      // a long number that a spreadsheet has cut or written as 1.2E+17
	Landline                 // another telephone number
	Passport                 // a passport's or travel permit's number
	Email                    // an e-mail address
	Birth                    // a date of birth
	Address                  // the address of a home
	Mistyped                 // shaped as an identity number, but its check digit is wrong
)

var kinds = [...]string{
	Identity: "身份证号", Mobile: "手机号", Card: "银行卡号", Cut: "被表格软件截断的长号码", Landline: "电话号码",
	Passport: "护照或通行证号", Email: "电子邮箱", Birth: "出生日期", Address: "详细住址", Mistyped: "像身份证号、校验码不对的数字",
}

// String is the kind's name.
func (k Kind) String() string { return kinds[k] }

// Doubtful reports whether a finding of the kind may well be something else.
func (k Kind) Doubtful() bool { return k == Mistyped }

// Finding is one piece of personal data in a text: text[Start:End].
type Finding struct {
	Kind       Kind
	Start, End int
}

// Find returns the personal data in a text in its order; none overlap.
func Find[T bytestring](text T) (found []Finding) {
	part := spare.Get().(*folded)
	defer spare.Put(part)
	for _, w := range windows(text) {
		part.fold(string(text[w.start:w.end]))
		for _, f := range part.find() {
			found = append(found, Finding{f.Kind, f.Start + w.start, f.End + w.start})
		}
	}
	return found
}

var spare = sync.Pool{New: func() any { return new(folded) }} // a page has few windows, a site many pages

// find returns what is in a folded text, in bytes of the original.
func (f *folded) find() []Finding {
	all := append(f.numbers(), f.phrases()...)
	if len(all) == 0 {
		return nil
	}
	slices.SortStableFunc(all, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(b.End-b.Start, a.End-a.Start), cmp.Compare(a.Kind, b.Kind)) // the longer number is the whole one
	})
	var kept []Finding
	taken := make([]bool, len(f.text)) // a page may have ten thousands of findings
	for _, one := range all {
		if of := taken[one.Start:one.End]; !slices.Contains(of, true) {
			kept = append(kept, one)
			for i := range of {
				of[i] = true
			}
		}
	}
	for i, k := range kept {
		kept[i].Start, kept[i].End = f.span(k.Start, k.End)
	}
	slices.SortFunc(kept, func(a, b Finding) int { return cmp.Compare(a.Start, b.Start) })
	return kept
}

// Mask returns a text with its middle hidden, to name it without telling it: 500…34, 138…78, 幸福…号.
func Mask(text string) string {
	r := []rune(strings.Map(plain, text))
	switch n := len(r); {
	case n >= 7:
		return string(r[:3]) + "…" + string(r[n-2:])
	case n >= 5:
		return string(r[:2]) + "…" + string(r[n-1:])
	case n > 0:
		return string(r[:1]) + "…"
	}
	return ""
}
