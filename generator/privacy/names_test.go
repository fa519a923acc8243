package privacy

import (
	"fmt"
	"strings"
	"testing"
)

// The hundred most common surnames, some of two characters, and characters of which given names
// are made; numbers of a house, a bridge, a year and a mountain are among them on purpose.
const (
	surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
	compound = "欧阳 司马 上官 诸葛 东方 第五"
	given    = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂春梅玉路桥号一二三百年月山村福贵生子病贫"
)

// No name is taken for personal data, nor for a word about somebody, however it stands in a table.
func TestNamesAreNoPersonalData(t *testing.T) {
	tried := 0
	families := append(strings.Split(surnames, ""), strings.Fields(compound)...)
	chars := strings.Split(given, "")
	for i, family := range families {
		for j, first := range chars {
			for _, second := range append([]string{""}, chars[j%5], chars[(i+j)%len(chars)], chars[(3*i+7*j)%len(chars)], chars[(5*i+j+1)%len(chars)], chars[(i+11*j+2)%len(chars)]) {
				name := family + first + second
				tried++
				for _, text := range []string{name, fmt.Sprintf("%03d,%s,%d,农户,%d.5", tried%1000, name, 1+tried%9, 60+tried%40), "户主" + name + "，得98分"} {
					if got := kindsIn(text); got != "" {
						t.Errorf("%q: found %q", text, got)
					}
				}
			}
		}
	}
	if tried < 25_000 {
		t.Errorf("only %d names are tried", tried)
	}
	t.Logf("%d names", tried)
}
