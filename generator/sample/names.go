package main

import "strings"

// The names are put together by chance from these; whoever bears one is not meant.
func surnames() []string {
	return strings.Fields(`王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧
		程 曹 袁 邓 许 傅 沈 曾 彭 吕 苏 卢 蒋 蔡 贾 丁 魏 薛 叶 阎 余 潘 杜 戴 夏 钟 汪 田 任 姜 范 方 石 姚
		谭 廖 邹 熊 金 陆 郝 孔 白 崔 康 毛 邱 秦 江 史 顾 侯 邵 孟 龙 万 段 雷 钱 汤 尹 黎 易 单 仇 查 贺 赖 龚 覃`)
}

func compounds() []string {
	return strings.Fields(`欧阳 司徒 上官 诸葛 夏侯 皇甫 令狐 尉迟`)
}

func singles() []string {
	return strings.Fields(`芳 敏 静 娟 霞 萍 玲 丹 兰 彬 斌 燕 莲 琴 庆 松 梅 倩 莉 辉`)
}

func doubles() []string {
	return strings.Fields(`德福 守田 文斌 志远 长顺 兴旺 春生 秋生 有田 明义 学文 学武 正才 光友 世安 开元 启明 厚德
		应华 昌明 永福 大林 定邦 怀林 树生 桂芳 桂英 秀英 秀兰 玉兰 玉珍 春梅 冬梅 素珍 淑芬 淑华 翠兰 翠英 凤英 凤仙
		琼华 惠芳 晓燕 红梅 碧清 菊香 银花 素芬 月英 爱莲 永清 国栋 国富 国顺 卫东 卫民 新民 志高 晓东 小林 家富 家兴
		家旺 东升 根宝 水生 木林 土生 石林 满仓 来福 双喜 喜顺 福全 全忠 振华 耀祖 继业 承志 承祖`)
}

// A namer gives names, none of them twice.
type namer struct {
	dice  *dice
	clans []string // the surnames that half of a village bears
	used  map[string]bool
}

func newNamer(d *dice) *namer {
	n := &namer{dice: d, used: map[string]bool{}}
	for len(n.clans) < 5 {
		n.clans = append(n.clans, pick(d, surnames()))
	}
	return n
}

// name is a new name: of the village's clans or any other, one in twenty-five with a compound surname.
func (n *namer) name() string {
	surname := pick(n.dice, surnames())
	if n.dice.chance(45) {
		surname = pick(n.dice, n.clans)
	}
	if n.dice.chance(4) {
		surname = pick(n.dice, compounds())
	}
	return n.given(surname)
}

// given is a new name with this surname.
func (n *namer) given(surname string) string {
	for {
		name := surname + pick(n.dice, doubles())
		if n.dice.chance(25) {
			name = surname + pick(n.dice, singles())
		}
		if !n.used[name] {
			n.used[name] = true
			return name
		}
	}
}

// names are n new names.
func (n *namer) names(count int) []string {
	list := make([]string, count)
	for i := range list {
		list[i] = n.name()
	}
	return list
}

// surname is the surname of a name of this folder.
func surname(name string) string {
	for _, c := range compounds() {
		if strings.HasPrefix(name, c) {
			return c
		}
	}
	return string([]rune(name)[:1])
}
