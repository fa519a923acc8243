package check

import "gongshi/generator/diag"

// meant are the households whose 户号 an unknown one would be, had it not lost its zeros.
func (p *place) meant(key string) []string {
	bare, ok := withoutZeros(key)
	if !ok {
		return nil
	}
	var ids []string
	for _, h := range p.zeroed[bare] {
		ids = append(ids, h.ID)
	}
	return ids
}

// unknownHousehold reports a 户号 that households.csv does not have, naming the one
// that Excel's loss of leading zeros, or a slip of the hand, most likely meant.
func (p *place) unknownHousehold(at diag.Position, heading, typed, key string) {
	if p.Unread.Has("households.csv") {
		return
	}
	if len(p.Households) == 0 {
		if !p.saidEmpty {
			p.saidEmpty = true
			p.wrong(at, foreignKey, heading, "households.csv 里没有读到"+p.Name+"的一户，“"+typed+"”等户号无从核对", "先建好或改好 households.csv")
		}
		return
	}
	message := "户号“" + typed + "”不在 households.csv 中"
	if heading == "并入" {
		message = "并入的" + message
	}
	if meant := p.meant(key); len(meant) > 0 {
		p.wrong(at, foreignKey, heading, message+"，和登记的户号只差开头的零",
			"是不是"+quoted(meant)+"？双击打开 CSV，Excel 会丢掉开头的零：把这一列设为“文本”格式，再照 households.csv 填写户号")
		return
	}
	if p.nearIDs == nil {
		p.nearIDs = newNear(len(p.Households))
		for _, h := range p.Households {
			p.nearIDs.add(h.Key, h.ID)
		}
	}
	hint := "照 households.csv 改正户号；若是新户，先在 households.csv 登记"
	if ids := p.nearIDs.to(key); len(ids) > 0 {
		hint = "相近的户号有" + quoted(ids) + "；" + hint
	}
	p.wrong(at, foreignKey, heading, message, hint)
}
