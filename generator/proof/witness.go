package proof

import (
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// lost is the code of a chain that does not continue one that was seen before.
const lost = "seals-lost"

// SealsFile returns the path of a place's seals in the site's folder.
func SealsFile(p *ledger.Place) string { return path.Join("data", p.Path, "seals.csv") }

// SaltsFile returns the path of the salts of a place's seals in the site's folder.
func SaltsFile(p *ledger.Place) string { return path.Join("data", p.Path, "salts.csv") }

// CheckpointFile returns the path of a place's checkpoint in the built site's folder.
func CheckpointFile(p *ledger.Place) string { return p.Path + "/checkpoint" }

// Witness is what was seen of a place's chain before: how many seals it had, and the digest of
// the last. A chain only grows, so it must still have that seal.
type Witness struct {
	place *ledger.Place
	count int
	head  string
	seen  string // where
	mend  string // how to get the chain back
}

var digestForm = regexp.MustCompile(`[0-9a-f]{64}`)

// Digests returns those of the seals in a seals.csv, in order, as far as it can be read.
func Digests(seals []byte) []string { return digestForm.FindAllString(string(seals), -1) }

// Committed returns the witness of a commit, by git's name of it: its seals.csv.
func Committed(p *ledger.Place, seals []byte, revision string) Witness {
	return sealed(seals, Witness{
		place: p, seen: "git 提交 " + revision + " 里",
		mend: fmt.Sprintf("从 git 取回：git checkout %s -- %s %s", revision, SealsFile(p), SaltsFile(p)),
	})
}

// Kept returns the witness of the present seals.csv, for what will replace it.
func Kept(p *ledger.Place, seals []byte) Witness {
	return sealed(seals, Witness{place: p, seen: "原来", mend: "用回原来的 seals.csv 和 salts.csv"})
}

// Gone reports the seals of a folder whose place is no longer in the book, unless a place of the
// book continues their chain, as after the folder was renamed.
func Gone(book *ledger.Book, file string, seals []byte) (list diag.List) {
	digests := Digests(seals)
	n := len(digests)
	goesOn := func(p *ledger.Place) bool { return n <= len(p.Seals) && p.Seals[n-1].Digest == digests[n-1] }
	if n == 0 || slices.ContainsFunc(book.Places, goesOn) {
		return nil
	}
	list.Wrong(diag.Field{Position: diag.At(file, 0, 0)}, lost,
		fmt.Sprintf("原来有 %d 次封存，现在连这个地方也没有了：封存记录不能删", n),
		"取回 "+path.Dir(file)+" 这个文件夹；给它改名的，里面的文件都要一起过去")
	return list
}

// sealed returns the witness of a seals.csv.
func sealed(seals []byte, w Witness) Witness {
	digests := Digests(seals)
	if w.count = len(digests); w.count > 0 {
		w.head = digests[w.count-1]
	}
	return w
}

// Built returns the witness of a built site: the text of the place's checkpoint. One that cannot
// be read shows nothing.
func Built(p *ledger.Place, checkpoint string) Witness {
	w := Witness{
		place: p, seen: "已经生成的网站（" + CheckpointFile(p) + "）里",
		mend: "从备份或仓库取回 seals.csv 和 salts.csv；如果网站文件夹里是别处的网站，换一个文件夹或清空它",
	}
	if at, err := ParseCheckpoint(checkpoint); err == nil && at.Place == p.Path {
		w.count, w.head = at.Count, at.Head
	}
	return w
}

// Lost reports the chains that lack a seal that was seen: seals.csv and salts.csv were removed
// together, cut short together, or made again. One message for each place is enough. For other
// places notes report what they have posted by the day and not sealed.
func (p *Proofs) Lost(book *ledger.Book, witnesses []Witness) diag.List {
	var list diag.List
	told := make(map[*ledger.Place]bool)
	for _, w := range witnesses {
		if w.count == 0 || told[w.place] || w.count <= len(w.place.Seals) && w.place.Seals[w.count-1].Digest == w.head {
			continue
		}
		told[w.place] = true
		message := fmt.Sprintf("%s有 %d 次封存，现在只有 %d 次：封存记录不能删", w.seen, w.count, len(w.place.Seals))
		switch {
		case len(w.place.Seals) == 0:
			message = fmt.Sprintf("%s有 %d 次封存，现在的 seals.csv 和 salts.csv 里一次也没有：封存记录不能删", w.seen, w.count)
		case w.count <= len(w.place.Seals):
			message = fmt.Sprintf("%s的第 %d 次封存和现在的不是同一次：封存记录不能重做", w.seen, w.count)
		}
		list.Wrong(diag.Field{Position: diag.At(SealsFile(w.place), 0, 0)}, lost, message, w.mend)
	}
	for _, place := range book.Places {
		if c := p.byPlace[place]; c.sound && !told[place] {
			list = append(list, unsealed(place, c.Due(p.Day))...)
		}
	}
	return list
}

// NeverSealed reports, in one note, the places that have posted and have no seal: their figures
// could be changed without a trace. It leaves out those whose seals are lost.
func NeverSealed(book *ledger.Book, day ledger.Date, said diag.List) diag.List {
	var places []*ledger.Place
	for _, p := range book.Places {
		if slices.ContainsFunc(said, func(d diag.Diagnostic) bool { return d.Code == lost && d.File == SealsFile(p) }) {
			continue
		}
		posted := func(n *ledger.Notice) bool { return n.Posted != 0 && n.Posted <= day }
		if len(p.Seals) == 0 && len(p.Salts) == 0 && slices.ContainsFunc(slices.Collect(maps.Values(p.Notices)), posted) {
			places = append(places, p)
		}
	}
	if len(places) == 0 {
		return nil
	}
	who := places[0].Name
	if len(places) > 1 {
		who = fmt.Sprintf("%s等 %d 个地方", who, len(places))
	}
	return diag.List{{
		Position: diag.Position{File: SealsFile(places[0])}, Severity: diag.Note, Code: noSeals,
		Message: who + "张榜以后没有封存过：以后有人改动分数，没有凭据看得出来",
		Hint:    "运行 gongshi seal，把 seals.csv 和 salts.csv 一起留好，用 git 的一起提交；以后每次张榜当天封存。暂时不封存，不妨碍生成网站",
	}}
}
