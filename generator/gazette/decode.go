package gazette

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"time"
)

// Decode makes a gazette from the files of a published site. It is strict: an unknown key, or a
// reference to nothing, is an error that names the file.
func Decode(site fs.FS) (*Site, error) {
	d := decoder{files: site, places: make(map[string]*Place), schemes: make(map[string]*Scheme)}
	s := &Site{}
	all := siteFile{Site: s}
	if err := d.json(SiteJSON, &all); err != nil {
		return nil, err
	}
	var err error
	if s.Zone, err = time.LoadLocation(s.Config.Timezone); err != nil {
		return nil, fmt.Errorf("%s：时区 %q 认不出", SiteJSON, s.Config.Timezone)
	}
	for _, a := range s.Articles {
		text, err := d.beside(&all, articleFile(a))
		if err != nil {
			return nil, err
		}
		a.Body = string(text)
	}
	for i := range s.Images {
		if s.Images[i].Content, err = d.beside(&all, s.Images[i].Path); err != nil {
			return nil, err
		}
	}
	for _, path := range all.Places {
		p, err := d.place(path)
		if err != nil {
			return nil, err
		}
		s.Places = append(s.Places, p)
	}
	return s, d.lines(s)
}

// decoder reads the files of one site.
type decoder struct {
	files   fs.FS
	places  map[string]*Place
	schemes map[string]*Scheme // by their files
}

// place reads a place, after the one from which it inherits.
func (d *decoder) place(path string) (*Place, error) {
	p := &Place{Path: path}
	file, all := p.DataPath("place.json"), placeFile{Place: p}
	if err := d.json(file, &all); err != nil {
		return nil, err
	}
	if p.Path != path || d.places[path] != nil {
		return nil, fmt.Errorf("%s：path 是 %q", file, p.Path)
	}
	d.places[path], p.Schemes = p, all.Rules
	if all.Above != "" {
		if p.Parent = d.places[all.Above]; p.Parent == nil {
			return nil, fmt.Errorf("%s：没有 above 所写的 %q", file, all.Above)
		}
		p.Parent.Children = append(p.Parent.Children, p)
	}
	for _, s := range p.Schemes {
		if s.Decimals < 0 || s.Decimals > 2 {
			return nil, fmt.Errorf("%s：办法 %q 的 decimals 应是 0、1 或 2", file, s.File)
		}
		d.rules(s, p)
	}
	for _, x := range p.Distributions {
		x.SetFile(x.File)
	}
	if all.InForce != "" {
		var err error
		if p.InForce, err = d.scheme(file, all.InForce); err != nil {
			return nil, err
		}
	}
	for _, period := range all.Periods {
		t, err := d.table(p, period)
		if err != nil {
			return nil, err
		}
		p.Tables = append(p.Tables, t)
	}
	if err := cmp.Or(p.summed(), p.listed()); err != nil {
		return nil, err
	}
	p.index()
	return p, d.seals(p)
}

// summed refuses tables out of order, and sums of what is not published.
func (p *Place) summed() error {
	for i, t := range p.Tables {
		if i > 0 && p.Tables[i-1].Period.Compare(t.Period) >= 0 {
			return fmt.Errorf("%s：periods 的先后不对，或有重复：%s", p.DataPath("place.json"), t.Period)
		}
	}
	for _, t := range p.Tables {
		for _, of := range slices.Concat(t.Others, t.Carries) {
			if p.Table(of) == nil {
				return fmt.Errorf("%s：没有公示 %s", t.document(), of)
			}
		}
	}
	return nil
}

// listed refuses lists in which nothing could be looked up: parts out of order, groups without their
// zones, periods that are overdue without one.
func (p *Place) listed() error {
	wrong := ""
	for _, d := range p.Distributions {
		for i := 1; i < len(d.Parts); i++ {
			if d.Parts[i-1].ID >= d.Parts[i].ID {
				wrong = "distributions.parts"
			}
		}
	}
	if p.Keeps && len(p.Zones) != len(p.Groups) || !p.Keeps && len(p.Zones) > 0 {
		wrong = "zones"
	}
	if slices.ContainsFunc(p.Duties.Overdue, func(o Overdue) bool { return len(o.Periods) == 0 || len(o.Runs) == 0 }) {
		wrong = "duties.overdue"
	}
	if wrong == "" {
		return nil
	}
	return fmt.Errorf("%s：%s 缺项，或先后不对", p.DataPath("place.json"), wrong)
}

// rules completes a version of the rules.
func (d *decoder) rules(s *Scheme, of *Place) {
	s.Of, d.schemes[s.File] = of, s
	s.SetFile(s.File)
	for _, c := range s.Categories {
		for _, i := range c.Items {
			i.Category = c
		}
	}
}

// scheme returns a version of the rules by its file.
func (d *decoder) scheme(from, file string) (*Scheme, error) {
	if s := d.schemes[file]; s != nil {
		return s, nil
	}
	return nil, fmt.Errorf("%s：没有办法 %q", from, file)
}

// largest is the size of the largest file that is read.
const largest = 64 << 20

func (d *decoder) bytes(path string) ([]byte, error) {
	if !fs.ValidPath(path) {
		return nil, fmt.Errorf("%q 不能是文件的路径", path)
	}
	f, err := d.files.Open(path)
	if err != nil {
		return nil, fmt.Errorf("读 %s：%w", path, err)
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, largest+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("读 %s：%w", path, err)
	case len(text) > largest:
		return nil, fmt.Errorf("%s 超过 %d MB，不读", path, largest>>20)
	}
	return text, nil
}

// beside reads a file whose digest is in data/site.json.
func (d *decoder) beside(all *siteFile, path string) ([]byte, error) {
	content, err := d.bytes(path)
	if err == nil && digest(content) != all.Digests[path] {
		err = fmt.Errorf("%s 与 %s 里的 digest 不符：生成以后有人改动过，或没有传完整", path, SiteJSON)
	}
	return content, err
}

// json reads a file into a value, and refuses keys that the value does not have.
func (d *decoder) json(path string, to any) error {
	text, err := d.bytes(path)
	if err != nil {
		return err
	}
	if text, err = undigested(text); err == nil {
		err = unique(text)
	}
	if err != nil {
		return fmt.Errorf("%s：%w", path, err)
	}
	if err = strictly(text, to); err == nil {
		return nil
	}
	var wrong *json.UnmarshalTypeError
	if unknown, ok := strings.CutPrefix(err.Error(), "json: unknown field "); ok {
		return fmt.Errorf("%s：这个版本不认识键 %s", path, unknown)
	} else if errors.As(err, &wrong) {
		return fmt.Errorf("%s：键 %s 的值不能是 %s", path, keyOf(wrong.Field), wrong.Value)
	}
	return fmt.Errorf("%s：%w", path, err)
}

// keyOf returns a key by its path in the file; package json includes the names of our types.
func keyOf(way string) string {
	keys := slices.DeleteFunc(strings.Split(way, "."), func(key string) bool { return key != strings.ToLower(key) })
	return strings.Join(keys, ".")
}

// seals reads the lines of what was sealed.
func (d *decoder) seals(p *Place) error {
	for _, s := range p.Seals {
		lines, err := readTable(d, SealForm, p.DataPath(s.File()))
		if err != nil {
			return err
		}
		s.lines = func() []SealLine { return lines }
	}
	return nil
}

// readTable reads a table of open data.
func readTable[T any](d *decoder, f Form[T], path string) ([]T, error) {
	text, err := d.bytes(path)
	if err != nil {
		return nil, err
	}
	return f.read(path, text)
}
