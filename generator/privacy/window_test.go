package privacy

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// pieces are what personal data is made of, and what stands around it.
var pieces = strings.Fields(`电话 手机 联系人 tel TEL phone 护照 证件号 passport E G MA EA 1 2 12 138 1234 5678 63210123 0512 6321
	110105 19491231 002X 11010519491231002X 13812345678 6222021234567890128 1.2E+17 1.38Ｅ＋１０ e+17 @ ＠ a@b.cn
	出生 生日 生于 生人 生 出 日 月 年 1956 3月 2日 1956-03-02 1956.3 路 村 组 小区 号 号楼 栋 幢 座 单元 室 户 门牌 公告 - . _ ) ( / ,
	， 。 ： < > " abc f d3 学生 积分 <td> </td> 2501-3193 2025-01-02 20240115 12号 3栋2单元501室 １３８ ٣ − ． －`)

// What is not looked at has nothing: the windows of a text give what the whole text gives, and
// where no sign tells of a phrase there is none.
func TestNothingIsPassedOver(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	found := 0
	for range 50_000 {
		var b strings.Builder
		for range 1 + r.IntN(9) {
			b.WriteString(pieces[r.IntN(len(pieces))])
			b.WriteString([]string{"", "", "", " ", "\u200b", "\n", "\u3000", "\u00ad", "  "}[r.IntN(9)])
			if r.IntN(12) == 0 {
				b.WriteString(strings.Repeat("积分", r.IntN(60)))
			}
		}
		text := b.String()
		var whole folded
		whole.fold(text)
		want, got := whole.find(), Find(text)
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("%q: found %q, in the whole %v", text, kindsIn(text), want)
		}
		for i, may := range whole.candidates() {
			if p := phrases[i]; !may && p.shape.MatchString(string(whole.text)) {
				t.Fatalf("%q: %v is passed over", text, p.shape)
			}
		}
		found += len(got)
	}
	if found < 10_000 {
		t.Errorf("only %d findings", found)
	}
}
