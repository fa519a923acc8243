package page

import (
	"gongshi/generator/account"
	"gongshi/generator/gazette"
)

// Declaration is what one household declared of itself on a sheet, beside what it was
// granted there (element L6).
type Declaration struct {
	ID, Name, Href string
	account.Total
}

// declarations are those of t's period, by 户号; none where they have left the site.
func declarations(h *Head, p *gazette.Place, t *gazette.Table) []Declaration {
	if !t.Declared {
		return nil
	}
	var list []Declaration
	for _, r := range t.Rows {
		if sheet := t.Sheet(r); sheet.Declared {
			list = append(list, Declaration{ID: r.ID, Name: r.Name, Href: pageOf(h, p, r.ID), Total: account.Declared(sheet.Marks)})
		}
	}
	return list
}
