package source

import (
	"regexp"
	"strings"

	"gongshi/generator/ledger"
)

var sealColumns = []column{
	{"序号", "no", key, atLeast(1)},
	{"周期", "period", part, of(aPeriod)},
	{"日期", "date", part, of(aDate)},
	{"户数", "households", head, needed(atLeast(0))},
	{"摘要", "digest", head, needed(of(aDigest))},
}

// readSeals reads seals.csv. A row of which any part cannot be read is left out: the
// error tells so, and without that row the chain would not close.
func readSeals(f *file, p *ledger.Place) {
	f.ours = true
	p.Seals = collect(f, sealColumns, nil, func(r row) *ledger.Seal {
		return &ledger.Seal{
			Record: r.record(), No: r.whole("序号"), Households: r.whole("户数"), Date: r.date("日期"),
			Period: r.period(), Digest: r.digest(),
		}
	})
}

var saltColumns = []column{
	{"序号", "no", key, atLeast(1)},
	{"户号", "id", key, of(aText)},
	{"盐", "salt", part, of(aText)},
	{"私盐", "private_salt", free, of(aText)},
	{"摘要", "digest", head, needed(of(aDigest))},
}

func readSalts(f *file, p *ledger.Place) {
	f.ours = true
	p.Salts = collect(f, saltColumns, nil, func(r row) *ledger.Salt {
		return &ledger.Salt{
			Record: r.record(), No: r.whole("序号"), Of: sealedName(r.text("户号")),
			Salt: r.text("盐"), Private: r.text("私盐"), Digest: r.digest(),
		}
	})
}

// sealedName is a 户号, or the name of something else, which is kept as it is: no 户号 has a "/".
func sealedName(text string) string {
	if strings.Contains(text, "/") {
		return text
	}
	return published(text)
}

var hashForm = regexp.MustCompile(`^[0-9a-f]+$`)

// digest reads a SHA-256 digest in hexadecimal digits.
func (r row) digest() string {
	digest, _ := parsed(r, "摘要", func(s string) (string, *trouble) {
		s = number(s)
		if len(s) != 64 || !hashForm.MatchString(s) {
			return "", typeError("", "不是 64 位的十六进制摘要")
		}
		return s, nil
	})
	return digest
}
