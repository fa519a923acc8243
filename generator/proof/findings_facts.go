package proof

import (
	"fmt"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// factsHold reports whether the facts of a seal are as sealed, and adds a finding for each that is
// not.
func (f *findings) factsHold(s *ledger.Seal, salts saltsBy) bool {
	if versionOf(f.salts[s.No]) == 1 {
		return true
	}
	hold, find := true, f.factsBy(s)
	for _, salt := range f.salts[s.No] {
		if !isFact(salt.Of) {
			continue
		}
		switch l := find(salt.Of); {
		case l != nil && sealedAs(l, salt):
		case strings.HasPrefix(salt.Of, HonoursFact):
			hold = f.mayChange(s, salt) && hold
		case l == nil:
			hold = false
			f.gone(s, salt.Of)
		default:
			hold = false
			f.fact(s, l.Of, l.at, "此后变了"+f.since(s, l, salt, shapeOfFact(l.Of)))
		}
	}
	for _, l := range f.facts(s.Period, s.Date) {
		if strings.HasPrefix(l.Of, ObjectionFact) && salts[l.Of] == nil && l.since < s.Date { // added since
			hold = false
			f.Wrong(l.at, changedSealed,
				sealedWords(s)+fmt.Sprintf("，当时还没有登记%s，收到日期却是“%s”", wordsOf(l.Of), l.since),
				"收到日期写登记的那一天；早先就收到了的，在答复里写明是哪一天收到的")
		}
	}
	return hold
}

// sealedHonours are honours that differ from what was sealed.
type sealedHonours struct {
	seal *ledger.Seal
	salt *ledger.Salt
	are  bool // honours at all
}

// mayChange reports whether something since explains that honours are not as sealed. It notes those of which that is not
// so.
func (f *findings) mayChange(s *ledger.Seal, salt *ledger.Salt) bool {
	if !f.honoursKnown(s) {
		return true
	}
	are := f.areHonours(salt)
	if are && f.reawarded(salt.Of, s) {
		return true
	}
	f.honours = append(f.honours, sealedHonours{s, salt, are})
	return false
}

// tellHonours reports honours, if nothing is wrong that they follow from: first what is called honours in salts.csv
// and was sealed as something else.
func (f *findings) tellHonours() {
	if f.HasErrors() {
		return
	}
	for _, h := range f.honours {
		if h.are {
			continue
		}
		message := fmt.Sprintf("第 %d 号封存（%s）的“%s”不是当时封存的内容", h.seal.No, h.seal.Date, h.salt.Of)
		if !f.again("salts of honours", message, "；还有 %d 行也不是") {
			f.Wrong(h.salt.At("户号"), changedSealed, message, "恢复 salts.csv 里原来的内容")
		}
	}
	if f.HasErrors() {
		return
	}
	told := make(map[ledger.Period]bool)
	for _, h := range f.honours {
		period, household := inHonours(h.salt.Of)
		if told[period] {
			continue
		}
		told[period] = true
		at := h.seal.Position
		if n := f.Place.Notices[period]; n != nil {
			at = n.Position
		}
		who := ""
		if household != "" {
			who = "，如户号“" + household + "”的"
		}
		f.Wrong(at.As("周期"), changedSealed, fmt.Sprintf("%s 的荣誉已于 %s 封存（第 %d 号），此后变了%s", period, h.seal.Date, h.seal.No, who),
			"荣誉由各期的分数得来。后来补的公示，posted 写实际张贴的那一天，写早了的改过来")
	}
}

// otherDays reports a notice that was posted on another day, or, if nothing else is wrong, whose
// days are counted differently. Its line now is nil if it is as sealed.
func (f *findings) otherDays(s *ledger.Seal, now *Line, corrections []*ledger.Correction, alone bool) {
	if now == nil {
		return
	}
	n, e, salt := f.Place.Notices[s.Period], f.edition(s), f.saltsOf(s).of(now.Of)
	for day := s.Period.First(); day <= s.Date; day++ {
		if day != n.Posted && sealedAs(f.noticeLine(e, day, corrections), salt) {
			f.Wrong(n.At("posted"), changedSealed,
				sealedWords(s)+fmt.Sprintf("，当时的张贴日期是“%s”，现在是“%s”", day, n.Posted), "恢复原来的 posted")
			return
		}
	}
	switch days := Fields(string(now.text))[3:]; {
	case !alone:
	case len(days) == 0: // of a seal of version 1
		f.Wrong(n.At("posted"), changedSealed,
			sealedWords(s)+fmt.Sprintf("，当时的张贴日期不是“%s”", n.Posted), "恢复原来的 posted 和 salts.csv")
	default:
		f.recounted(s, days, salt)
	}
}

// daysAtMost is the most days for objections.
const daysAtMost = 120

// recounted reports, once for all seals of a place, that the days of publicity are counted
// differently.
func (f *findings) recounted(s *ledger.Seal, days []string, salt *ledger.Salt) {
	const cause, further = "[publicity]", "；还有 %d 次封存的也变了"
	if f.counted(cause, further) {
		return // before the days are searched for
	}
	message := sealedWords(s) + fmt.Sprintf("，当时的公示期不是“%s”到“%s”", days[0], days[1])
	if first, last, found := f.formerDays(s, salt); found {
		message = sealedWords(s) + fmt.Sprintf("，当时的公示期是“%s”到“%s”，现在算出来是“%s”到“%s”", first, last, days[0], days[1])
	}
	f.again(cause, message, further)
	f.Wrong(f.Place.At("publicity.days"), changedSealed, message,
		"恢复 data/calendar 里原来的放假日、place.toml 原来的 [publicity] 和 salts.csv。公示天数以后要改的，在 [publicity] 写新的天数和 from（从哪一天张榜的起用），原来的写在 [publicity.before]")
}

// formerDays searches for the days of publicity that were sealed.
func (f *findings) formerDays(s *ledger.Seal, salt *ledger.Salt) (first, last ledger.Date, found bool) {
	posted := f.Place.Notices[s.Period].Posted
	for first := posted; first <= s.Date+1; first++ {
		for last := first - 1; last < first+daysAtMost; last++ {
			if sealedAs(&Line{said: said{text: daysText(s.Period, posted, first, last)}}, salt) {
				return first, last, true
			}
		}
	}
	return 0, 0, false
}

// fileOf returns the file of a fact.
func (f *findings) fileOf(s *ledger.Seal, of string) string {
	folder := "data/" + f.Place.Path + "/"
	switch kind, name, _ := strings.Cut(of, "/"); kind + "/" {
	case RedeemedFact:
		return folder + "redemptions.csv"
	case SharedFact:
		year, _, _ := strings.Cut(name, "/")
		return folder + "distributions/" + year + ".toml"
	}
	if scheme := f.Place.SchemeFor(s.Period); scheme != nil && (of == VotesFact || of == FiledFact) {
		return scheme.File
	}
	return folder + "notices/" + s.Period.String() + ".toml"
}

// words are the names of facts.
var words = map[string]string{
	VisitFact: "入户日期", MeetingFact: "会议日期", PresentFact: "到会人数", SupervisorFact: "监督的人", ReportFact: "上报日期",
	VotesFact: "积分办法的表决", FiledFact: "积分办法的备案日期",
}

// wordsOf returns the name of a fact.
func wordsOf(of string) string {
	if w := words[of]; w != "" {
		return w
	}
	kind, name, _ := strings.Cut(of, "/")
	switch kind + "/" {
	case ObjectionFact:
		return "异议“" + name + "”"
	case SharedFact:
		year, part, _ := strings.Cut(name, "/")
		return year + " 年的分配" + map[string]string{"": "", "表决": "的表决", "备案": "的备案日期"}[part]
	case RedeemedFact:
		return "兑换“" + redemptionWords(of) + "”"
	}
	return "组“" + strings.TrimPrefix(of, panelFact) + "”的评议小组"
}

// gone reports a fact that is not there any more. A redemption was changed if one that is in no
// seal is nearly the same.
func (f *findings) gone(s *ledger.Seal, of string) {
	if strings.HasPrefix(of, RedeemedFact) {
		if f.sought++; f.sought > soughtAtMost {
			// if there are that many, their rows were changed for one reason
		} else if l := f.insteadOf(of); l != nil {
			f.fact(s, of, l.at, fmt.Sprintf("现在是“%s”", redemptionWords(l.Of)))
			return
		}
	}
	f.fact(s, of, s.At("周期"), "现在没有了")
}

// soughtAtMost is for how many missing redemptions a replacement is searched.
const soughtAtMost = 20

// insteadOf returns a redemption that is in no seal and that differs from a sealed one in one
// field, or, within its household and day, in two; or nil.
func (c *Chain) insteadOf(of string) *Line {
	was := Fields(strings.TrimPrefix(of, RedeemedFact))
	for _, l := range c.unsealed(ever) {
		if !strings.HasPrefix(l.Of, RedeemedFact) {
			continue
		}
		is, same := Fields(strings.TrimPrefix(l.Of, RedeemedFact)), 0
		for i := range min(len(was), len(is), 5) {
			if was[i] == is[i] {
				same++
			}
		}
		if same == 4 || same == 3 && was[0] == is[0] && was[1] == is[1] {
			return l
		}
	}
	return nil
}

// redemptionWords returns a redemption in words: day, 户号, goods, count and points.
func redemptionWords(of string) string {
	f := Fields(strings.TrimPrefix(of, RedeemedFact))
	if len(f) < 5 {
		return strings.Join(f, " ")
	}
	return fmt.Sprintf("%s 户号 %s %s %s 件 %s 分", f[0], f[1], f[2], f[3], f[4])
}

// fact reports a fact that is not as sealed, once if it is in several seals.
func (f *findings) fact(s *ledger.Seal, of string, at diag.Field, what string) {
	file := f.fileOf(s, of)
	message := fmt.Sprintf("%s 的%s已于 %s 封存（第 %d 号），%s", s.Period, wordsOf(of), s.Date, s.No, what)
	if ofPlace(of) {
		message = fmt.Sprintf("%s已于 %s 封存（第 %d 号），%s", wordsOf(of), s.Date, s.No, what)
	}
	if f.again(of+" "+file, message, writtenToo) {
		return
	}
	f.Wrong(at, changedSealed, message, "恢复 "+file+" 和 salts.csv 里原来的内容")
}
