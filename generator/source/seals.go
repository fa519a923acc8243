package source

import (
	"regexp"
	"strings"

	"gongshi/generator/ledger"
)

const (
	seNo = iota
	sePeriod
	seDate
	seHouseholds
	seDigest
)

var sealColumns = []column{
	seNo:         {"序号", "no", key, atLeast(1)},
	sePeriod:     {"周期", "period", part, of(aPeriod)},
	seDate:       {"日期", "date", part, of(aDate)},
	seHouseholds: {"户数", "households", head, needed(atLeast(0))},
	seDigest:     {"摘要", "digest", head, needed(of(aDigest))},
}

// readSeals reads seals.csv. A row of which any part cannot be read is left out: the
// error says so, and without that row the chain would not close.
func readSeals(f *file, p *ledger.Place) {
	f.ours = true
	for r := range f.rows(sealColumns, nil) {
		s := &ledger.Seal{Record: r.record()}
		fit := true
		for c := range sealColumns {
			fit = r.must(c) && fit
		}
		if !fit {
			continue
		}
		var counted, dated, timed, households, digest bool
		s.No, counted = r.count(seNo)
		s.Households, households = r.count(seHouseholds)
		s.Date, dated = r.dateOK(seDate)
		s.Period, timed = parsed(r, sePeriod, parsePeriod)
		s.Digest, digest = r.hash(seDigest)
		if counted && households && dated && timed && digest {
			p.Seals = append(p.Seals, s)
		}
	}
}

const (
	saNo = iota
	saOf
	saSalt
	saPrivate
	saDigest
)

var saltColumns = []column{
	saNo:      {"序号", "no", key, atLeast(1)},
	saOf:      {"户号", "id", key, of(aText)},
	saSalt:    {"盐", "salt", part, of(aText)},
	saPrivate: {"私盐", "private_salt", free, of(aText)},
	saDigest:  {"摘要", "digest", head, needed(of(aDigest))},
}

func readSalts(f *file, p *ledger.Place) {
	f.ours = true
	for r := range f.rows(saltColumns, nil) {
		s := &ledger.Salt{
			Record: r.record(), Of: sealedName(r.text(saOf)),
			Salt: r.text(saSalt), Private: r.text(saPrivate),
		}
		if !r.must(saNo) || !r.must(saOf) || !r.must(saSalt) || !r.must(saDigest) {
			continue
		}
		var counted, digest bool
		s.No, counted = r.count(saNo)
		if s.Digest, digest = r.hash(saDigest); counted && digest {
			p.Salts = append(p.Salts, s)
		}
	}
}

// sealedName is a 户号, or the name of something else, which is kept as it stands: no 户号 has a "/".
func sealedName(text string) string {
	if strings.Contains(text, "/") {
		return text
	}
	return published(text)
}

var hashForm = regexp.MustCompile(`^[0-9a-f]+$`)

// hash reads a SHA-256 digest in hexadecimal digits.
func (r row) hash(c int) (string, bool) {
	s := number(r.text(c))
	if len(s) != 64 || !hashForm.MatchString(s) {
		r.fail(c, typeError("", "不是 64 位的十六进制摘要"))
		return "", false
	}
	return s, true
}
