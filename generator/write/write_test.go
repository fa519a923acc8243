package write_test

import (
	"testing"

	"gongshi/generator/ledger"
	"gongshi/generator/write"
)

func TestValue(t *testing.T) {
	for want, v := range map[string]any{
		`"甲\"乙\\"`: `甲"乙\`, `"一二"`: "一\n二\x00", `"𠮷"`: "𠮷", `[]`: []string(nil), `["甲", "乙"]`: []string{"甲", "乙"},
		`2023-03-01`: ledger.Day(2023, 3, 1), `[-0.5, 2]`: []ledger.Points{-50, 200}, `"error"`: ledger.MissingError, `true`: true, `3`: 3,
	} {
		if got := write.Value(v); got != want {
			t.Errorf("%v: %s, want %s", v, got, want)
		}
	}
}
