package proof

import (
	"strings"
	"testing"

	"gongshi/generator/diag"
	"gongshi/generator/ledger"
)

// fileOf writes a seals.csv.
func fileOf(seals []*ledger.Seal) []byte {
	b := []byte("\xef\xbb\xbf序号,周期,日期,户数,摘要\r\n")
	for _, s := range seals {
		b = append(b, "1,2023-01,2023-03-10,5,"+s.Digest+"\r\n"...)
	}
	return b
}

// A chain that was seen only grows: the seals of a commit, of a checkpoint, of the file before.
func TestLost(t *testing.T) {
	const none, shorter, other = "里有 2 次封存，现在的 seals.csv 和 salts.csv 里一次也没有：封存记录不能删", "有 2 次封存，现在只有 1 次：封存记录不能删", "的第 2 次封存和现在的不是同一次：封存记录不能重做"
	for _, c := range []struct {
		name   string
		change func(p *ledger.Place)
		says   string // empty if nothing is lost
	}{
		{"nothing", func(*ledger.Place) {}, ""},
		{"one more", func(p *ledger.Place) { p.Seals = append(p.Seals, sealAt(4, 3)) }, ""},
		{"the last", func(p *ledger.Place) { p.Seals = p.Seals[:1] }, shorter},
		{"all", func(p *ledger.Place) { p.Seals, p.Salts = nil, nil }, none},
		{"made again", func(p *ledger.Place) { p.Seals[1].Digest = strings.Repeat("0", 64) }, other},
	} {
		book, p := sealedBook(t)
		proofs, _ := Of(book, Options{Day: today})
		file, checkpoint := fileOf(p.Seals), proofs.Of(p).CheckpointText()
		c.change(p)
		for _, w := range []struct {
			Witness
			seen, hint string
		}{
			{Committed(p, file, "0a1b2c"), "git 提交 0a1b2c ", "从 git 取回：git checkout 0a1b2c -- data/zhen/cun/seals.csv data/zhen/cun/salts.csv"},
			{Built(p, checkpoint), "已经生成的网站（zhen/cun/checkpoint）", "从备份或仓库取回"},
			{Kept(p, file), "原来", "用回原来的 seals.csv 和 salts.csv"},
		} {
			list := proofs.Lost(book, []Witness{w.Witness, w.Witness})
			if c.says == "" && len(list) == 0 {
				continue
			}
			says := strings.TrimPrefix(c.says, "里")
			if c.says == "" || len(list) != 1 || placeOf(list[0]) != "seals.csv seals-lost" || !strings.HasPrefix(list[0].Message, w.seen) ||
				!strings.HasSuffix(list[0].Message, says) || !strings.HasPrefix(list[0].Hint, w.hint) {
				t.Errorf("%s: %v (%s)", c.name, list, w.hint)
			}
		}
	}
}

// What shows nothing: a checkpoint of another place, one that cannot be read, a file without seals.
func TestNoWitness(t *testing.T) {
	book, p := sealedBook(t)
	digest := p.Seals[1].Digest
	proofs, _ := Of(book, Options{Day: today})
	p.Seals = nil
	for name, w := range map[string]Witness{
		"another place": Built(p, "gongshi/zhen/other\n2\n"+digest+"\n2023-03-10\n"),
		"unreadable":    Built(p, "gongshi/zhen/cun\n2\n"), "no text": Built(p, ""),
		"no file": Committed(p, nil, "0a1b2c"), "no rows": Kept(p, fileOf(nil)), "a short digest": Kept(p, []byte("1,"+digest[:63]+"\n")),
	} {
		if list := proofs.Lost(book, []Witness{w}); list.HasErrors() {
			t.Errorf("%s: %v", name, list)
		}
	}
}

