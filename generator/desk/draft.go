package desk

import (
	"cmp"
	"fmt"
	"net/http"
	"path"
	"slices"
	"strings"

	"gongshi/generator/address"
	"gongshi/generator/convert"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/site"
	"gongshi/generator/source"
)

// seen is the notice of a period as villagers see it, or would, beside a form.
type seen struct {
	Period, Address string
	Posted          bool   // as of the day; else it is a draft
	Due             bool   // it is posted and not sealed, or changed since
	Unread          bool   // it is posted, and errors keep from knowing whether it is sealed
	Seal            string // where it is sealed; "" on that form itself
}

// beside is the notice that a form shows; nil: none.
func (v *view) beside(form string) *seen {
	period := v.period
	if form == "seal" && period == (ledger.Period{}) {
		period = v.lastPosted()
	}
	if form != "seal" && form != "notice" || period == (ledger.Period{}) {
		return nil
	}
	s := &seen{Period: convert.PeriodWords(period), Address: "draft/"}
	if n := v.place.Notices[period]; n != nil && v.posted(n) {
		s.Posted, s.Address = true, "posted/"
		s.Unread = v.work.Proofs == nil
		s.Due = !s.Unread && slices.Contains(v.work.Proofs.Of(v.place).Due(v.work.Day), period)
	}
	if form != "seal" {
		s.Seal = formAddress("seal", v.place, period)
	}
	s.Address += address.Escape(address.NoticeAt(&gazette.Place{Path: v.place.Path}, period))
	return s
}

// lastPosted is the last period that is posted; zero: none is.
func (v *view) lastPosted() (last ledger.Period) {
	for period, n := range v.place.Notices {
		if v.posted(n) && (last == ledger.Period{} || period.First() > last.First()) {
			last = period
		}
	}
	return last
}

// policy is what a page of the site may do within the desk: be seen. No script of a theme runs beside what writes.
const policy = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"

// sitePage answers with a page of the site as it would be, made of the files as they are now: with what is not posted,
// marked as a draft on every page, or without.
func (d *Desk) sitePage(drafts bool) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", policy)
		at := r.PathValue("path")
		content, page := d.themeFile(at), unseen{Root: address.Root(at) + "../"}
		if content == nil {
			content, page.Why = d.made(at, drafts)
		}
		switch {
		case content != nil:
			w.Header().Set("Content-Type", cmp.Or(kinds[path.Ext(at)], "application/octet-stream"))
			w.Write(content)
		case page.Why == elsewhere:
			page.Site = "/" + address.Escape(at)
			fallthrough
		default:
			d.print(w, http.StatusNotFound, "unseen.html", page)
		}
	}
}

// unseen is why a page is not shown, and where it is.
type unseen struct{ Root, Why, Site string }

const elsewhere = "这里只看本村的网页，别的在网站上看。"

// kinds are the types of what a page shows.
var kinds = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml",
	".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".webp": "image/webp", ".gif": "image/gif",
}

// made makes a page of a village; if there is none, it tells why.
func (d *Desk) made(at string, drafts bool) (content []byte, why string) {
	opt := d.opt.Site
	opt.Figures, opt.Drafts = false, drafts
	var err error
	if opt.Place, err = d.villageOf(at); err != nil || opt.Place == "" {
		return nil, elsewhere
	}
	work, list, err := site.Read(opt)
	if err != nil {
		return nil, words(err)
	}
	if errors := len(list.Errors()); errors > 0 {
		return nil, fmt.Sprintf("资料里有 %d 处错误，改好以后才看得到网页。", errors)
	}
	content, theme, list, err := work.Show(opt, at)
	switch {
	case err != nil:
		return nil, words(err)
	case list.HasErrors():
		return nil, list[0].Message + "。" + list[0].Hint
	case content == nil:
		return nil, "还没有这一页：填了评分，或者写了公示，就有了。"
	}
	files := map[string][]byte{}
	for _, f := range theme {
		files[f.Path] = f.Content
	}
	d.theme.Store(&files)
	return content, ""
}

// themeFile is a file that the last page was shown with; its name changes with its content.
func (d *Desk) themeFile(at string) []byte {
	if files := d.theme.Load(); files != nil {
		return (*files)[at]
	}
	return nil
}

// villageOf is the village to which an address belongs; "" if it is none's.
func (d *Desk) villageOf(at string) (string, error) {
	folder := source.Dir(d.opt.Site.Source)
	defer folder.Close()
	tree, _, err := source.Open(folder)
	if err != nil {
		return "", err
	}
	for _, p := range tree.Book().Places {
		if len(p.Children) == 0 && strings.HasPrefix(at, p.Path+"/") {
			return p.Path, nil
		}
	}
	return "", nil
}
