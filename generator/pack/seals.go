package pack

import (
	"errors"
	"io/fs"
	"path"
	"slices"

	"gongshi/generator/proof"
)

// KeepSeals decides whose seals are kept. A chain only grows: the longer one of the pack's and
// the site's is kept, with its salts, if it continues the other; otherwise the pack is refused.
// So a village that does not seal, since the town does, removes nothing. It returns the places
// that keep the site's seals.
func (p *Pack) KeepSeals(site fs.FS) (kept []string, err error) {
	for _, dir := range p.folders() {
		seals, salts := path.Join(dir, "seals.csv"), path.Join(dir, "salts.csv")
		ours, err := former(site, seals)
		if err != nil {
			return nil, err
		}
		a, b := proof.Digests(ours), proof.Digests(p.Content[seals])
		common := min(len(a), len(b))
		switch {
		case !slices.Equal(a[:common], b[:common]):
			return nil, refused(seals, "和这里的不是同一份封存记录", "两边有一边的封存被重做过：不要收，先从仓库或备份查清楚，张贴过的纸上有核对码")
		case len(a) == 0 || len(b) > len(a):
			continue
		}
		oursSalts, err := former(site, salts)
		if err != nil {
			return nil, err
		}
		p.put(seals, ours)
		p.put(salts, oursSalts)
		if len(a) > len(b) {
			kept = append(kept, dir)
		}
	}
	return kept, nil
}

// folders returns the folders of the pack's places.
func (p *Pack) folders() []string {
	var list []string
	for name := range p.Content {
		if path.Base(name) == "place.toml" {
			list = append(list, path.Dir(name))
		}
	}
	slices.Sort(list)
	return list
}

// former returns a file of the site, or nil if there is none.
func former(site fs.FS, name string) ([]byte, error) {
	content, err := fs.ReadFile(site, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return content, err
}

// put gives the pack a file, or removes it.
func (p *Pack) put(name string, content []byte) {
	if content == nil {
		delete(p.Content, name)
		return
	}
	p.Content[name] = content
}
