package desk

import (
	"cmp"
	"crypto/rand"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gongshi/generator/convert"
	"gongshi/generator/disk"
	"gongshi/generator/ledger"
	"gongshi/generator/proof"
	"gongshi/generator/write"
)

// planCorrection writes a correction; what stands is filled in.
func planCorrection(v *view, f filled) (*plan, error) {
	day, h, err := v.dayAndHousehold(f)
	if err != nil {
		return nil, err
	}
	target := f.one("target")
	stands, name, ok := v.stands(h, target)
	if !ok {
		return nil, wrong("“" + target + "”既不是这一期的项目，也不是这一户一件加减分的编号。")
	}
	p := &plan{told: []string{fmt.Sprintf("%s 的“%s”现在是 %s。旧分不会盖掉，和新分一起公布。", h.ID, name, cmp.Or(stands, "空的"))}}
	if v.place.Publicity.On(day).Restart {
		p.told = append(p.told, "按本村的办法，更正以后公示的日子重新算起。")
	}
	if f.one("to") == "" || f.one("reason") == "" || day == 0 {
		p.told = append(p.told, "写上改成几分、为什么改、哪天改的。")
		return p, nil
	}
	taken, err := v.taken(v.period, []string{"日期", "周期", "户号", "对象", "原分", "现分", "原因", "异议"},
		[]string{day.String(), v.period.String(), h.ID, target, stands, f.one("to"), f.one("reason"), f.one("objection")})
	if err != nil {
		return nil, err
	}
	taken.told = append(p.told, taken.told...)
	return taken, nil
}

// stands is what stands now of an item or an event of a household, after the corrections that there are.
func (v *view) stands(h *ledger.Household, target string) (stands, name string, ok bool) {
	var cell ledger.Cell
	sheet := v.place.Sheets[v.period]
	same := func(other string) bool { return other == target }
	if sheet != nil {
		if item, _ := ledger.FindItem(sheet.Items, target); item != nil {
			ok, name = true, item.Name
			if row := sheet.Row(h.Key); row != nil {
				cell = row.Cells[slices.Index(sheet.Items, item)]
			}
			same = func(other string) bool { i, _ := ledger.FindItem(sheet.Items, other); return i == item }
		}
	}
	for _, e := range v.place.Events {
		if e.No != target || e.Household != h.Key || ok {
			continue
		}
		if _, scheme := v.place.PeriodOfEvent(e); scheme != nil {
			if k := scheme.EventKind(e.Kind); k != nil {
				ok, name, cell = true, k.Name+" "+e.No, ledger.Cell{Kind: ledger.Entered, Points: e.Worth(k)}
			}
		}
	}
	inOrder := slices.Clone(v.place.Corrections)
	slices.SortStableFunc(inOrder, func(a, b *ledger.Correction) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Line, b.Line))
	})
	for _, c := range inOrder {
		if c.Period == v.period && c.Household == h.Key && same(c.Target) {
			cell = c.To
		}
	}
	return cell.String(), name, ok
}

func showRedemption(v *view) any { return v.place.Rewards }

// planRedemption enters what a household exchanged.
func planRedemption(v *view, f filled) (*plan, error) {
	day, h, err := v.dayAndHousehold(f)
	if err != nil {
		return nil, err
	}
	reward := v.place.Reward(f.one("reward"))
	if reward == nil || day == 0 {
		return nil, wrong("选一样商品，写上哪天兑换的。")
	}
	count, err := f.whole("count", "数量")
	if err != nil {
		return nil, err
	}
	p := &plan{told: []string{fmt.Sprintf("%s 每%s %s 分，%d %s共 %s 分。", reward.Name, cmp.Or(reward.Unit, "件"), reward.Points, count, cmp.Or(reward.Unit, "件"), reward.Points*ledger.Points(count))}}
	if s := v.work.Standings; s != nil {
		at := s.Of(v.place)
		left := "0"
		if b := at.Balance(h); b != nil {
			left = b.Left.Round(2).String()
		}
		p.told = append(p.told, h.ID+" 还有 "+left+" 分可以兑换。")
		if n, limited := at.InStock(reward); limited {
			p.told = append(p.told, fmt.Sprintf("库存还有 %d %s。", n, cmp.Or(reward.Unit, "件")))
		}
	}
	heads := []string{"日期", "户号", "商品", "数量", "积分", "经办"}
	row := []string{day.String(), h.ID, reward.Name, strconv.Itoa(count), (reward.Points * ledger.Points(count)).String(), f.one("by")}
	if f.one("again") != "" && len(v.place.Redemptions) > 0 {
		return p, v.again(p, heads, row)
	}
	taken, err := v.taken(ledger.PeriodOf(ledger.Month, day), heads, row)
	if err != nil {
		return nil, err
	}
	taken.told = append(p.told, taken.told...)
	return taken, nil
}

