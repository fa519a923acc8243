package site

import (
	"crypto/sha256"
	"errors"
	"io/fs"
	"slices"

	"gongshi/generator/check"
	"gongshi/generator/diag"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/page"
	"gongshi/generator/render"
	"gongshi/generator/source"
)

// errFaulty ends a round if the clerk's files have errors.
var errFaulty = errors.New("资料有错误")

// round is one run of the pipeline, place by place.
type round struct {
	opt     Options
	folder  fs.FS
	theme   fs.FS
	tree    *source.Tree
	book    *ledger.Book // of the tree
	checker *check.Checker
	choices gazette.Choices
	public  *gazette.Maker
	links   *page.Lookup
	gate    *gate
	list    diag.List
	done    Progress
	err     error // the reason for which there are no more pages

	places    map[string]bool       // by path, if something is kept
	histories map[string]string     // what git said of the files of each, likewise
	resumed   map[string]*keptPlace // the places that are not read
	kept      []string              // their files, which stay as they are
	models    *models               // of the pages of the others
	elsewhere sums                  // files of shards that are not brought here
	asked     map[string]bool       // pages that are made early, until they are
}

// sums are those of files, by their paths.
type sums = map[string][sha256.Size]byte

// faulty is the error of a round that ends for a reason, or because the files have errors: those
// of a whole site are then all told by [Read].
func (o Options) faulty(reason error) error {
	if o.partial() && reason != nil {
		return reason
	}
	return errFaulty
}

// begin reads what the places share.
func begin(opt Options) (*round, error) {
	r := &round{opt: opt, folder: opt.folder(), asked: make(map[string]bool)}
	var err error
	r.tree, r.list, err = source.Open(r.folder)
	if r.book = r.tree.Book(); err != nil {
		return r, opt.faulty(err)
	}
	var unknown diag.List
	r.theme, unknown = render.Theme(r.folder, r.book.Config)
	if r.choices, err = opt.choices(r.book.Config); err != nil {
		return r, opt.faulty(err)
	}
	r.list = slices.Concat(r.list, unknown, page.Clashes(gazette.Outline(r.book, r.choices)))
	if r.list.HasErrors() {
		return r, errFaulty
	}
	digest, err := render.Digest(r.theme)
	if err != nil {
		return r, err
	}
	history, notes := opt.history(r.book, r.tree.Sealed, r.choices.Zone)
	if r.list, r.choices.History = append(r.list, notes...), history; r.book.Config.SourceURL != "" {
		history.Trace(entered(r.read()), opt.lines())
	}
	r.checker = check.New(r.book)
	key := ""
	if opt.Key != nil {
		key = opt.Key.Public
	}
	r.public = gazette.Begin(r.book, key, r.choices)
	r.public.MadeBy(opt.Program, digest)
	r.links = page.NewLookup(r.public.Site, page.Options{})
	r.gate = newGate(r.book, r.choices.History, opt.Output)
	return r, r.resume()
}

// tell tells of one more file.
func (r *round) tell() {
	if r.done.Files++; r.opt.Progress != nil {
		r.opt.Progress(r.done)
	}
}

// staged is a place between two stages.
type staged struct {
	of    *ledger.Place
	whole *gazette.Place
	list  diag.List
	err   error

	last  *keptPlace     // what is kept of it, if it need not be read
	found check.Findings // otherwise
}
