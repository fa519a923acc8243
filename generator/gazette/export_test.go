package gazette

import "gongshi/generator/origin"

// Flat is a gazette with all that it makes when asked for, for tests to compare.
type Flat struct {
	*Site
	Zone    string
	Sheets  []Sheet
	Entries [][]Entry
	Lines   [][]SealLine
}

// Tell lets a gazette tell where lines stand.
func Tell(s *Site, line func(Source) (origin.Line, bool)) {
	s.Config.SourceURL, s.line = "https://example.com/{commit}/{path}#L{line}", line
}

// FlatOf takes a gazette apart; it answers nothing afterwards.
func FlatOf(s *Site) Flat {
	f := Flat{Site: s, Zone: s.Zone.String()}
	s.Zone, s.line = nil, nil
	for _, p := range s.Places {
		for _, t := range p.Tables {
			for _, r := range t.Rows {
				f.Sheets = append(f.Sheets, t.Sheet(r))
				f.Entries = append(f.Entries, t.Entries(r))
			}
			t.sheet, t.entries, t.rows = nil, nil, nil
		}
		for _, l := range p.Seals {
			f.Lines = append(f.Lines, l.Lines())
			l.lines = nil
		}
	}
	return f
}
