package address

import "testing"

func TestRelative(t *testing.T) {
	tests := []struct{ from, to, want string }{
		{"index.html", "a/index.html", "a/index.html"},
		{"a/index.html", "index.html", "../index.html"},
		{"d/t/index.html", "d/t/a/index.html", "a/index.html"},
		{"d/t/a/h/001.html", "d/t/a/2023-01.html", "../2023-01.html"},
		{"d/t/a/h/001.html", "d/rules.html", "../../../rules.html"},
		{"a/h/1.html", "a/h/张-1.html", "%E5%BC%A0-1.html"},
		{"a/h/1.html", "b/h/1.html", "../../b/h/1.html"},
	}
	for _, test := range tests {
		if got := Relative(test.from, test.to); got != test.want {
			t.Errorf("%s → %s: %q, want %q", test.from, test.to, got, test.want)
		}
	}
}
