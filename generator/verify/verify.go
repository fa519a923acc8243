// Package verify checks a published site from its own files only, as anybody can who has the
// address or a copy: without data/, without git, without trust in its builder.
//
// In: the files of a built site, and what the reader brings from outside: an older checkpoint, a
// check code from paper, a public key. Out: a [Report] of what differs, with file and line, of
// what was checked, and of what could not be. It writes nothing.
//
// It works in this order:
//
//   - SHA256SUMS: every file that it lists is there, with those bytes.
//   - datapackage.json of each place: every table is there, with so many rows. Each is read by the
//     form by which package gazette writes it, and anything in another form is reported.
//   - the chain of seals: each line has its digest, each seal follows from its lines and the
//     seal before; the published checkpoint, an older one, and a check code are in it.
//   - the seals against the open data: the last seal of a period agrees with its records.
//   - the figures: own points from records-<period>.csv and scheme-<effective>.json, with rules
//     for what is missing or not applicable, scales, caps; then sums, averages, ranks, honours,
//     balances and distributions by package score, compared with the tables.
//   - every file: made again from what is published, by the same rooms that made the site, and
//     compared byte for byte. That needs the same version of the program and the same theme;
//     without them, the report tells that this was not done.
//
// Of households that are not published it knows only the number (datapackage.json), and allows
// that many gaps between ranks. What depends on something that is not published is reported as
// not checked, never skipped.
package verify

import (
	"fmt"
	"io"
	"io/fs"
	"slices"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// Options are what the reader brings.
type Options struct {
	Place      string // only this place and what is below it; empty for all
	Checkpoint string // text of an older checkpoint, or empty
	Code       string // a check code as printed on paper, or empty
	PublicKey  string // of the key that signs checkpoints; if empty, signatures are not checked
	Program    string // this program: another one may make other pages from the same data
	Theme      fs.FS  // to make the pages again; nil if there is none
}

// Report is the result.
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

// Site checks a site. It returns an error if checking is impossible: no manifest, no such place,
// nothing to be reached, a limit exceeded.
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
			p := &place{Report: r, files: all, path: path, byID: make(map[string]*ledger.Household)}
			p.check(witness)
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
func (r *Report) differ(at diag.Position, code, format string, args ...any) {
	r.Differences.Wrong(diag.Field{Position: at}, code, fmt.Sprintf(format, args...), "")
}

func (r *Report) done(format string, args ...any) {
	r.Done = append(r.Done, fmt.Sprintf(format, args...))
}
func (r *Report) not(format string, args ...any) { r.Not = append(r.Not, fmt.Sprintf(format, args...)) }

// The codes of differences.
const (
	manifestCode = "manifest"   // SHA256SUMS and the files
	packageCode  = "package"    // datapackage.json and the tables
	chainCode    = "seal-chain" // the chain of seals
	sealedCode   = "sealed"     // the seals and the open data
	figureCode   = "figure"     // a figure that does not follow from the records
	pageCode     = "page"       // a file that the published data do not make
)
