package proof

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"testing"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/villagetest"
)

// hash is what sha256sum says of a text.
func hash(text string) string { return fmt.Sprintf("%x", sha256.Sum256([]byte(text))) }

// An example of two lines, put together as the package comment tells. sha256sum gave the digests.
func TestSealDigestByHand(t *testing.T) {
	const (
		first  = "t1\n公示/张贴|2023-01|2023-02-10|2023-02-11|2023-02-13"
		second = "t2\n公示/到会|23"
	)
	lines := []string{LineDigest("t1", first[3:]), LineDigest("t2", second[3:])}
	if want := []string{hash(first), hash(second)}; !slices.Equal(lines, want) {
		t.Fatalf("%q, want %q", lines, want)
	}
	s := &ledger.Seal{No: 3, Period: villagetest.January, Date: ledger.Day(2023, 3, 10), Households: 0}
	former := strings.Repeat("ab", 32)
	slices.Sort(lines)
	text := "gongshi seal 2\n" + former + "\n3\n2023-01\n2023-03-10\n0\n" + lines[0] + "\n" + lines[1] + "\n"
	const want = "9c31d887266659d3ba0ff3c4fb5f3c5b4c7a22880f4bb19a294062b0824138fd"
	if got := SealDigest(2, former, s, lines); got != hash(text) || got != want {
		t.Errorf("%s, the text has %s, want %s", got, hash(text), want)
	}
}

// Each part of a seal changes its digest; in which order its lines are, and what else a row of
// seals.csv has, does not.
func TestSealDigestCovers(t *testing.T) {
	type parts struct {
		version int
		former  string
		s       ledger.Seal
		lines   []string
	}
	a, b, c := hash("a"), hash("b"), hash("c")
	digest := func(change func(p *parts)) string {
		p := &parts{2, c, ledger.Seal{No: 2, Period: villagetest.January, Date: today, Households: 1}, []string{a, b}}
		change(p)
		return SealDigest(p.version, p.former, &p.s, p.lines)
	}
	same := digest(func(*parts) {})
	seen := map[string]string{same: "nothing"}
	for name, change := range map[string]func(p *parts){
		"version":           func(p *parts) { p.version = 1 },
		"no former":         func(p *parts) { p.former = "" },
		"another former":    func(p *parts) { p.former = a },
		"number":            func(p *parts) { p.s.No = 3 },
		"period":            func(p *parts) { p.s.Period = villagetest.February },
		"cycle of a period": func(p *parts) { p.s.Period = ledger.Period{Cycle: ledger.Year, Year: 2023} },
		"day":               func(p *parts) { p.s.Date++ },
		"households":        func(p *parts) { p.s.Households = 0 },
		"another line":      func(p *parts) { p.lines[1] = c },
		"a line less":       func(p *parts) { p.lines = p.lines[:1] },
		"a line more":       func(p *parts) { p.lines = append(p.lines, c) },
		"a line twice":      func(p *parts) { p.lines = append(p.lines, b) },
	} {
		got := digest(change)
		if other, twice := seen[got]; twice {
			t.Errorf("%s: as with %s", name, other)
		}
		seen[got] = name
	}
	for name, change := range map[string]func(p *parts){
		"order of lines":       func(p *parts) { slices.Reverse(p.lines) },
		"the digest it has":    func(p *parts) { p.s.Digest = a },
		"its line in the file": func(p *parts) { p.s.Record = diag.RecordAt("seals.csv", 9) },
	} {
		if digest(change) != same {
			t.Errorf("%s changes the digest", name)
		}
	}
	lines := []string{b, a}
	if SealDigest(2, "", &ledger.Seal{}, lines); lines[0] != b {
		t.Error("the caller's lines were sorted")
	}
}

// The seals of the village, worked out anew from the texts that are published and from the salts.
func TestChainFromItsTexts(t *testing.T) {
	book, p := sealedBook(t)
	proofs, _ := Of(book, Options{Day: today})
	c, former := proofs.Of(p), ""
	for i, head := range []string{"\n1\n2023-01\n2023-03-10\n5\n", "\n2\n2023-02\n2023-03-10\n5\n"} {
		var digests []string
		for l, salt := range c.Lines(c.Seals[i]) {
			text := string(l.text)
			if salt.Private != "" {
				text += "|私|" + hash(salt.Private+"\n"+string(l.private))
			}
			if got := l.Text(salt); got != text {
				t.Errorf("%s, want %s", got, text)
			}
			digests = append(digests, hash(salt.Salt+"\n"+text))
		}
		slices.Sort(digests)
		if former = hash("gongshi seal 2\n" + former + head + strings.Join(digests, "\n") + "\n"); former != p.Seals[i].Digest {
			t.Errorf("seal %d: %s, want %s", i+1, p.Seals[i].Digest, former)
		}
		if n := len(digests); n != c.Seals[i].Lines {
			t.Errorf("seal %d: %d lines, not %d", i+1, n, c.Seals[i].Lines)
		}
	}
}

// Every line has a salt of its own in small letters; what is not public has another, and facts
// that are public have none.
func TestSalts(t *testing.T) {
	_, p := sealedBook(t)
	seen := make(map[string]bool)
	for _, s := range p.Salts {
		for _, salt := range []string{s.Salt, s.Private} {
			if seen[salt] || salt != strings.ToLower(salt) {
				t.Errorf("%s: %q", s.Of, salt)
			}
			seen[salt] = salt != ""
		}
		if closed := isHousehold(s.Of) || strings.HasPrefix(s.Of, ObjectionFact); s.Salt == "" || closed != (s.Private != "") {
			t.Errorf("%s: %q %q", s.Of, s.Salt, s.Private)
		}
	}
}

// A field never runs into the next, and a line is one line.
func TestFieldsAreKeptApart(t *testing.T) {
	for _, c := range []struct {
		fields []string
		want   string
	}{
		{[]string{"户", "001", ""}, "户|001|"},
		{[]string{"a|b", "c"}, `a\|b|c`},
		{[]string{`a\`, "|b"}, `a\\|\|b`},
		{[]string{"a\nb", "a\r\nb", "a\rb"}, `a\nb|a\nb|a\nb`},
		{[]string{`a\nb`}, `a\\nb`},
	} {
		var line text
		if line.addFree(c.fields...); string(line) != c.want {
			t.Errorf("%q: %s, want %s", c.fields, line, c.want)
		}
	}
}
