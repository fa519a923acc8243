package page

import (
	"gongshi/generator/address"
	"gongshi/generator/gazette"
)

// SealScript is <place>/seals/<no>.js: what was sealed, as check.js reads it, a script for the
// same reason as SearchList. It has what seal-<no>.csv has, and the text before the digests.
type SealScript struct {
	gazette.Located
	Head  string
	Lines []gazette.SealLine
}

func (v *village) sealScript(s *gazette.Seal) *SealScript {
	return &SealScript{gazette.Located{Path: address.SealScript(v.place, s)}, v.place.SealHead(s), s.Lines()}
}
