package page

import (
	"gongshi/generator/address"
	"gongshi/generator/gazette"
)

// SealScript is <place>/seals/<no>.js: what was sealed, as check.js reads it, a script for the
// same reason as SearchList. It has what seal-<no>.csv has, and the text before the digests.
type SealScript struct {
	Path  string
	Head  string
	Lines []gazette.SealLine
}

// At is the script's address.
func (s *SealScript) At() string { return s.Path }

func (v *village) sealScript(s *gazette.Seal) *SealScript {
	return &SealScript{address.SealScript(v.place, s), v.place.SealHead(s), s.Lines()}
}
