package origin

// Former returns a file as it was committed, if it was changed since or removed, by the clerk or
// by a later commit, and git's name of the latest commit that has it: HEAD, or the one before the
// removal; "" if it is as committed, or if no known commit had it.
func (h *History) Former(path string) (content []byte, revision string, err error) {
	if h == nil || h.Why != Known {
		return nil, "", nil
	}
	i, found := h.find(path)
	if !found {
		return nil, "", nil
	}
	revision = "HEAD"
	switch f := h.files[i]; {
	case f.blob != "" && !f.changed, f.blob == "" && f.order == unknown:
		return nil, "", nil
	case f.blob == "":
		revision = h.commits[f.order].Short() + "~1" // not ^, which the command line of Windows swallows
	}
	content, err = h.output("cat-file", "blob", revision+":./"+path)
	return content, revision, err
}
