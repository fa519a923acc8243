package proof

import (
	"slices"
	"strings"
	"testing"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// seals.csv itself: January's seal is line 2, February's line 3. The first that is wrong is told,
// nothing behind it is.
func TestBrokenSeals(t *testing.T) {
	const wide = "的摘要与这一行、上一行和 salts.csv 对不上：有人改动过封存记录"
	const order = "封存记录缺了行、重了行，或换了次序"
	row := func(p *ledger.Place, i int) *ledger.Seal { return p.Seals[i] }
	changes(t, today, []changeOf{
		{"digest", func(p *ledger.Place) { row(p, 0).Digest = strings.Repeat("0", 64) }, []string{"seals.csv:2 摘要 seal-chain: 第 1 号封存（2023-01）" + wide}},
		{"digest of the last", func(p *ledger.Place) { row(p, 1).Digest = row(p, 0).Digest }, []string{"seals.csv:3 摘要 seal-chain: 第 2 号封存（2023-02）" + wide}},
		{"period", func(p *ledger.Place) { row(p, 0).Period.Part = 3 }, []string{"seals.csv:2 摘要 seal-chain: 第 1 号封存（2023-03）" + wide}},
		{"day", func(p *ledger.Place) { row(p, 0).Date-- }, []string{"seals.csv:2 摘要 seal-chain: " + wide}},
		{"day before that of the former", func(p *ledger.Place) { row(p, 1).Date-- }, []string{"seals.csv:3 日期 seal-chain: 第 2 号封存的日期“2023-03-09”早于上一号的“2023-03-10”"}},
		{"households", func(p *ledger.Place) { row(p, 0).Households = 4 }, []string{"seals.csv:2 户数 seal-chain: 第 1 号封存的户数是“4”，salts.csv 里有 5 户"}},
		{"number", func(p *ledger.Place) { row(p, 1).No = 3 }, []string{"seals.csv:3 序号 seal-chain: 序号是“3”，应是 2：" + order}},
		{"without the first", func(p *ledger.Place) { p.Seals = p.Seals[1:] }, []string{"seals.csv:3 序号 seal-chain: 序号是“2”，应是 1：" + order}},
		{"the first twice", func(p *ledger.Place) { p.Seals = []*ledger.Seal{row(p, 0), row(p, 0), row(p, 1)} }, []string{"seals.csv:2 序号 seal-chain: 序号是“1”，应是 2：" + order}},
		{"in another order", func(p *ledger.Place) { slices.Reverse(p.Seals) }, []string{"seals.csv:3 序号 seal-chain: 序号是“2”，应是 1：" + order}},
		{"without the last, whose salts begin behind the 19 of the first", func(p *ledger.Place) { p.Seals = p.Seals[:1] },
			[]string{"salts.csv:21 序号 seal-chain: salts.csv 里有第 2 号封存的盐，seals.csv 里却没有这一号"}},
		{"without any", func(p *ledger.Place) { p.Seals = nil }, []string{"salts.csv:2 序号 seal-chain: 第 1 号封存的盐，seals.csv 里却没有"}},
		{"a further one without salts", func(p *ledger.Place) { p.Seals = append(p.Seals, sealAt(4, 3)) }, []string{"seals.csv:4 摘要 seal-chain: 第 3 号封存"}},
		{"without both files", func(p *ledger.Place) { p.Seals, p.Salts = nil, nil }, nil}, // Lost and git tell of that
		{"wrong seals hide what else is wrong", func(p *ledger.Place) { row(p, 0).Date--; january(p).Visited = 0 }, []string{"seals.csv:2 摘要 seal-chain: "}},
		{"what is wrong before is told", func(p *ledger.Place) { row(p, 1).Households = 4; january(p).Visited = 0 },
			[]string{gone + "入户日期", "seals.csv:3 户数 seal-chain: "}},
	})
}

// sealAt is a row of seals.csv without lines.
func sealAt(line, no int) *ledger.Seal {
	return &ledger.Seal{Record: diag.RecordAt(home+"seals.csv", line), No: no, Date: today, Digest: strings.Repeat("0", 64)}
}

// salts.csv: what the chain covers breaks it, what it does not leaves a line without its text.
func TestBrokenSalts(t *testing.T) {
	const digest, count = "seals.csv:2 摘要 seal-chain: ", "seals.csv:2 户数 seal-chain: 户数是“5”，salts.csv 里有 "
	other := strings.Repeat("a", 26)
	drop := func(p *ledger.Place, of string) {
		one := saltOf(p, 1, of)
		p.Salts = slices.DeleteFunc(p.Salts, func(s *ledger.Salt) bool { return s == one })
	}
	of003 := []string{"scores/2023-01.csv:5 户号 seal-changed: （第 1 号），此后户号“003”的资料变了"}
	changes(t, today, []changeOf{
		{"no file", func(p *ledger.Place) { p.Salts = nil }, []string{"salts.csv seal-chain: 有 seals.csv，却没有 salts.csv"}},
		{"digest", func(p *ledger.Place) { saltOf(p, 1, "003").Digest = strings.Repeat("0", 64) }, []string{digest}},
		{"digest of a fact", func(p *ledger.Place) { saltOf(p, 1, VisitFact).Digest = strings.Repeat("0", 64) }, []string{digest}},
		{"a household's row is gone", func(p *ledger.Place) { drop(p, "003") }, []string{count + "4 户"}},
		{"a household's row twice", func(p *ledger.Place) { p.Salts = append(p.Salts, saltOf(p, 1, "003")) }, []string{count + "6 户"}},
		{"a fact's row is gone", func(p *ledger.Place) { drop(p, VisitFact) }, []string{digest}},
		{"a fact's row twice", func(p *ledger.Place) { p.Salts = append(p.Salts, saltOf(p, 1, VisitFact)) }, []string{digest}},
		{"the notice's row is gone", func(p *ledger.Place) { drop(p, NoticeFact) }, []string{digest}},
		{"a row of another seal", func(p *ledger.Place) { saltOf(p, 1, "003").No = 2 }, []string{count + "4 户"}},
		{"a household becomes a fact", func(p *ledger.Place) { saltOf(p, 1, "003").Of = "003/" }, []string{count + "4 户"}},
		{"another household", func(p *ledger.Place) { saltOf(p, 1, "003").Of = "004" },
			[]string{"scores/2023-01.csv:5 户号 seal-changed: 当时表里没有户号“003”", gone + "当时表里的户号“004”现在不在了"}},
		{"a spreadsheet took the zeros", func(p *ledger.Place) { saltOf(p, 1, "003").Of = "3" }, nil},
		{"salt", func(p *ledger.Place) { saltOf(p, 1, "003").Salt = other }, of003},
		{"salt of what is not public", func(p *ledger.Place) { saltOf(p, 1, "003").Private = other }, of003},
		{"salt of the notice", func(p *ledger.Place) { saltOf(p, 1, NoticeFact).Salt = other },
			[]string{"place.toml:5 days seal-changed: 2023-01 已于 2023-03-10 封存（第 1 号），当时的公示期不是“2023-02-13”到“2023-02-15”"}},
		{"salt of the rules", func(p *ledger.Place) { saltOf(p, 1, RulesFact).Salt = other }, []string{"../scheme/2023.toml:1 seal-changed: 积分办法变了"}},
		{"salt of a fact", func(p *ledger.Place) { saltOf(p, 1, VisitFact).Salt = other }, []string{"notices/2023-01.toml:3 visited seal-changed: 的入户日期"}},
		{"a fact becomes another", func(p *ledger.Place) { saltOf(p, 1, VisitFact).Of = ReportFact }, []string{gone + "2023-01 的上报日期"}},
		{"rows in another order", func(p *ledger.Place) { slices.Reverse(p.Salts) }, nil},
	})
}

// Seals dated after the day are no part of the chain on it, but are checked.
func TestSealsOfTheFuture(t *testing.T) {
	book, p := sealedBook(t)
	proofs, list := Of(book, Options{Day: today - 1})
	wantFindings(t, list, nil)
	if c := proofs.Of(p); len(c.Seals) != 0 || c.CheckpointText() != "" {
		t.Errorf("%d seals, %q", len(c.Seals), c.CheckpointText())
	}
	january(p).Visited = 0
	_, list = Of(book, Options{Day: today - 1})
	wantFindings(t, list, []string{gone})
}

// Places are told in the order of the book, each with its own.
func TestPlacesApart(t *testing.T) {
	book, p := sealedBook(t)
	second, q := sealedBook(t)
	book.Places = append(book.Places, second.Places...)
	p.Seals[0].Households, q.Seals[1].Households = 1, 1
	proofs, list := Of(book, Options{Day: today})
	wantFindings(t, list, []string{"seals.csv:2 户数 seal-chain", "seals.csv:3 户数 seal-chain"})
	if n, m := len(proofs.Of(p).Seals), len(proofs.Of(q).Seals); n != 0 || m != 1 {
		t.Errorf("%d and %d seals", n, m)
	}
}