// again enters an exchange as one of its own, whatever else was exchanged on that day.
func (v *view) again(p *plan, heads, row []string) error {
	name := "data/" + v.place.Path + "/redemptions.csv"
	t, err := v.table(name)
	if err != nil {
		return err
	}
	cells := map[string]string{}
	for i, head := range heads {
		cells[head] = row[i]
	}
	t.Append(cells)
	return p.change(name, t, "日期", "户号", "商品")
}

func showReward(v *view) any { return v.place.Rewards }

// planReward enters a reward, or changes what is written of one.
func planReward(v *view, f filled) (*plan, error) {
	name := f.one("name")
	if name == "" || f.one("points") == "" {
		return nil, wrong("写上名称，几分换一件。")
	}
	row := []string{f.one("no"), name, f.one("points"), f.one("stock"), f.one("unit"), f.one("note")}
	taken, err := v.taken(ledger.PeriodOf(ledger.Month, v.work.Day), []string{"编号", "名称", "积分", "库存", "单位", "说明"}, row)
	if err == nil && v.place.Reward(name) != nil {
		taken.told = append(taken.told, "已经有“"+name+"”：填了的照新的改，空着的不动。")
	}
	return taken, err
}

// planSeal seals what was posted and is not sealed yet.
func planSeal(v *view, f filled) (*plan, error) {
	if v.work.Proofs == nil {
		return nil, wrong("资料里有错误，改好再封存。")
	}
	seals, salts, added, err := v.work.Proofs.Of(v.place).Append(v.work.Day, rand.Reader)
	if err != nil {
		return nil, err
	}
	p := &plan{final: true, told: []string{"封存以后，不能撤销；改动封存的资料，不写更正就编不成网站。seals.csv 和 salts.csv 要一起留好。"}}
	if added == 0 {
		p.told = append(p.told, "没有要封存的。")
		return p, nil
	}
	for _, s := range seals[len(seals)-added:] {
		p.changes = append(p.changes, fmt.Sprintf("封存 %s：%d 户，第 %d 号", convert.PeriodWords(s.Period), s.Households, s.No))
	}
	p.files = []disk.File{{Path: proof.SaltsFile(v.place), Content: write.Salts(salts).Excel()}, {Path: proof.SealsFile(v.place), Content: write.Seals(seals).Excel()}}
	return p, nil
}

// planCommit hands what was changed of the village to git.
func planCommit(v *view, f filled) (*plan, error) {
	if v.d.opt.Commit == nil {
		return nil, wrong("这台电脑没有 git，或者网站不在 git 仓库里：存下来的都在，只是没有每次改动的记录。")
	}
	files, err := v.d.opt.Changed("data/" + v.place.Path)
	if err != nil {
		return nil, err
	}
	p := &plan{told: []string{"提交以后，谁在哪天改了哪个数都有记录，改错了也找得回来。"}}
	if len(files) == 0 {
		p.told = append(p.told, "没有改过、还没有提交的。")
		return p, nil
	}
	for _, name := range files {
		p.changes = append(p.changes, "改过："+strings.TrimPrefix(name, "data/"+v.place.Path+"/"))
	}
	words := cmp.Or(f.one("words"), "录入 "+v.place.Name+" "+dayWords(v.work.Day))
	p.act = func() error {
		if _, err := v.d.opt.Commit(words, files); err != nil {
			return wrong("没有提交：" + err.Error())
		}
		return nil
	}
	return p, nil
}
