package source

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"gongshi/generator/diag"
)

// entry is one name in a folder; a link is what it leads to.
type entry struct {
	name   string
	dir    bool
	broken bool // a link that cannot be followed, which is reported
}

// listing is the names in a folder.
type listing []entry

func (list listing) has(name string) bool {
	return slices.ContainsFunc(list, func(e entry) bool { return e.name == name })
}

// passed are names about which nothing more is reported.
func (e entry) passed() bool { return e.broken || Hidden(e.name) }

var (
	errOutside = errors.New("通到网站的文件夹外面，没有读")
	errLoop    = errors.New("绕回到它自己所在的文件夹，没有读")
)

// list returns the content of a folder, with the targets of its links.
func (r *reader) list(dir string) (listing, error) {
	found, err := fs.ReadDir(r.site, dir)
	if err != nil {
		return nil, err
	}
	list := make(listing, 0, len(found))
	for _, e := range found {
		now := entry{name: e.Name(), dir: e.IsDir()}
		full := path.Join(dir, now.name)
		switch {
		case Hidden(now.name):
		case e.Type()&special != 0 && r.concerns(full):
			r.special(full)
			now.broken = true
		case maybeLink(e.Type()):
			if !r.concerns(full) {
				continue
			}
			if now.dir, err = r.follow(full); err != nil {
				r.badLink(full, err)
				now.broken = true
			}
		}
		list = append(list, now)
	}
	return list, nil
}

// concerns reports whether a file below data/ or content/ matters to the place that is read.
func (r *reader) concerns(file string) bool {
	top, where, below := strings.Cut(file, "/")
	if r.limit == "" || !below {
		return true
	}
	return strings.HasPrefix(where+"/", r.limit+"/") || top == "data" && strings.HasPrefix(r.limit+"/", where+"/")
}

// maybeLink reports whether a name may lead elsewhere: a junction of Windows is irregular.
func maybeLink(mode fs.FileMode) bool { return mode&(fs.ModeSymlink|fs.ModeIrregular) != 0 }

// follow reports whether a link leads to a folder. It returns an error for one that leads out of
// the site, to nothing, or back to a folder that contains it.
func (r *reader) follow(link string) (isDir bool, err error) {
	to, err := resolve(r.site, link)
	if err != nil {
		return false, err
	}
	info, err := fs.Lstat(r.site, to)
	if err == nil {
		err = plain(to, info)
	}
	if err != nil || !info.IsDir() {
		return false, err
	}
	for up := path.Dir(link); ; up = path.Dir(up) {
		above, err := resolve(r.site, up)
		if err != nil {
			return false, err
		}
		if to == "." || above == to || strings.HasPrefix(above, to+"/") {
			return false, errLoop
		}
		if up == "." {
			return true, nil
		}
	}
}

// resolve is the path below a site of what a path leads to.
func resolve(site fs.FS, name string) (string, error) {
	const most = 40 // links on the way, as systems have it
	at, links := ".", 0
	for left := strings.Split(name, "/"); len(left) > 0; {
		first := left[0]
		left = left[1:]
		switch {
		case first == "" || first == ".":
			continue
		case first == ".." && at == ".":
			return "", errOutside
		case first == "..":
			at = path.Dir(at)
			continue
		}
		next := path.Join(at, first)
		info, err := fs.Lstat(site, next)
		if err != nil {
			return "", err
		}
		to, isLink := target(site, next, info.Mode())
		if !isLink {
			at = next
			continue
		}
		if links++; links > most {
			return "", errLoop
		}
		if filepath.IsAbs(to) {
			if to, isLink = inside(site, to); !isLink {
				return "", errOutside
			}
			at = "."
		}
		left = slices.Concat(strings.Split(filepath.ToSlash(to), "/"), left)
	}
	return at, nil
}

// target is what a link names. What is irregular for another reason, as files are that
// are kept in a cloud, is no link.
func target(site fs.FS, name string, mode fs.FileMode) (string, bool) {
	if !maybeLink(mode) {
		return "", false
	}
	to, err := fs.ReadLink(site, name)
	return to, err == nil
}

// inside is a path of the machine as one below the site, if it lies there. The site's
// folder is found by what it is, since it may go by several names.
func inside(site fs.FS, file string) (string, bool) {
	root, err := fs.Stat(site, ".")
	if err != nil {
		return "", false
	}
	for up := filepath.Clean(file); ; up = filepath.Dir(up) {
		if info, err := os.Stat(up); err == nil && os.SameFile(info, root) {
			below, err := filepath.Rel(up, file)
			return below, err == nil
		}
		if up == filepath.Dir(up) {
			return "", false
		}
	}
}

// twin notes a place whose folder is another one's too, by a link: both count.
func (r *reader) twin(dir string) {
	to, err := resolve(r.site, dir)
	if err != nil {
		return
	}
	if first := r.real[to]; first != "" {
		r.diags.Add(diag.Diagnostic{Position: at(dir), Severity: diag.Note, Code: "linked-twice",
			Message: "“" + dir + "”和“" + first + "”是同一个文件夹，网站上算作两个地方", Hint: "不是有意的，就删去多余的链接"})
		return
	}
	r.real[to] = dir
}

func (r *reader) badLink(link string, err error) {
	message, hint := "指向的地方不在", "删去这个链接，把原来的文件或文件夹放到这里"
	switch {
	case errors.Is(err, errOutside):
		message = "通到网站的文件夹外面，没有读"
		hint += "；或先把它移进网站的文件夹，再改链接"
	case errors.Is(err, errSpecial):
		r.special(link)
		return
	case errors.Is(err, errLoop):
		message, hint = "绕回到它自己所在的文件夹，没有读", "删去这个链接"
	}
	r.diags.Add(diag.Diagnostic{Position: at(link), Code: "bad-link", Message: "链接“" + path.Base(link) + "”" + message, Hint: hint})
}

// special reports what is no file, and is never opened: a pipe would wait until somebody writes into it.
func (r *reader) special(name string) {
	r.diags.Add(diag.Diagnostic{Position: at(name), Code: "special-file",
		Message: "“" + path.Base(name) + "”不是普通的文件（是管道、套接字或设备），没有读", Hint: "移走它；要用的内容存成普通的文件"})
}
