package origin

// Former is a file's content in the latest commit that has it.
type Former struct {
	Revision string // git's name of that commit: HEAD, or the one before the removal
	Content  []byte
}

// Former returns a file as it was committed, if it was changed since or removed, by the clerk or
// by a later commit. It returns false if it is as committed, or if no known commit had it.
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
		revision = h.commits[f.order].Short() + "~1" // not ^, which the command line of Windows swallows
	}
	content, err := h.output("cat-file", "blob", revision+":./"+path)
	return Former{revision, content}, err == nil, err
}