// Notes tell what a place that seals has not sealed, if nothing is wrong with its seals.
func TestUnsealed(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(p *ledger.Place)
		want   string
	}{
		{"all is sealed", func(*ledger.Place) {}, ""},
		{"a correction", func(p *ledger.Place) { addCorrection(p, today) }, "2023-01 已张贴或已更正，还没有封存"},
		{"a correction to come", func(p *ledger.Place) { addCorrection(p, today+1) }, ""},
		{"wrong seals", func(p *ledger.Place) { addCorrection(p, today); p.Seals[0].Households = 1 }, ""},
		{"changed data", func(p *ledger.Place) { addCorrection(p, today); january(p).Visited = 0 }, ""},
		{"no seals", func(p *ledger.Place) { p.Seals, p.Salts = nil, nil }, ""},
	} {
		book, p := sealedBook(t)
		c.change(p)
		proofs, _ := Of(book, Options{Day: today})
		list := proofs.Lost(book, nil)
		if c.want == "" && list == nil {
			continue
		}
		if len(list) != 1 || placeOf(list[0]) != "notices/2023-01.toml:2 posted unsealed" || list[0].Message != c.want || list[0].Severity != diag.Note {
			t.Errorf("%s: %v", c.name, list)
		}
	}
}

// A folder's seals may go on in another folder.
func TestGone(t *testing.T) {
	book, p := sealedBook(t)
	file := fileOf(p.Seals)
	const was = "data/zhen/old/seals.csv"
	for _, c := range []struct {
		name  string
		seals []*ledger.Seal
		lost  bool
	}{
		{"renamed", p.Seals, false},
		{"renamed, with one more", append(p.Seals[:2:2], sealAt(4, 3)), false},
		{"cut short", p.Seals[:1], true},
		{"made again", []*ledger.Seal{p.Seals[1], p.Seals[0]}, true},
		{"removed", nil, true},
	} {
		p.Seals = c.seals
		list := Gone(book, was, file)
		if c.lost && (len(list) != 1 || list[0].Code != lost || list[0].File != was || !strings.HasPrefix(list[0].Message, "原来有 2 次封存，现在连这个地方也没有了")) {
			t.Errorf("%s: %v", c.name, list)
		}
		if !c.lost && list != nil {
			t.Errorf("%s: %v", c.name, list)
		}
	}
	if list := Gone(book, was, fileOf(nil)); list != nil {
		t.Errorf("no seals: %v", list)
	}
}

// One note names the places that posted and never sealed.
func TestNeverSealed(t *testing.T) {
	const end = "张榜以后没有封存过：以后有人改动分数，没有凭据看得出来"
	missing := diag.List{{Position: diag.At(home+"seals.csv", 0, 0), Code: lost}}
	for _, c := range []struct {
		name   string
		places int
		change func(p *ledger.Place)
		on     ledger.Date
		said   diag.List
		want   string
	}{
		{"one", 1, func(*ledger.Place) {}, today, nil, "中坪村" + end},
		{"three", 3, func(*ledger.Place) {}, today, nil, "中坪村等 3 个地方" + end},
		{"on the day of the posting", 1, func(*ledger.Place) {}, ledger.Day(2023, 2, 10), nil, "中坪村" + end},
		{"before the posting", 1, func(*ledger.Place) {}, ledger.Day(2023, 2, 9), nil, ""},
		{"drafts alone", 1, func(p *ledger.Place) { january(p).Posted, february(p).Posted = 0, 0 }, today, nil, ""},
		{"seals", 1, func(p *ledger.Place) { p.Seals = []*ledger.Seal{sealAt(2, 1)} }, today, nil, ""},
		{"salts", 1, func(p *ledger.Place) { p.Salts = []*ledger.Salt{{}} }, today, nil, ""},
		{"seals that are lost", 1, func(*ledger.Place) {}, today, missing, ""},
	} {
		book := &ledger.Book{}
		for range c.places {
			one := freshBook().Places[0]
			c.change(one)
			book.Places = append(book.Places, one)
		}
		list := NeverSealed(book, c.on, c.said)
		if c.want == "" && list == nil {
			continue
		}
		if len(list) != 1 || placeOf(list[0]) != "seals.csv never-sealed" || list[0].Message != c.want || list[0].Severity != diag.Note {
			t.Errorf("%s: %v", c.name, list)
		}
	}
}
