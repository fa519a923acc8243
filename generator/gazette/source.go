package gazette

import "gongshi/generator/diag"

// Source is a line of the clerk's files; Line is 0 for the file as a whole. Only the clerk sees
// Column (Choices.Own).
type Source struct {
	File   string `json:"file,omitzero"`
	Line   int32  `json:"line,omitzero"`
	Column int32  `json:"-"`
}

func (s Source) String() string { return diag.Position(s).String() }

func sourceOf(p diag.Position) Source { return Source{File: p.File, Line: p.Line} }
