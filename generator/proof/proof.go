// Package proof seals what was posted, so that anybody can see that nothing was changed
// afterwards.
//
// In: the Book, with what seals.csv and salts.csv hold of each place. Out: [Proofs], the
// seals held against the data, and diagnostics where they differ; the rows that a new seal
// adds ([Chain.Append]); and the checkpoint of a place ([Chain.Checkpoint]). It reads no
// clock and no disk; chance is handed in. Nothing of it decides a figure.
//
// # The text that is sealed
//
// What follows is enough to write another program that checks a seal from the published
// files alone. All text is UTF-8; a line ends with a line feed (U+000A) alone; a digest is
// SHA-256, written as 64 hexadecimal digits in lower case. The published tables have a byte
// order mark and CRLF, and an apostrophe before a text that a spreadsheet would run as a
// formula: these are taken off before anything is compared.
//
// A seal covers one period of one place on one day. It is made of lines. Each line is a
// text of fields, parted by "|"; in a field "\" is written "\\", "|" is written "\|", and a
// line feed "\n". Points are decimals with as few digits as hold them (15, 2.5, -0.25), days
// are 2023-11-02, yes is 1 and no is 0, what is not there is empty.
//
// The lines of a seal are:
//
//   - one of 3 fields that begins with 公示: the period, and the day on which it was posted.
//   - one that begins with 办法: the version of the rules in force for the period, as
//     scheme-<effective>.json has it: effective, cycle, carry, rank_by, decimals, missing,
//     not_applicable; for each category 类, id, name, cycle, combine; after a category, for
//     each of its items 项, id, name, points, sensitive; for each event 事, id, name, points
//     (fixed, or empty), range from and to (or empty), max_per_month, max_per_year (or
//     empty), approval, sensitive, veto; and where there are honours 荣, cycle, rounding,
//     ties, and for each level 级, name, top, count, min, floor.
//   - one for each household that stands in the period's table, organisations among them. Its
//     first 5 fields are 户, 户号, 组, 类别, and the number of members by which an average
//     divides (empty where the rules take none). Then come 8 fields for each mark of its
//     sheet, in the order of records-<period>.csv: 评, 分类, 项目, 满分, 原始, 更正 as they stand
//     in that file on the day, the points that the mark gives before scale, and the full marks
//     that apply to it. Then 7 fields for each approved event that belongs to the period, by
//     date, then 编号 as text: 事, 编号, 日期, 项目, 次数, 原始, 更正 (both before caps). The last
//     two fields are 私 and the digest of what is not public.
//
// The points of a mark are 更正, or 原始 where there is none; of 不适用 its full marks under
// not_applicable = "full", else 0; of an empty cell its full marks under missing = "full", else
// 0. The full marks that apply are 满分, but 0 for 不适用 under "scale". Where under "scale"
// nothing of the sheet applies, the sheet counts in full: both fields of every mark are 满分.
// Of several items that are published as one sum (合并项目) both fields are sums over the
// items, which only the seal tells.
//
// What is not public of a household is a line of the same form: sensitive items one by one,
// the kinds of sensitive events, when it joined or left within the period, who went on in it
// (并入), and its shares where a distribution of that year was decided by then. Neither that
// text nor the salt before it is ever published; the digest alone binds them.
//
// The digest of a line is that of: its salt, a line feed, the line. Salts are made by chance,
// 128 bits as 26 characters; without the salt nobody can try out what a line may have said.
//
// The digest of a seal is that of these lines, each with its line feed: "gongshi seal 1"; the
// digest of the seal before it in its place, or an empty line for the first; its 序号; 周期;
// 日期; 户数 (how many lines begin with 户); then the digests of all its lines, sorted as text.
// So each seal stands for all before it: the last one's digest is the head of the chain.
//
// # What is published
//
// <place>/data/seals.csv is the chain: 序号, 周期, 日期, 户数, 摘要. seal-<序号>.csv holds the
// lines of one seal: 户号 (or 公示, 办法), 盐, 行, 摘要. 户数 is the number of its rows without
// these two. Of a household that may not be shown, or
// whose details are older than the site keeps, only 摘要 is published: its line can no longer
// be read, nor guessed, and the chain still closes. <place>/checkpoint is how far the chain
// reached: the lines "gongshi/" and the place's path, the number of seals, the head, its
// date; signed as golang.org/x/mod/sumdb/note does it, where the builder has a key.
//
// The check code on a paper notice is the first 16 digits of its seal's digest. The paper on
// the wall is the witness: whoever kept it can see that the chain still holds that seal.
//
// Not sealed, since no figure follows from them: names, grounds and reasons, objections and
// their answers, meetings and panels, how the days of publicity are counted. Nor are redemptions,
// and the sum of a distribution: they are held against each other where they are published.
//
// # When a sealed period may change
//
// Never without a correction. A correction dated after a seal leaves what the seal covers as it
// was, and is sealed by a further row of the same period; so is, with the shares, the last period
// of a year whose distribution is decided after its seal. A correction dated on the seal's own day may
// be covered by it or not: a seal holds if its lines agree with the period's corrections
// before that day and the first so many of that day, in the order in which they are applied.
package proof

import (
	"runtime"
	"slices"
	"sync"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// Proofs are the chains of all places as of a day.
type Proofs struct {
	Day     ledger.Date
	Key     string // the public text of the key that signed the checkpoints; empty: none did
	byPlace map[*ledger.Place]*Chain
}

// Of is a place's chain; never nil for a place of the book.
func (p *Proofs) Of(place *ledger.Place) *Chain { return p.byPlace[place] }

// Of holds the seals of every place against its data, and tells where they differ. Seals
// dated after the day do not exist on it, but are checked like the others.
func Of(book *ledger.Book, day ledger.Date) (*Proofs, diag.List) {
	p := &Proofs{Day: day, byPlace: make(map[*ledger.Place]*Chain, len(book.Places))}
	chains := make([]*Chain, len(book.Places))
	lists := make([]diag.List, len(book.Places))
	var workers sync.WaitGroup
	next := make(chan int)
	for range min(runtime.GOMAXPROCS(0), len(book.Places)) {
		workers.Go(func() {
			for i := range next {
				chains[i], lists[i] = chainOf(book.Places[i], day)
			}
		})
	}
	for i := range book.Places {
		next <- i
	}
	close(next)
	workers.Wait()
	for i, place := range book.Places {
		p.byPlace[place] = chains[i]
	}
	return p, slices.Concat(lists...)
}
