package chart

import (
	"testing"

	"gongshi/generator/ledger"
	"gongshi/generator/villagetest"
)

// Every figure falls into one class, and the classes do not overlap.
func TestDistribution(t *testing.T) {
	tests := []struct {
		values   []ledger.Points
		decimals int
		labels   []string
		counts   []ledger.Points
	}{
		{villagetest.Points(80), 0, []string{"80"}, []ledger.Points{1}},
		{villagetest.Points(80, 99, 100), 0, []string{"100~104", "95~99", "90~94", "85~89", "80~84"}, []ledger.Points{1, 1, 0, 0, 1}},
		{villagetest.Points(-3, 2), 0, []string{"2", "1", "0", "-1", "-2", "-3"}, []ledger.Points{1, 0, 0, 0, 0, 1}},
		{[]ledger.Points{250, 1010}, 2, []string{"10.00~10.99", "9.00~9.99", "8.00~8.99", "7.00~7.99", "6.00~6.99",
			"5.00~5.99", "4.00~4.99", "3.00~3.99", "2.00~2.99"}, []ledger.Points{1, 0, 0, 0, 0, 0, 0, 0, 1}},
	}
	for _, test := range tests {
		c := distributionOf(test.values, test.decimals)
		for i, l := range c.Labels {
			if i >= len(test.labels) || l.Name.Text != test.labels[i] || c.Series[0].Values[i].Points != test.counts[i]*ledger.Point {
				t.Errorf("%v: class %d is %q with %s", test.values, i, l.Name.Text, c.Series[0].Text(i))
			}
		}
		if len(c.Labels) != len(test.labels) {
			t.Errorf("%v: %d classes", test.values, len(c.Labels))
		}
	}
	if distributionOf(nil, 0) != nil {
		t.Error("nothing has a distribution")
	}
}
