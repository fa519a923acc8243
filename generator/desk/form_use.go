package desk

import (
	"cmp"
	"crypto/rand"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"gongshi/generator/convert"
	"gongshi/generator/disk"
	"gongshi/generator/ledger"
	"gongshi/generator/proof"
	"gongshi/generator/write"
)

func showRedemption(v *view) any { return v.place.Rewards }

// planRedemption enters what a household exchanged.
func planRedemption(v *view, f filled) (*plan, error) {
	day, h, err := v.dayAndHousehold(f)
	if err != nil {
		return nil, err
	}
	reward := v.place.Reward(f.one("reward"))
	if reward == nil || day == 0 {
		return nil, lacks("选一样商品，写上哪天兑换的。")
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
		return p, v.again(p, "redemptions.csv", heads, row, "日期", "户号", "商品")
	}
	taken, err := v.taken(ledger.PeriodOf(ledger.Month, day), heads, row)
	if err != nil {
		return nil, err
	}
	taken.told = append(p.told, taken.told...)
	return taken, nil
}

// again adds a row as one of its own, whatever else is there of the same day.
func (v *view) again(p *plan, file string, heads, row []string, keys ...string) error {
	name := "data/" + v.place.Path + "/" + file
	t, err := v.table(name)
	if err != nil {
		return err
	}
	cells := map[string]string{}
	for i, head := range heads {
		cells[head] = row[i]
	}
	t.Append(cells)
	return p.change(name, t, keys...)
}

func showReward(v *view) any { return v.place.Rewards }

// planReward enters a reward, or changes what is written of one.
func planReward(v *view, f filled) (*plan, error) {
	name := f.one("name")
	if name == "" || f.one("points") == "" {
		return nil, lacks("写上名称，几分换一件。")
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
	seals, salts, added, err := v.work.Proofs.Of(v.place).Append(v.work.Day, rand.Text)
	if err != nil {
		return nil, err
	}
	p := &plan{final: true, told: []string{"封存以后，不能撤销；封存的资料再要改，写更正，不然做不成网站。"}}
	if added == 0 {
		p.told = append(p.told, "没有要封存的。")
		return p, nil
	}
	for _, s := range seals[len(seals)-added:] {
		p.changes = append(p.changes, fmt.Sprintf("封存 %s：%d 户，第 %d 号", convert.PeriodWords(s.Period), s.Households, s.No))
	}
	p.does = fmt.Sprintf("封存这 %d 期", added)
	if last := seals[len(seals)-1].Period; added == 1 {
		p.does = "封存" + convert.PeriodWords(last)
		p.then = &door{"打印" + convert.PeriodWords(last) + "的公示，墙上有旧的就换下", formAddress("notice", v.place, last)}
	}
	p.files = []disk.File{{Path: proof.SaltsFile(v.place), Content: write.Salts(salts).Excel()}, {Path: proof.SealsFile(v.place), Content: write.Seals(seals).Excel()}}
	return p, nil
}

// planCommit hands what was changed of the village to git. A clerk need not know its name.
func planCommit(v *view, f filled) (*plan, error) {
	if v.d.opt.Commit == nil {
		return nil, wrong("这台电脑留不下改动记录（没有 git，或者网站不在 git 仓库里）：存下来的都在，只是没有每次改动的记录。")
	}
	files, err := v.d.opt.Changed("data/" + v.place.Path)
	if err != nil {
		return nil, err
	}
	p := &plan{told: []string{"只记在这台电脑里，不发给别人：谁在哪天改了哪个数，以后查得到，改错了也找得回来。评分页上已经记过的，这里不再列。"}}
	if len(files) == 0 {
		p.told = append(p.told, "没有改过、还没有记下的。")
		return p, nil
	}
	for _, name := range files {
		words, in := fileWords(name), path.Dir(strings.TrimPrefix(name, "data/"+v.place.Path+"/"))
		if in != "." && inFolder[in] == "" { // of a place below
			words += "（" + in + "）"
		}
		if change := "改过：" + words; !slices.Contains(p.changes, change) {
			p.changes = append(p.changes, change)
		}
	}
	words := cmp.Or(f.one("words"), "录入 "+v.place.Name+" "+dayWords(v.work.Day))
	p.act = func() error {
		if _, err := v.d.opt.Commit(words, files); err != nil {
			return wrong("没有记下来：" + err.Error())
		}
		return nil
	}
	return p, nil
}
