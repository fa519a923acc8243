package gazette

import (
	"fmt"
	"slices"

	"gongshi/generator/ledger"
	"gongshi/generator/proof"
)

// Seal is a posted period as it was sealed on a day.
type Seal struct {
	No         int           `json:"no,omitzero"`
	Period     ledger.Period `json:"period,omitzero"`
	Date       ledger.Date   `json:"date,omitzero"`
	Households int           `json:"households,omitzero"`
	Digest     string        `json:"digest,omitzero"`
	Code       string        `json:"code,omitzero"`   // as on paper
	Size       int           `json:"size,omitzero"`   // how many lines it has
	Covers     int           `json:"covers,omitzero"` // how many corrections of its period
	lines      func() []SealLine
}

// Lines returns the lines of the seal as anybody may read them: those of 公示 and 办法, of the
// households that may be shown, then only the digests of the others.
func (s *Seal) Lines() []SealLine { return s.lines() }

// SealLine is one line of a seal, or only its digest if it may not be read.
type SealLine struct{ Of, Salt, Line, Digest string }

// sealFiles returns the files of what was sealed up to the day: the chain, and the lines of each
// seal; none if nothing was.
func (p *Place) sealFiles() []*File {
	if len(p.Seals) == 0 {
		return nil
	}
	files := []*File{fileOf(p, SealsForm, p.Seals, 0)}
	for _, s := range p.Seals {
		files = append(files, p.sealFile(s))
	}
	return files
}

// SealsForm is the form of seals.csv. The number of a seal's lines follows from their own
// file.
var SealsForm = formOf("seals",
	integer("序号", func(s *Seal) *int { return &s.No }),
	period("周期", func(s *Seal) *ledger.Period { return &s.Period }),
	day("日期", func(s *Seal) *ledger.Date { return &s.Date }),
	integer("户数", func(s *Seal) *int { return &s.Households }),
	column[Seal]{Column{Name: "摘要", Type: TypeText},
		func(s *Seal) string { return s.Digest },
		func(s *Seal, cell string) bool {
			if len(cell) != digestLength {
				return false
			}
			s.Digest, s.Code = cell, proof.Code(cell)
			return true
		}},
).by("序号")

// digestLength is the length of a SHA-256 in hexadecimal digits.
const digestLength = 64

// File returns the name of the file of a seal's lines.
func (s *Seal) File() string { return fmt.Sprintf("seal-%d.csv", s.No) }

// Spoken returns the check code of the seal in characters, to be read aloud.
func (s *Seal) Spoken() string { return proof.Spoken(s.Digest) }

// SealHead returns what the digest of a seal is taken of, before the digests of its lines.
func (p *Place) SealHead(s *Seal) string {
	version, former := 1, ""
	if slices.ContainsFunc(s.Lines(), func(l SealLine) bool { return l.Of == proof.NoticeFact }) {
		version = 2
	}
	if s.No > 1 {
		former = p.Seals[s.No-2].Digest
	}
	return proof.SealHead(version, former, &ledger.Seal{No: s.No, Period: s.Period, Date: s.Date, Households: s.Households})
}

// CodeCharacters returns those of check codes that are read aloud, in order.
func CodeCharacters() string { return string(proof.Characters) }

// sealFile is seal-<no>.csv: the lines of one seal with their salts. Of a household that may not
// be shown, or whose details have left the site, only the digest is published.
func (p *Place) sealFile(s *Seal) *File {
	lines := func(yield func(*SealLine) bool) {
		for _, l := range s.Lines() {
			if !yield(&l) {
				return
			}
		}
	}
	f := fileOfMany(p, SealForm, s.Size, lines, 0)
	f.Path = p.DataPath(s.File())
	f.Title.Args = append(f.Title.Args, s.No, s.Period.String())
	f.Which, f.Seal = phrase("periods", s.Period), s.No
	return f
}

var SealForm = formOf("seal",
	text("户号", func(l *SealLine) *string { return &l.Of }),
	text("盐", func(l *SealLine) *string { return &l.Salt }),
	text("行", func(l *SealLine) *string { return &l.Line }),
	text("摘要", func(l *SealLine) *string { return &l.Digest }),
)
