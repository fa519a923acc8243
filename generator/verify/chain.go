package verify

import (
	"gongshi/generator/diag"
	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/proof"
)

// seal is one seal with its published lines.
type seal struct {
	*gazette.Seal
	at    diag.Position
	lines map[string]sealedLine // by 户号, or 公示, 办法
	bare  int                   // households of whose lines only the digest is published
	dark  int                   // other lines of which only the digest is published
}

// sealedLine is a published line.
type sealedLine struct {
	fields []string
	at     diag.Position
}

// readChain reads the chain, and checks that it is complete.
func (p *place) readChain() {
	point := p.path + "/checkpoint"
	if !p.files.has(p.data("seals.csv")) {
		if p.files.has(point) {
			p.differ(diag.Position{File: p.data("seals.csv")}, chainCode, "有检查点，却没有封存记录")
		}
		return
	}
	former := ""
	for i, r := range readWhole(p, "seals.csv", gazette.SealsForm.Read) {
		s := &seal{Seal: &r.Is, at: r.At}
		digests := p.readLines(s)
		sealed := &ledger.Seal{No: s.No, Period: s.Period, Date: s.Date, Households: s.Households}
		switch {
		case s.No != i+1:
			p.differ(s.at, chainCode, "序号是 %d，应是 %d", s.No, i+1)
		case digests != nil && proof.SealDigest(s.version(), former, sealed, digests) != s.Digest:
			p.differ(s.at, chainCode, "第 %d 号封存（%s）的摘要与它的内容和上一号对不上：封存记录被改动过", s.No, s.Period)
		}
		former = s.Digest
		p.seals = append(p.seals, s)
	}
	p.done("%s：封存 %d 次，逐行取摘要，逐次相连", p.path, len(p.seals))
	p.checkpoint(point)
}

// version returns the version of the seal's text, by the name of the notice's line.
func (s *seal) version() int {
	if _, ok := s.lines[proof.NoticeFact]; ok {
		return 2
	}
	return 1
}

// readLines reads the lines of a seal, and checks each against its digest. It returns nil if they
// cannot be read.
func (p *place) readLines(s *seal) []string {
	if !p.files.has(p.data(s.File())) {
		p.differ(s.at, chainCode, "第 %d 号封存的内容 %s 不在了", s.No, s.File())
		return nil
	}
	s.lines = make(map[string]sealedLine)
	households, digests := 0, []string{}
	for _, r := range read(p, s.File(), gazette.SealForm.Read) {
		l := &r.Is
		digests = append(digests, l.Digest)
		if l.Line == "" {
			s.bare++
			continue
		}
		if proof.LineDigest(l.Salt, l.Line) != l.Digest {
			p.differ(r.At, chainCode, "这一行（%s）与它的摘要不符：封存的内容被改动过", l.Of)
		}
		fields := proof.Fields(l.Line)
		if fields[0] == proof.HouseholdLine {
			households++
		}
		s.lines[l.Of] = sealedLine{fields, r.At}
	}
	s.bare, s.dark = s.Households-households, s.bare-(s.Households-households)
	if s.bare < 0 || s.dark < 0 || s.version() == 1 && s.dark > 0 {
		p.differ(s.at, chainCode, "第 %d 号封存 %d 户，%s 里有 %d 户", s.No, s.Households, s.File(), s.Households+s.dark)
	}
	return digests
}

// checkpoint compares the published checkpoint with the chain.
func (p *place) checkpoint(file string) {
	if len(p.seals) == 0 || !p.files.has(file) {
		p.differ(diag.Position{File: file}, chainCode, "有封存记录，却没有检查点")
		return
	}
	point, err := proof.ParseCheckpoint(string(p.files.content(file)))
	if err != nil {
		p.differ(diag.Position{File: file}, chainCode, "%v", err)
		return
	}
	last := p.seals[len(p.seals)-1]
	if want := (proof.Checkpoint{Place: p.path, Count: len(p.seals), Head: last.Digest, Date: last.Date.String()}); point != want {
		p.differ(diag.Position{File: file}, chainCode, "检查点是 %d 次、链首 %s，封存记录是 %d 次、链首 %s",
			point.Count, proof.Code(point.Head), want.Count, proof.Code(want.Head))
	}
}

// witness is what the reader brings from outside, compared with every place.
type witness struct {
	opt                  Options
	report               *Report
	sawCode, sawPoint    bool
	signatures, unsigned int
}

func (w *witness) look(p *place) {
	for _, s := range p.seals {
		if w.opt.Code != "" && proof.HasCode(s.Digest, w.opt.Code) {
			w.sawCode = true
			p.done("核对码 %s：是 %s %s 第 %d 号封存（%s）", proof.Code(s.Digest), p.path, s.Period, s.No, s.Date)
		}
	}
	if w.opt.Checkpoint != "" {
		w.older(p)
	}
	switch published := p.files.has(p.data("notices.csv")); {
	case len(p.seals) == 0 && (w.opt.PublicKey == "" || !published):
	case w.opt.PublicKey == "":
		w.unsigned++
	default:
		file := p.path + "/checkpoint"
		if err := proof.Signed(string(p.files.content(file)), w.opt.PublicKey); err != nil {
			p.differ(diag.Position{File: file}, chainCode, "检查点的签名不对：%v", err)
		} else {
			w.signatures++
		}
	}
}

// older compares an older checkpoint of this place with its chain.
func (w *witness) older(p *place) {
	point, err := proof.ParseCheckpoint(w.opt.Checkpoint)
	if err != nil || point.Place != p.path {
		return
	}
	w.sawPoint = true
	file := diag.Position{File: p.data("seals.csv")}
	switch {
	case point.Count > len(p.seals):
		p.differ(file, chainCode, "旧检查点有 %d 次封存，现在只有 %d 次：封存记录被截短或改写了", point.Count, len(p.seals))
	case p.seals[point.Count-1].Digest != point.Head:
		p.differ(p.seals[point.Count-1].at, chainCode, "第 %d 号封存的摘要与旧检查点不同：封存记录被改写了", point.Count)
	default:
		p.done("%s：与 %s 的旧检查点一致，此后只有增加", p.path, point.Date)
	}
}

// finish reports what belonged to no place.
func (w *witness) finish() {
	r := w.report
	if w.opt.Code != "" && !w.sawCode {
		r.differ(diag.Position{File: "核对码"}, chainCode, "核对码“%s”在所核对的地方一次封存里也没有：纸上的公示不是现在网站上的这一份", w.opt.Code)
	}
	if w.opt.Checkpoint != "" && !w.sawPoint {
		point, err := proof.ParseCheckpoint(w.opt.Checkpoint)
		why := "它的地方 " + point.Place + " 不在所核对的网站里"
		if err != nil {
			why = err.Error()
		}
		r.differ(diag.Position{File: "旧检查点"}, chainCode, "%s", why)
	}
	if w.signatures > 0 {
		r.done("检查点的签名 %d 处，都对", w.signatures)
	}
	if w.unsigned > 0 {
		r.not("检查点的签名：没有给公钥（--public-key）")
	}
}
