package gazette

import (
	"cmp"
	"maps"
	"slices"

	"gongshi/generator/diag"
	"gongshi/generator/origin"
)

// Source is a line of the clerk's files; Line is 0 for the file as a whole. Only the clerk sees
// Column (Choices.Own).
type Source struct {
	File   string `json:"file,omitzero"`
	Line   int32  `json:"line,omitzero"`
	Column int32  `json:"-"`
}

func (s Source) String() string { return diag.Position(s).String() }

func sourceOf(p diag.Position) Source { return Source{File: p.File, Line: p.Line} }

// Line returns the permanent place of a line of the clerk's files in the repository. It returns
// false if that is not known, or not public (config.toml, [source] url).
func (s *Site) Line(at Source) (origin.Line, bool) {
	if s.Config.SourceURL == "" || s.line == nil {
		return origin.Line{}, false
	}
	line, known := s.line(at)
	if known {
		if s.cited == nil {
			s.cited = make(map[Source]origin.Line)
		}
		s.cited[Source{File: at.File, Line: at.Line}] = line
	}
	return line, known
}

// linesFile is <place>/data/lines.json: the permanent places of the lines that a place's pages
// cite.
type linesFile struct {
	Lines []citedLines `json:"lines"`
}

// citedLines are Count lines of a file, from First on, which are consecutive from Number on.
type citedLines struct {
	File  string `json:"file"`
	First int32  `json:"first,omitzero"`
	Count int32  `json:"count"`
	origin.Line
}

func (l *citedLines) precedes(at Source, line origin.Line) bool {
	next := l.Line
	next.Number += int(l.Count)
	return l.File == at.File && l.First+l.Count == at.Line && next == line
}

// Cited returns the places of the lines that were asked for since its last call, for the pages of
// p.
func (s *Site) Cited(p *Place) *Document {
	all := linesFile{Lines: []citedLines{}}
	for _, at := range slices.SortedFunc(maps.Keys(s.cited), func(a, b Source) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	}) {
		n, line := len(all.Lines), s.cited[at]
		if n > 0 && all.Lines[n-1].precedes(at, line) {
			all.Lines[n-1].Count++
		} else {
			all.Lines = append(all.Lines, citedLines{at.File, at.Line, 1, line})
		}
	}
	s.cited = nil
	return &Document{Located: Located{p.LinesPath()}, Value: func() any { return all }}
}

// Cites reports whether the site has places of lines.
func (s *Site) Cites() bool { return s.Config.SourceURL != "" }

// LinesPath returns the address of that file for one place.
func (p *Place) LinesPath() string { return p.DataPath("lines.json") }

// lines reads the places of cited lines, for all places that the decoder has read.
func (d *decoder) lines(s *Site) error {
	if s.Config.SourceURL == "" {
		return nil
	}
	of := make(map[string][]citedLines) // by file; the same lines are equal in several places
	for _, p := range s.Places {
		var all linesFile
		if err := d.json(p.LinesPath(), &all); err != nil {
			return err
		}
		for _, l := range all.Lines {
			of[l.File] = append(of[l.File], l)
		}
	}
	s.line = func(at Source) (origin.Line, bool) {
		for _, l := range of[at.File] {
			if from := at.Line - l.First; from >= 0 && from < l.Count {
				line := l.Line
				line.Number += int(from)
				return line, true
			}
		}
		return origin.Line{}, false
	}
	return nil
}
