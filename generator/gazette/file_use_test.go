package gazette

import (
	"strings"
	"testing"

	"gongshi/generator/ledger"
	"gongshi/generator/villagetest"
)

// Who has not agreed to be shown stands in no row of what points are used for.
func TestUseFiles(t *testing.T) {
	book := villagetest.WithUse(ledger.ConsentOmit)
	all := published(t, book, book.Config.Privacy, villagetest.Day)
	for _, name := range []string{"balances", "redemptions", "distribution-2023"} {
		f := all[name+".csv"]
		text := strings.Join(lines(t, f), "\n")
		if strings.Contains(text, "002") || strings.Contains(text, "003|") || f.Withheld == 0 {
			t.Errorf("%s, %d withheld:\n%s", name, f.Withheld, text)
		}
	}
	goods := all["rewards.csv"]
	wantLines(t, goods, "编号|名称|积分|库存|剩余|单位|来源|说明", "S1|=肥皂|5|3|1|块|捐赠|", "S2|理发|2|||||")
}
