// Package proof seals what was posted, so that anybody can see that nothing was changed
// afterwards.
//
// In: the Book, with each place's seals.csv and salts.csv. Out: [Proofs], the seals compared with
// the data, and diagnostics where they differ; the rows that a new seal adds ([Chain.Append]);
// and the checkpoint of a place ([Chain.CheckpointText]). It reads no clock and no disk; the caller
// passes what makes random texts. It determines no figure.
//
// # The text that is sealed
//
// This is enough to write another program that checks a seal from the published files only. All
// text is UTF-8; a line ends with a line feed (U+000A) alone; a digest is SHA-256, written as 64
// hexadecimal digits in lower case. The published tables have a byte order mark and CRLF, and an
// apostrophe before a text that a spreadsheet would run as a formula: remove these before
// comparing.
//
// A seal covers one period of one place on one day. It consists of lines. Each line is a text of
// fields, separated by "|"; in a field "\" is written "\\", "|" is written "\|", and a line feed
// "\n" (CRLF and CR are one as well). Points are decimals with as few digits as represent them
// (15, 2.5, -0.25), days are 2023-11-02, yes is 1 and no is 0, a missing value is empty.
//
// There are two versions. New seals are of version 2; seals of version 1 stay as they are. A seal
// of version 2 has a line that begins with 公示/张贴, one of version 1 has none with a "/".
//
// The lines that every seal of version 2 has are:
//
//   - 公示/张贴: the period, the day on which it was posted, the first day that is counted and the
//     last for objections, as on the day of the seal (both empty while the rest days of a year that
//     decides the last are not known).
//   - 办法/条文: the version of the rules in force for the period, as scheme-<effective>.json has
//     it: effective, cycle, carry, rank_by, decimals, missing, not_applicable, title, basis,
//     max_households, min_panel, cross; for each benefit 惠, its text; for each category 类, id, name,
//     cycle, combine; after a category, for each of its items 项, id, name, points, sensitive, standard;
//     for each event 事, id, name, points (fixed, or empty), range from and to (or empty),
//     max_per_month, max_per_year (or empty), approval, sensitive, veto, category, per; and where there are
//     honours 荣, cycle, rounding, ties, and for each level 级, name, top, count, min, floor, reward.
//   - 户, for each household that is in the period's table, organisations among them. Its
//     first 5 fields are 户, 户号, 组, 类别, and the number of members by which an average
//     divides (empty where the rules take none). Then come 8 fields for each mark of its
//     sheet, in the order of records-<period>.csv: 评, 分类, 项目, 满分, 原始, 更正 as they are
//     in that file on the day, the points that the mark gives before scale, and the full marks
//     that apply to it. Then 8 fields for each approved event that belongs to the period, by
//     date, then 编号 as text: 事, 编号, 日期, 项目, 次数, 原始, 更正 (both before caps), 事由 (empty of
//     deductions and sensitive events). Then 7 fields for each correction, by date, then line: 改, 日期,
//     对象, 原分, 现分, 原因, 异议; those of sensitive items and events are not public. The last two
//     fields are 私 and the digest of what is not public.
//
// The others are facts. Each has a line if it was known on the day, so that later facts change no
// line:
//
//   - 公示/入户, 公示/会议, 公示/上报: a day of the notice. 公示/到会: how many were at the meeting.
//     公示/监督: who supervised it. 公示/评议/<group>: who assessed the group, by the notice.
//   - 办法/表决: date, meeting, for and against; 办法/备案: the day.
//   - 异议/<no>: 收到日期, 户号, 事项, 办结日期, 结果, 答复 (these three empty until there is an answer), 私
//     and the digest of what is not public. Where 事项 names something sensitive it is 其他, without 答复.
//   - 兑换/: 日期, 户号, 商品, 数量, 积分. Each redemption of the place up to the day that no seal
//     before has. In salts.csv its name has these fields as well.
//   - 分配/<year>: date, amount (two digits), share_weight; 分配/<year>/表决 and 分配/<year>/备案 as of the rules.
//     Each distribution up to the day that no seal before has.
//
// A seal of version 1 has a line of 3 fields that begins with 公示: the period, and the day on which it
// was posted; the rules, which begin with 办法 and lack title to cross, benefits, standards, category, per
// and rewards; and those of households, without grounds and corrections.
//
// What is not public of a household is a line of the same form: sensitive items one by one,
// the kinds of sensitive events, when it joined or left within the period, who went on in it
// (并入), and its shares where a distribution of that year was decided by then; since version 2 also
// the grounds and the corrections that its line leaves out. Of an objection it is 事项 and 答复 in full. Neither
// that text nor the salt before it is ever published; the digest alone binds them.
//
// The points of a mark are 更正, or 原始 where there is none; of 不适用 its full marks under
// not_applicable = "full", else 0; of an empty cell its full marks under missing = "full", else
// 0. The full marks that apply are 满分, but 0 for 不适用 under "scale". Where under "scale"
// nothing of the sheet applies, the sheet counts in full: both fields of every mark are 满分.
// Of several items that are published as one sum (合并项目) both fields are sums over the
// items, which only the seal tells.
//
// The digest of a line is that of: its salt, a line feed, the line. Salts are random, at least 128
// bits in 26 characters that no spreadsheet takes for a number; without the salt nobody can find a
// line's text by trying.
//
// The digest of a seal is that of these lines, each with its line feed: "gongshi seal 2", or 1; the
// digest of the seal before it in its place, or an empty line for the first; its 序号; 周期;
// 日期; 户数 (how many lines begin with 户); then the digests of all its lines, sorted as text.
// So each seal covers all before it: the last one's digest is the head of the chain.
//
// # What is published
//
// <place>/data/seals.csv is the chain: 序号, 周期, 日期, 户数, 摘要. seal-<序号>.csv has the lines of one
// seal: 户号 (or the name of a line that is not a household's), 盐, 行, 摘要. Of a household that may
// not be shown, or whose details are older than the site keeps, only the 摘要 of its lines are
// published: they can no longer be read, nor guessed, and the chain is still complete.
// <place>/seals/<序号>.js has the same as a script, with the text before the digests, for proofs.html.
// <place>/checkpoint is how far the chain reached: the lines "gongshi/" and the place's path, the
// number of seals, the head, its date; signed as by golang.org/x/mod/sumdb/note, if the builder
// has a key.
//
// The check code on a paper notice is the first 16 digits of its seal's digest. To be read aloud it is also six
// characters: each is one of the 2,048 of characters.txt, in the order of that file, and encodes 11 bits of the
// digest, from its beginning. The paper on the wall is the witness: anybody who kept it can check that the chain
// still has that seal.
//
// # What seals do not cover
//
// Names of people in households.csv and members.csv, which determine nothing and may be
// withdrawn; telephones and offices; names of places and groups; titles of notices and
// distributions; the panel of place.toml, if a notice names none; the wording of an objection
// (text), which is never published; events that wait for approval or were refused; declared
// points; the catalogue beyond what was redeemed of it; tasks; articles and images; config.toml.
//
// # When a sealed period may change
//
// Never without a correction, except for later facts: an objection received since, the answer to
// one that was pending, a redemption, a distribution, a day or number of the notice that nobody
// had written down. A correction dated after a seal does not change what the seal covers, and is
// sealed by a further row of the same period; so is, with the shares, the last period of a year
// whose distribution is decided after its seal. A correction dated on the seal's own day may be
// covered by it or not: a seal is valid if its lines agree with the period's corrections before
// that day and the first few of that day, in the order in which they are applied.
package proof

