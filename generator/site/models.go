package site

import (
	"sync"

	"gongshi/generator/render"
)

// models are the sums of the models from which the documents of places are printed, by their
// paths. A document whose model is the same as in the last build is the same, as long as all is
// the same that places share: program, theme, configuration, what the gate lets pass.
type models struct {
	last map[string]render.Sum

	guard sync.Mutex
	next  map[string]render.Sum
}

// same notes the sum of a model, and reports whether it was that of the last build, too.
func (m *models) same(path string, sum render.Sum) bool {
	m.guard.Lock()
	m.next[path] = sum
	m.guard.Unlock()
	return sum != render.Sum{} && m.last[path] == sum
}

// recall takes the sums of a place's files.
func (m *models) recall(p *keptPlace) {
	for i, file := range p.Files {
		m.last[file] = p.Models[i]
	}
}

// of returns the sums of files, zero for one that is no document.
func (m *models) of(files []string) []render.Sum {
	sums := make([]render.Sum, len(files))
	for i, file := range files {
		sums[i] = m.next[file]
	}
	return sums
}
