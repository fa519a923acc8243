package convert

import "testing"

func TestNumber(t *testing.T) {
	formats := map[string]format{
		"": {}, "date": builtIn(14), "long": builtIn(31), "month": builtIn(17), "own": formatOf(`[$-804]yyyy"年"m"月"d"日";@`), "own month": formatOf(`yyyy"年"m"月"`),
		"percent": formatOf("0.0%"), "zeros": formatOf("000"), "points": formatOf(`0"分"`), "months": formatOf(`0"个月"`), "red": formatOf("[Red]0.0;[Blue]-0.0"),
		"time": formatOf("h:mm:ss"), "general": formatOf("General"), "day": formatOf(`0"日"`),
	}
	for _, c := range []struct{ value, format, want string }{
		{"0.30000000000000004", "", "0.3"}, {"1.1499999999999999", "", "1.15"}, {"9.5", "", "9.5"}, {"1E5", "", "100000"}, {"-0", "", "0"}, {"1e-3", "", "0.001"},
		{"20230105001", "", "20230105001"}, {"123456789012345678", "", "123456789012346000"}, {"12.345", "red", "12.345"}, {"1e300", "", "1e+300"}, {"x", "", "x"}, {"", "", ""},
		{"12", "points", "12"}, {"3", "months", "3"}, {"5", "day", "5"}, {"7", "general", "7"}, {"7", "zeros", "007"}, {"1234", "zeros", "1234"}, {"7.5", "zeros", "7.5"},
		{"0.85", "percent", "85%"}, {"0.07", "percent", "7%"}, {"1", "percent", "100%"}, {"0.075", "percent", "7.5%"},
		{"45901", "date", "2025-09-01"}, {"45901", "long", "2025-09-01"}, {"45901", "own", "2025-09-01"}, {"45901", "own month", "2025-09"}, {"45902", "own month", "2025-09-02"},
		{"45901", "month", "2025-09"}, {"45901.5", "date", "2025-09-01 12:00:00"}, {"0", "date", "0"}, {"1", "date", "1900-01-01"}, {"61", "date", "1900-03-01"},
		{"0.5", "time", "12:00"}, {"-1", "date", "-1"}, {"2958466", "date", "2958466"},
	} {
		b := &book{formats: []format{formats[c.format]}}
		if got := b.number(c.value, 0); got != c.want {
			t.Errorf("%s as %s: %s, want %s", c.value, c.format, got, c.want)
		}
	}
	late := &book{late: true, formats: []format{builtIn(14)}}
	for value, want := range map[string]string{"44439": "2025-09-01", "0": "0", "1": "1904-01-02"} {
		if got := late.number(value, 0); got != want {
			t.Errorf("%s since 1904: %s, want %s", value, got, want)
		}
	}
}
