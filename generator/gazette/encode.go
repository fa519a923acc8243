package gazette

import (
	"encoding/json"

	"gongshi/generator/ledger"
)

// A Document is a file that only programs read (formats.md, "What programs read"). From it and
// the tables beside it Decode makes the gazette again.
type Document struct {
	Located
	Value func() any // makes the content of a JSON file, whose keys are in a fixed order
	Text  string     // of any other
}

// siteFile is data/site.json.
type siteFile struct {
	*Site
	Places  []string          `json:"places"`
	Digests map[string]string `json:"digests,omitzero"` // of the Markdown of articles, and of images, by path
}

// placeFile is <place>/data/place.json.
type placeFile struct {
	*Place
	Above   string          `json:"above,omitzero"` // the place that it inherits from
	Rules   []*Scheme       `json:"rules,omitzero"`
	InForce string          `json:"in_force,omitzero"`
	Periods []ledger.Period `json:"periods,omitzero"`
}

// SiteJSON is the file of what is of the whole site.
const SiteJSON = "data/site.json"

// articleFile returns where the Markdown of an article is published.
func articleFile(a *Article) string { return "data/content/" + a.Path + ".md" }

// Documents returns the site's own files, by path: what applies to all places, and the Markdown
// of articles.
func (s *Site) Documents() []*Document {
	list := []*Document{{Located: Located{SiteJSON}, Value: s.encode}}
	for _, a := range s.Articles {
		list = append(list, &Document{Located: Located{articleFile(a)}, Text: a.Body})
	}
	return list
}

func (s *Site) encode() any {
	all := siteFile{Site: s, Digests: make(map[string]string)}
	for _, p := range s.Places {
		all.Places = append(all.Places, p.Path)
	}
	for _, a := range s.Articles {
		all.Digests[articleFile(a)] = digest([]byte(a.Body))
	}
	for _, i := range s.Images {
		all.Digests[i.Path] = digest(i.Content)
	}
	return all
}

// Documents returns the files of a place, by path.
func (p *Place) Documents() []*Document {
	list := []*Document{{Located: Located{p.DataPath("place.json")}, Value: p.encode}}
	for _, t := range p.Tables {
		list = append(list, &Document{Located: Located{t.document()}, Value: t.encode})
	}
	return list
}

func (p *Place) encode() any {
	all := placeFile{Place: p}
	if p.Parent != nil {
		all.Above = p.Parent.Path
	}
	if p.InForce != nil {
		all.InForce = p.InForce.File
	}
	for _, s := range p.Schemes {
		all.Rules = append(all.Rules, &Scheme{Scheme: inOneFile(s.Scheme), Changed: s.Changed})
	}
	for _, t := range p.Tables {
		all.Periods = append(all.Periods, t.Period)
	}
	return all
}

// inOneFile returns a copy of a version of the rules that names its file once.
func inOneFile(s *ledger.Scheme) *ledger.Scheme {
	var c ledger.Scheme
	text, err := json.Marshal(s)
	if err == nil {
		err = json.Unmarshal(text, &c)
	}
	if err != nil {
		panic(err) // our reader reads what our writer wrote
	}
	c.SetFile("")
	c.File = s.File
	return &c
}
