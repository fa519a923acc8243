package convert

import (
	"testing"

	"gongshi/generator/ledger"

	"github.com/google/go-cmp/cmp"
)

func TestPeriodIn(t *testing.T) {
	for text, want := range map[string]string{
		"2023年1月评分表": "2023-01", "石桥村２０２３年１月份庭院评分表": "2023-01", "二〇二三年十二月": "2023-12", "评分2023-02": "2023-02", "202303": "2023-03", "2023.4": "2023-04",
		"2023年第一季度": "2023-Q1", "2023年一季度考评": "2023-Q1", "2023-Q2": "2023-Q2", "2023年1-3月": "2023-Q1", "2023年度": "2023", "一月": "0000-01", "12月": "0000-12", "3月份评分": "0000-03",
		"二季度": "0000-Q2", "填表日期：2023年2月5日": "", "2023年1月评分表（2023年2月3日填）": "2023-01", "1月5日": "", "2023年1月和2023年2月": "", "村委〔2022〕5号": "", "评分": "", "Sheet1": "", "": "",
		"2023年2-5月": "2023",
	} {
		if got := periodIn(text); got != (ledger.Period{}) && got.String() != want || got == (ledger.Period{}) && want != "" {
			t.Errorf("%s: %v, want %s", text, got, want)
		}
	}
}

// A number is read as a household's only where no other household can be meant.
func TestLostZeros(t *testing.T) {
	place := &ledger.Place{}
	for _, id := range []string{"001", "002", "2", "03", "003", "A01", "000", "10"} {
		place.Households = append(place.Households, &ledger.Household{ID: id})
	}
	if d := cmp.Diff(map[string]string{"1": "001"}, LostZeros(place)); d != "" {
		t.Error(d)
	}
}
