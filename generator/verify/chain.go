package verify

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/proof"
)

// chain is what a place publishes of its seals.
type chain struct {
	seals []*seal
}

// seal is one seal with those of its lines that are published.
type seal struct {
	*ledger.Seal
	at    row
	file  string
	lines map[string]sealedLine // by 户号, or 公示, 办法
	bare  int                   // households of whose lines the digest alone is published
	dark  int                   // other lines of which the digest alone is published
}

// sealedLine is a line that is published.
type sealedLine struct {
	fields []string
	at     diag.Position
}

// readChain reads the chain, and checks that it closes.
func (p *place) readChain() *chain {
	t := p.table("seals.csv")
	c := &chain{}
	if t == nil {
		if p.files.has(p.path + "/checkpoint") {
			p.differ(diag.Position{File: p.data("seals.csv")}, chainCode, "有检查点，却没有封存记录")
		}
		return c
	}
	former := ""
	for i, r := range t.rows {
		s := p.readSeal(r)
		if s == nil {
			break
		}
		digests := p.readLines(s)
		switch {
		case s.No != i+1:
			p.differ(r.at(), chainCode, fmt.Sprintf("序号是 %d，应是 %d", s.No, i+1))
		case digests != nil && proof.SealDigest(s.version(), former, s.Seal, digests) != s.Digest:
			p.differ(r.at(), chainCode, fmt.Sprintf("第 %d 号封存（%s）的摘要与它的内容和上一号对不上：封存记录被改动过", s.No, s.Period))
		}
		former = s.Digest
		c.seals = append(c.seals, s)
	}
	p.done("%s：封存 %d 次，逐行取摘要，逐次相连", p.path, len(c.seals))
	p.checkpoint(c)
	return c
}

func (p *place) readSeal(r row) *seal {
	no, err := strconv.Atoi(r.get("序号"))
	period, timed := ledger.ParsePeriod(r.get("周期"))
	date, dated := ledger.ParseDate(r.get("日期"))
	households, err2 := strconv.Atoi(r.get("户数"))
	digest := r.get("摘要")
	if err != nil || !timed || !dated || err2 != nil || !proof.IsDigest(digest) {
		p.differ(r.at(), chainCode, "认不出这一行封存")
		return nil
	}
	return &seal{
		Seal: &ledger.Seal{No: no, Period: period, Date: date, Households: households, Digest: digest},
		at:   r,
	}
}

// version is that of its text, by the name of the line of the notice.
func (s *seal) version() int {
	if _, ok := s.lines[proof.NoticeFact]; ok {
		return 2
	}
	return 1
}

// readLines reads the lines of a seal, and checks each against its digest; nil if there are
// none to be read.
func (p *place) readLines(s *seal) []string {
	s.file = fmt.Sprintf("seal-%d.csv", s.No)
	t := p.table(s.file)
	if t == nil {
		p.differ(s.at.at(), chainCode, fmt.Sprintf("第 %d 号封存的内容 %s 不在了", s.No, s.file))
		return nil
	}
	s.lines = make(map[string]sealedLine)
	households := 0
	digests := make([]string, 0, len(t.rows))
	for _, r := range t.rows {
		line, digest := r.get("行"), r.get("摘要")
		digests = append(digests, digest)
		if line == "" {
			s.bare++
			continue
		}
		if proof.LineDigest(r.get("盐"), line) != digest {
			p.differ(r.at(), chainCode, fmt.Sprintf("这一行（%s）与它的摘要不符：封存的内容被改动过", r.get("户号")))
		}
		fields := proof.Fields(line)
		if fields[0] == proof.HouseholdLine {
			households++
		}
		s.lines[r.get("户号")] = sealedLine{fields, r.at()}
	}
	s.bare, s.dark = s.Households-households, s.bare-(s.Households-households)
	if s.bare < 0 || s.dark < 0 || s.version() == 1 && s.dark > 0 {
		p.differ(s.at.at(), chainCode, fmt.Sprintf("第 %d 号封存 %d 户，%s 里有 %d 户", s.No, s.Households, s.file, s.Households+s.dark))
	}
	return digests
}

