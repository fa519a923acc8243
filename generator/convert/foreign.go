package convert

func (im *Import) foreign(w *Workbook, scope Scope) {}