import (
	"io/fs"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/score"
)

// Proofs are the chains of all places as of a day.
type Proofs struct {
	Day     ledger.Date
	Key     string // the public key of the checkpoints' signatures; empty if there are none
	byPlace map[*ledger.Place]*Chain
}

// Of returns a place's chain; never nil for a place of the book.
func (p *Proofs) Of(place *ledger.Place) *Chain { return p.byPlace[place] }

// Options are what seals are compared with besides the book.
type Options struct {
	Day       ledger.Date
	Standings *score.Standings // as of the day; if nil, honours are not checked
	Built     fs.FS            // the built site as it was, which shows what was sealed; nil if unknown
}

// Of compares the seals of every place with its data, and reports where they differ. Seals dated
// after the day do not exist on it, but are checked like the others.
func Of(book *ledger.Book, opt Options) (*Proofs, diag.List) {
	p := &Proofs{Day: opt.Day, byPlace: make(map[*ledger.Place]*Chain, len(book.Places))}
	chains := make([]*Chain, len(book.Places))
	lists := make([]diag.List, len(book.Places))
	var work errgroup.Group
	work.SetLimit(runtime.GOMAXPROCS(0))
	for i, place := range book.Places {
		work.Go(func() error {
			chains[i], lists[i] = chainOf(place, book.Calendars, opt)
			return nil
		})
	}
	work.Wait()
	for i, place := range book.Places {
		p.byPlace[place] = chains[i]
	}
	return p, slices.Concat(lists...)
}
