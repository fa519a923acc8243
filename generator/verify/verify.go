// Package verify checks a published site from its own files alone, as anybody can who has
// the address or a copy: without data/, without git, without trust in who built it.
//
// In: the files of a built site, and what the reader brings from outside: an older checkpoint,
// a check code from paper, a public key. Out: a [Report] of what differs, with the file and
// the line, of what was checked, and of what could not be. It writes nothing.
//
// It works in this order:
//
//   - SHA256SUMS: every file it names is there, with those bytes.
//   - datapackage.json of each place: every table is there, with so many rows. Each is read by the
//     form by which package gazette writes it, and what stands in it otherwise is told.
//   - the chain of seals: each line has its digest, each seal follows from its lines and the
//     seal before; the published checkpoint, an older one, and a check code stand in it.
//   - the seals against the open data: what was sealed last of a period is what its records say.
//   - the figures: own points from records-<period>.csv and scheme-<effective>.json, with rules
//     for what is missing or not applicable, scales, caps; then sums, averages, ranks, honours,
//     balances and distributions by package score, compared with the tables.
//   - every file: made again from what is published, by the same rooms that made the site, and
//     compared byte for byte. That needs the same version of the program and the same theme;
//     where they are not at hand, it is said that this was not done.
//
// Of households that are not published it knows their number alone (datapackage.json), and
// allows just so many gaps between ranks. What rests on something that is not published is
// named as not checked, never passed over.
package verify

import (
	"fmt"
	"io"
	"io/fs"
	"slices"

	"gongshi/generator/diag"
)

// Options are what the reader brings.
type Options struct {
	Place      string // only this place and what lies below it; empty: all
	Checkpoint string // text of an older checkpoint; empty: none
	Code       string // a check code as it stands on paper; empty: none
	PublicKey  string // of the key that signs checkpoints; empty: signatures are not checked
	Program    string // which program this is: another one may make other pages of the same data
	Theme      fs.FS  // by which pages are made again; nil: none is at hand
}

// Report is what came of it.
type Report struct {
	Differences diag.List // in order of file and line
	Done        []string  // what was checked, a line each
	Not         []string  // what could not be, a line each
}

// Write writes the report as lines for a reader.
func (r *Report) Write(w io.Writer) {
	for _, line := range r.Done {
		fmt.Fprintln(w, "已核对  "+line)
	}
	for _, line := range r.Not {
		fmt.Fprintln(w, "未核对  "+line)
	}
	for _, d := range r.Differences {
		fmt.Fprintf(w, "%s: 不符：%s [%s]\n", d.Position, d.Message, d.Code)
	}
	if n := len(r.Differences); n > 0 {
		fmt.Fprintf(w, "不符 %d 处\n", n)
	} else {
		fmt.Fprintln(w, "没有发现不符")
	}
}

// Site checks a site. The error is for what makes checking impossible: no manifest, no such
// place, nothing to be reached, a limit that is passed.
func Site(site fs.FS, opt Options) (*Report, error) { return check(site, opt, absolute) }

func check(site fs.FS, opt Options, l limits) (*Report, error) {
	all, err := open(site, opt.Place, l)
	if err != nil {
		return nil, err
	}
	places := all.places()
	if len(places) == 0 {
		return nil, fmt.Errorf("没有可以核对的开放数据：%s 下面没有 data/", at(opt.Place))
	}
	r := &Report{}
	r.done("清单：逐个核对 %d 个文件的校验和", len(all.sums))
	r.strangers(all, opt.Place)
	witness := &witness{opt: opt, report: r}
	for _, path := range append(places, "") {
		all.load(path)
		if path != "" && all.err() == nil {
			openPlace(path, all, r).check(witness)
		}
		if err := all.err(); err != nil {
			return nil, err
		}
		all.forget()
	}
	witness.finish()
	if err := r.again(all, opt); err != nil {
		return nil, err
	}
	r.Differences = append(r.Differences, all.found...)
	r.Differences.Sort()
	slices.Sort(r.Not)
	r.Not = slices.Compact(r.Not)
	return r, nil
}

func at(place string) string {
	if place == "" {
		return "网站"
	}
	return place
}

// differ adds a difference.
func (r *Report) differ(at diag.Position, code, message string) {
	r.Differences.Wrong(diag.Field{Position: at}, code, message, "")
}

func (r *Report) done(format string, args ...any) {
	r.Done = append(r.Done, fmt.Sprintf(format, args...))
}
func (r *Report) not(format string, args ...any) { r.Not = append(r.Not, fmt.Sprintf(format, args...)) }

// The codes of what differs.
const (
	manifestCode = "manifest"   // SHA256SUMS and the files
	packageCode  = "package"    // datapackage.json and the tables
	chainCode    = "seal-chain" // the chain of seals
	sealedCode   = "sealed"     // what was sealed and the open data
	figureCode   = "figure"     // a figure that does not follow from the records
	pageCode     = "page"       // a file that is not what the published data make
)