// checkpoint holds the published checkpoint against the chain.
func (p *place) checkpoint(c *chain) {
	file := p.path + "/checkpoint"
	text, ok := p.files.content(file), p.files.has(file)
	if !ok || len(c.seals) == 0 {
		p.differ(diag.Position{File: file}, chainCode, "有封存记录，却没有检查点")
		return
	}
	point, err := proof.ParseCheckpoint(string(text))
	if err != nil {
		p.differ(diag.Position{File: file}, chainCode, err.Error())
		return
	}
	last := c.seals[len(c.seals)-1]
	if want := (proof.Checkpoint{Place: p.path, Count: len(c.seals), Head: last.Digest, Date: last.Date.String()}); point != want {
		p.differ(diag.Position{File: file}, chainCode, fmt.Sprintf("检查点是 %d 次、链首 %s，封存记录是 %d 次、链首 %s",
			point.Count, proof.Code(point.Head), want.Count, proof.Code(want.Head)))
	}
}

// of is the last seal of a period; nil if there is none.
func (c *chain) of(period ledger.Period) *seal {
	for _, s := range slices.Backward(c.seals) {
		if s.Period == period {
			return s
		}
	}
	return nil
}

// witness is what the reader brings from outside, held against every place.
type witness struct {
	opt                  Options
	report               *Report
	sawCode, sawPoint    bool
	signatures, unsigned int
}

func (w *witness) look(p *place) {
	code := strings.ToLower(strings.Join(strings.Fields(w.opt.Code), ""))
	for _, s := range p.seals.seals {
		if code != "" && strings.HasPrefix(s.Digest, code) {
			w.sawCode = true
			p.done("核对码 %s：是 %s %s 第 %d 号封存（%s）", proof.Code(s.Digest), p.path, s.Period, s.No, s.Date)
		}
	}
	if w.opt.Checkpoint != "" {
		w.older(p)
	}
	switch published := p.files.has(p.data("notices.csv")); {
	case len(p.seals.seals) == 0 && (w.opt.PublicKey == "" || !published):
	case w.opt.PublicKey == "":
		w.unsigned++
	default:
		w.signature(p)
	}
}

// signature: the checkpoint of a place that publishes notices bears the key's signature.
func (w *witness) signature(p *place) {
	if err := proof.Signed(string(p.files.content(p.path+"/checkpoint")), w.opt.PublicKey); err != nil {
		p.differ(diag.Position{File: p.path + "/checkpoint"}, chainCode, "检查点的签名不对："+err.Error())
	} else {
		w.signatures++
	}
}

// older holds an older checkpoint of this place against its chain.
func (w *witness) older(p *place) {
	point, err := proof.ParseCheckpoint(w.opt.Checkpoint)
	if err != nil || point.Place != p.path {
		return
	}
	w.sawPoint = true
	file := diag.Position{File: p.data("seals.csv")}
	switch {
	case point.Count > len(p.seals.seals):
		p.differ(file, chainCode, fmt.Sprintf("旧检查点有 %d 次封存，现在只有 %d 次：封存记录被截短或改写了", point.Count, len(p.seals.seals)))
	case p.seals.seals[point.Count-1].Digest != point.Head:
		p.differ(p.seals.seals[point.Count-1].at.at(), chainCode, fmt.Sprintf("第 %d 号封存的摘要与旧检查点不同：封存记录被改写了", point.Count))
	default:
		p.done("%s：与 %s 的旧检查点一致，此后只有增加", p.path, point.Date)
	}
}

// finish says what of it belonged to no place.
func (w *witness) finish() {
	r := w.report
	if w.opt.Code != "" && !w.sawCode {
		r.differ(diag.Position{File: "核对码"}, chainCode, fmt.Sprintf("核对码“%s”在所核对的地方一次封存里也没有：纸上的公示不是现在网站上的这一份", w.opt.Code))
	}
	if w.opt.Checkpoint != "" && !w.sawPoint {
		point, err := proof.ParseCheckpoint(w.opt.Checkpoint)
		why := "它的地方 " + point.Place + " 不在所核对的网站里"
		if err != nil {
			why = err.Error()
		}
		r.differ(diag.Position{File: "旧检查点"}, chainCode, why)
	}
	if w.signatures > 0 {
		r.done("检查点的签名 %d 处，都对", w.signatures)
	}
	if w.unsigned > 0 {
		r.not("检查点的签名：没有给公钥（--public-key）")
	}
}
