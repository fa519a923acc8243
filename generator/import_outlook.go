package main

import (
	"path"
	"slices"
	"strings"

	"gongshi/generator/convert"
	"gongshi/generator/diag"
	"gongshi/generator/disk"
	"gongshi/generator/ledger"
	"gongshi/generator/proof"
	"gongshi/generator/site"
	"gongshi/generator/source"
)

const sealsUnread = "seals-unread" // what is sealed cannot be held against the data

// outlook tells what would come of an import.
type outlook struct {
	im  *convert.Import
	opt site.Options
	now site.Work // the site as it is
	had diag.List // what is wrong with it
}

// brings are the errors that the site would have with the files and does not have now. Seals are compared with the
// data whatever else is wrong in the site: what is sealed must stay as it is.
func (o *outlook) brings(files []disk.File) (diag.List, error) {
	o.opt.Instead = map[string][]byte{}
	for _, f := range files {
		o.opt.Instead[f.Path] = f.Content
	}
	then, list, err := site.Read(o.opt)
	if err != nil {
		return nil, err
	}
	wrong := moreOf(list, o.had, o.im)
	if !wrong.HasErrors() && list.HasErrors() {
		return o.breaks(then, files), nil
	}
	return wrong, nil
}

// breaks are the seals that an import would break of a site that has errors, so that nobody else looks
// at them. Where they do not hold as it is, nobody can tell what else would break.
func (o *outlook) breaks(then site.Work, files []disk.File) (list diag.List) {
	folder := source.Dir(o.opt.Source)
	for _, p := range then.Book.Places {
		whole := o.sealsRead(p)
		if !slices.ContainsFunc(files, func(f disk.File) bool { return bears(p, f.Path, whole) }) {
			continue
		}
		wrong := sealsOf(then.Book, p, then.Day)
		switch was := sealsOf(o.now.Book, o.now.Book.Place(p.Path), then.Day); {
		case whole && len(wrong) == 0:
		case whole && len(was) == 0:
			source.Cells(site.Overlay(folder, o.opt.Instead), then.Book, wrong)
			for _, d := range wrong {
				list.Add(o.im.Locate(d))
			}
		default:
			list.Add(diag.Diagnostic{Position: diag.At(proof.SealsFile(p), 0, 0), Code: sealsUnread,
				Message: "“" + p.Name + "”封存过的，现在就和资料对不上，或读不出来：这次导入会不会动到封存的，核对不出来",
				Hint:    "先运行 gongshi check，照着改好，再导入"})
		}
	}
	list.Group()
	return list
}

// sealsOf is what is wrong with a place's seals.
func sealsOf(book *ledger.Book, p *ledger.Place, day ledger.Date) diag.List {
	_, list := proof.Of(&ledger.Book{Places: []*ledger.Place{p}, Calendars: book.Calendars}, proof.Options{Day: day})
	return list.Errors()
}

// sealsRead reports whether all of a place's seals could be read.
func (o *outlook) sealsRead(p *ledger.Place) bool {
	return !slices.ContainsFunc(o.had.Errors(), func(d diag.Diagnostic) bool {
		return d.File == proof.SealsFile(p) || d.File == proof.SaltsFile(p)
	})
}

// bears reports whether something that a place has sealed may be in a file. Where its seals cannot be read,
// any period may be sealed.
func bears(p *ledger.Place, file string, read bool) bool {
	name, ok := strings.CutPrefix(file, "data/"+p.Path+"/")
	switch path.Dir(name) {
	case "scores":
		return ok && (!read || slices.ContainsFunc(p.Seals, func(s *ledger.Seal) bool { return s.Period.String()+".csv" == path.Base(name) }))
	case ".":
		return ok && slices.Contains([]string{"households.csv", "members.csv", "corrections.csv", "redemptions.csv", "rewards.csv"}, name)
	case "events":
		return ok
	}
	return false
}

// moreOf are the errors of one list that another has not. Those of a cell that an import changes are new where
// their text is new; of others, which other rows may have moved, there have to be more.
func moreOf(then, now diag.List, im *convert.Import) (list diag.List) {
	more := map[string]int{}
	for n, of := range []diag.List{now, then} {
		for _, d := range of {
			more[alike(d)] += 2*n - 1
			more[alike(d)+"\x00"+d.Message] += 2*n - 1
		}
	}
	for _, d := range then {
		if d.Severity != diag.Error || more[alike(d)+"\x00"+d.Message] <= 0 {
			continue
		}
		if at := im.Locate(d); at.File != d.File || more[alike(d)] > 0 {
			list.Add(at)
		}
	}
	list.Group()
	return list
}

// alike is a problem without its row.
func alike(d diag.Diagnostic) string {
	return strings.Join([]string{d.Severity.String(), d.File, d.Code, d.Heading}, "\x00")
}
