package gazette

import (
	"testing"

	"gongshi/generator/ledger"
	"gongshi/generator/villagetest"
)

func TestStats(t *testing.T) {
	tests := []struct {
		values                      []ledger.Points
		mean, median, lower, higher string
	}{
		{villagetest.Points(80), "80.0", "80.0", "80", "80"},
		{villagetest.Points(90, 80), "85.0", "85.0", "80", "90"},
		{villagetest.Points(3, 1, 2, 2), "2.0", "2.0", "1", "2"},
		{villagetest.Points(1, 2, 3, 4, 6), "3.2", "3.0", "2", "4"},
		{villagetest.Points(1, 1, 2), "1.3", "1.0", "1", "2"},
		{villagetest.Points(-1, -1, -2), "-1.3", "-1.0", "-2", "-1"},
	}
	for _, test := range tests {
		s := StatsOf(test.values, 0)
		if s.MeanText() != test.mean || s.MedianText() != test.median || s.Lower.String() != test.lower || s.Upper.String() != test.higher {
			t.Errorf("%v: mean %s, median %s, %s to %s", test.values, s.MeanText(), s.MedianText(), s.Lower, s.Upper)
		}
	}
	if s := StatsOf(nil, 0); s.MeanText() != "" {
		t.Errorf("of nothing: %q", s.MeanText())
	}
}
