package origin

// Former is what the latest commit that has a file holds of it.
type Former struct {
	Revision string // names that commit to git: HEAD, or the one before the removal
	Content  []byte
}

// Former is a file as it was committed, if it was changed since or removed, by the clerk or
// by a later commit; false if it is as committed, or if no commit is known that had it.
func (h *History) Former(path string) (Former, bool, error) {
	if h == nil || h.Why != Known {
		return Former{}, false, nil
	}
	i, found := h.find(path)
	if !found {
		return Former{}, false, nil
	}
	revision := "HEAD"
	switch f := h.files[i]; {
	case f.blob != "" && !f.changed, f.blob == "" && f.order == unknown:
		return Former{}, false, nil
	case f.blob == "":
		revision = h.commits[f.order].Short() + "~1" // and not ^, which the command line of Windows swallows
	}
	content, err := h.output("cat-file", "blob", revision+":./"+path)
	return Former{revision, content}, err == nil, err
}
