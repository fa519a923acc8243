package start

import (
	"io/fs"
	"path"

	"gongshi/generator/disk"
	"gongshi/generator/ledger"
)

// Like is the kind of rules that a site begins with: z, f, l, n or blank.
type Like string

// Cycle is how often rules of that kind publish what they count.
func (l Like) Cycle() ledger.Cycle {
	if l == "l" || l == "n" {
		return ledger.Quarter
	}
	return ledger.Month
}

// Cross reports whether panels assess another group than their own.
func (l Like) Cross() bool { return l == "l" }

// Average reports whether households are ranked by the average of their members.
func (l Like) Average() bool { return l == "n" }

// Site is a site that is to be.
type Site struct {
	Places []Place // each below the one before it, the village last
	Like   Like
}

// First is the first whole period that the village publishes.
func (s *Site) First() ledger.Period {
	return ledger.WholeFrom(s.Like.Cycle(), s.Places[len(s.Places)-1].Joined)
}

// Files are all files of the new site: settings, places, rules, an empty register, the
// handbook, and what git needs.
func (s *Site) Files(handbook fs.FS) ([]disk.File, error) {
	top, last := &s.Places[0], &s.Places[len(s.Places)-1]
	list := []disk.File{text("config.toml", map[string]string{
		"Title": top.Name + "积分公示", "Keeper": last.Contact.Office + phone(last.Contact.Phone),
	}, "config.toml")}
	for i := range s.Places {
		list = append(list, s.Places[i].Files(s.Like.Average())...)
	}
	list = append(list, s.Rules(), asIs("gitignore", ".gitignore"), asIs("gitattributes", ".gitattributes"))
	err := fs.WalkDir(handbook, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := fs.ReadFile(handbook, name)
		list = append(list, disk.File{Path: name, Content: content})
		return err
	})
	return list, err
}

// Rules are the first rules, of the topmost place, so that all below it share them.
func (s *Site) Rules() disk.File {
	return Rules(&s.Places[0], s.Like, s.Like.Cross() && len(s.Places[len(s.Places)-1].Groups) > 1)
}

func phone(number string) string {
	if number == "" {
		return ""
	}
	return "，电话 " + number
}

// Rules are the first rules of a place, in force from the day on which it begins; with cross,
// panels may not assess their own groups.
func Rules(p *Place, like Like, cross bool) disk.File {
	name := path.Join("data", p.Path, "scheme", p.Joined.String()[:4]+".toml")
	return text(name, map[string]any{
		"Name": p.Name, "Effective": p.Joined, "Cross": cross,
	}, "head.toml", string(like)+".toml")
}

// asIs is a file of templates/ under another name.
func asIs(name, as string) disk.File {
	content, err := files.ReadFile("templates/" + name)
	if err != nil {
		panic("start: " + err.Error()) // it is in the program itself
	}
	return disk.File{Path: as, Content: content}
}

// Publishing is the file by which a host publishes the site after each push: github, gitlab or gitee.
func Publishing(host string) disk.File {
	as := map[string]string{"github": ".github/workflows/publish.yml", "gitlab": ".gitlab-ci.yml", "gitee": ".workflow/publish.yml"}
	return asIs("ci/"+host+".yml", as[host])
}
