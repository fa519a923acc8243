package proof

import (
	"fmt"
	"io/fs"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// The codes of findings are stable.
const (
	brokenChain   = "seal-chain"   // seals.csv or salts.csv is not as gongshi seal wrote it
	changedSealed = "seal-changed" // sealed data are not what they were
	notSealed     = "unsealed"     // posted or corrected, and not sealed yet
	noSeals       = "never-sealed" // places that posted and never sealed
)

const restore = "这两个文件只由 gongshi seal 写：从版本库恢复 seals.csv 和 salts.csv，不要手改"

// findings are what is wrong with one place's seals.
type findings struct {
	diag.List
	*Chain

	built  fs.FS            // the built site as it was; nil if unknown
	former map[int][]string // the lines of its seals that were asked for

	sought  int              // redemptions that are gone
	honours []sealedHonours  // that are not what was sealed
	told    map[string]*told // by cause
}

// told is what was reported, and in how many further seals it is wrong too.
type told struct {
	at, n   int // at is in the list of findings
	message string
}

// again reports whether a cause was reported before, and counts it, with words for the number of
// further seals; if not, the caller reports it next.
func (f *findings) again(cause, message, further string) bool {
	if f.counted(cause, further) {
		return true
	}
	f.told[cause] = &told{at: len(f.List), message: message}
	return false
}

// counted counts a cause that was reported before, and returns false for one that was not.
func (f *findings) counted(cause, further string) bool {
	first, ok := f.told[cause]
	if ok {
		first.n++
		f.List[first.at].Message = first.message + fmt.Sprintf(further, first.n)
	}
	return ok
}

const writtenToo = "；还有 %d 次封存也写着它"

// follows reports whether a seal is the next after another, with the salts it needs.
func (f *findings) follows(former, s *ledger.Seal) bool {
	salts := f.salts[s.No]
	households := countOf(salts, isHousehold)
	switch {
	case s.No != former.No+1:
		f.Wrong(s.At("序号"), brokenChain,
			fmt.Sprintf("序号是“%d”，应是 %d：封存记录缺了行、重了行，或换了次序", s.No, former.No+1), restore)
	case s.Date < former.Date:
		f.Wrong(s.At("日期"), brokenChain,
			fmt.Sprintf("第 %d 号封存的日期“%s”早于上一号的“%s”", s.No, s.Date, former.Date), restore)
	case len(f.Place.Salts) == 0:
		f.Wrong(diag.Field{Position: diag.At(SaltsFile(f.Place), 0, 0)}, brokenChain,
			"有 seals.csv，却没有 salts.csv：没有盐就核对不了封存", "从版本库或备份取回 salts.csv；这两个文件只由 gongshi seal 写，缺一个都不行")
		return false
	case s.Households != households:
		f.Wrong(s.At("户数"), brokenChain,
			fmt.Sprintf("第 %d 号封存的户数是“%d”，salts.csv 里有 %d 户", s.No, s.Households, households), restore)
	case SealDigest(versionOf(salts), former.Digest, s, digestsOf(salts)) != s.Digest:
		f.Wrong(s.At("摘要"), brokenChain,
			fmt.Sprintf("第 %d 号封存（%s）的摘要与这一行、上一行和 salts.csv 对不上：有人改动过封存记录", s.No, s.Period), restore)
	default:
		return true
	}
	return false
}

func (f *findings) unposted(s *ledger.Seal) {
	at := s.Position.As("posted")
	if n := f.Place.Notices[s.Period]; n != nil {
		at = n.At("posted")
	}
	f.Wrong(at, changedSealed,
		fmt.Sprintf("%s 已于 %s 封存，现在的公示却没有那天以前的张贴日期", s.Period, s.Date),
		fmt.Sprintf("恢复 notices/%s.toml 原来的 posted", s.Period))
}

const byCorrection = "恢复原来的内容，连同 corrections.csv 里封存那天以前的行和 salts.csv；确实要改分，在 corrections.csv 加一行更正，再运行 gongshi seal"

// differ names every row in which the data differ from what was sealed.
func (f *findings) differ(s *ledger.Seal, salts saltsBy, corrections []*ledger.Correction) {
	sealed := sealedWords(s)
	valid := make(map[*ledger.Salt]bool, len(salts))
	var moved *Line // the notice's, if it differs
	before := len(f.List)
	for l := range f.lines(f.edition(s), corrections) {
		salt := salts.of(l.Of)
		valid[salt] = true
		if sealedAs(l, salt) {
			continue
		}
		switch {
		case l.Of == NoticeLine || l.Of == NoticeFact:
			moved = l
		case l.Of == RulesLine || l.Of == RulesFact:
			f.otherDays(s, moved, corrections, true)
			f.changed(sealed, f.Place.SchemeFor(s.Period), f.since(s, l, salt, rulesShape))
			return // the lines of all households differ with it
		case salt == nil:
			f.Wrong(f.rowOf(s.Period, l.Household).As("户号"), changedSealed,
				sealed+fmt.Sprintf("，当时表里没有户号“%s”", l.Of), byCorrection)
		case f.lateEvents(sealed, s.Period, f.late(s, corrections, l.Household, salt)):
		default:
			f.otherHousehold(s, l, salt)
		}
	}
	for _, salt := range f.salts[s.No] {
		if !valid[salt] && !isFact(salt.Of) {
			f.Wrong(s.At("周期"), changedSealed,
				sealed+fmt.Sprintf("，当时表里的户号“%s”现在不在了", salt.Of), "恢复评分表、事项、households.csv 里这一户原来的行和 salts.csv")
		}
	}
	// A correction that was added or removed moves the days, but is reported at its household.
	f.otherDays(s, moved, corrections, len(f.List) == before)
}

// otherHousehold reports a household whose line differs. The register's part in several seals is
// reported once.
func (f *findings) otherHousehold(s *ledger.Seal, l *Line, salt *ledger.Salt) {
	others, rows := f.rowsOf(s.Period, l.Household)
	since, at := f.since(s, l, salt, householdShape), f.rowOf(s.Period, l.Household)
	if was := f.was(s, salt); was != nil && householdShape.headDiffers(was, Fields(string(l.text))) {
		others, rows, at = "", nil, l.Household.SpanFor(s.Period).Position
	}
	message := sealedWords(s) + fmt.Sprintf("，此后户号“%s”的资料变了，却没有更正%s", l.Of, others+since)
	if rows == nil && f.again(l.Of+since+at.String(), message, writtenToo) {
		return
	}
	f.Wrong(at.As("户号"), changedSealed, message, byCorrection).Refs = rows
}

func sealedWords(s *ledger.Seal) string {
	return fmt.Sprintf("%s 已于 %s 封存（第 %d 号）", s.Period, s.Date, s.No)
}

func (f *findings) changed(sealed string, scheme *ledger.Scheme, since string) {
	message := sealed + "，此后它所依据的积分办法变了" + since
	if !f.again(scheme.File, message, "；还有 %d 次封存也依据它") {
		f.Wrong(diag.Field{Position: scheme.Position}, changedSealed, message, "恢复原来的办法和 salts.csv；要改办法，新建一个文件，写明新的 effective")
	}
}

// rowOf returns the place of a household's row of a period: in its sheet, or among its events, or
// in households.csv.
func (f *findings) rowOf(of ledger.Period, h *ledger.Household) diag.Position {
	if row := f.Place.Sheets[of].Row(h.Key); row != nil {
		return row.Position
	}
	if events := f.eventsOf(of, h); len(events) > 0 {
		return events[0].Position
	}
	return h.SpanFor(of).Position
}

// eventsOf are a household's events of a period.
func (f *findings) eventsOf(of ledger.Period, h *ledger.Household) (list []*ledger.Event) {
	for _, e := range f.Place.Events {
		if e.Household != h.Key { // before its period, which takes longer to tell
			continue
		}
		if period, _ := f.Place.PeriodOfEvent(e); period == of {
			list = append(list, e)
		}
	}
	return list
}

// rowsOf names the other rows that determine a household's figures of a period.
func (f *findings) rowsOf(of ledger.Period, h *ledger.Household) (string, []diag.Position) {
	rows := []diag.Position{h.SpanFor(of).Position}
	for _, c := range f.Place.Corrections {
		if c.Period == of && c.Household == h.Key {
			rows = append(rows, c.Position)
		}
	}
	for _, e := range f.eventsOf(of, h) {
		rows = append(rows, e.Position)
	}
	if f.rowOf(of, h) == rows[0] && len(rows) == 1 {
		return "", nil
	}
	var words []string
	for _, at := range rows {
		words = append(words, at.File+" "+at.Row())
	}
	return "（还要看 " + strings.Join(words, "、") + "）", rows
}

// unfinished reports salts for seals that are not in seals.csv: rows were removed from it, or
// writing was interrupted. The files alone do not show which.
func (f *findings) unfinished(last int) {
	for _, salt := range f.Place.Salts {
		if salt.No > last {
			f.Wrong(salt.Position.As("序号"), brokenChain,
				fmt.Sprintf("salts.csv 里有第 %d 号封存的盐，seals.csv 里却没有这一号", salt.No),
				"从版本库恢复 seals.csv 和 salts.csv；如果是上次 gongshi seal 没有写完，恢复以后再运行一次")
			return
		}
	}
}

// unsealed reports what a place that seals has not sealed yet.
func unsealed(p *ledger.Place, due []ledger.Period) diag.List {
	var list diag.List
	for _, period := range due {
		n := p.Notices[period]
		list.Note(n.At("posted"), notSealed,
			fmt.Sprintf("%s 已张贴或已更正，还没有封存", period), "运行 gongshi seal，把 seals.csv 和 salts.csv 一起留好，用 git 的一起提交")
	}
	return list
}
