package page

// merged is merged.csv: which households went on in another up to the day; none where
// none did. Whoever adds up a lifetime or a balance needs it.
func (d *openData) merged() []*DataFile {
	var rows [][]string
	withheld := 0
	for _, h := range d.Households {
		for _, s := range h.Spans {
			into := d.Household(s.Into)
			switch {
			case s.Into == "" || into == nil || s.Left == 0 || s.Left > d.people.Day:
			case d.people.Omitted(d.Place.Place, h) || d.people.Omitted(d.Place.Place, into):
				withheld++
			default:
				rows = append(rows, []string{h.ID, s.Left.String(), into.ID})
			}
		}
	}
	if len(rows)+withheld == 0 {
		return nil
	}
	f := d.table("merged", mergedColumns, rows)
	f.Withheld = withheld
	return []*DataFile{f}
}

var mergedColumns = columns("merged", []heading{
	{"户号", Text}, {"退出", Day}, {"并入", Text},
})
