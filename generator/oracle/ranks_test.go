package oracle

import (
	"fmt"
	"testing"

	"gongshi/generator/ledger"
)

// ladder is a village with a posted month in which household n has the n-th figure.
func ladder(h *ledger.Honours, figures ...string) *kit {
	s := rules("2023-01-01", ledger.Month, category("c", "环境", ledger.Month, ledger.Sum, "100"))
	s.Honours = h
	s.Events = []*ledger.EventKind{{ID: "drunk", Name: "酒驾", Points: points("-1"), Veto: true}}
	k := newKit(s)
	var rows []string
	for i, f := range figures {
		id := fmt.Sprint(i + 1)
		k.household(id, "", "")
		rows = append(rows, id+" "+f)
	}
	k.household("shop", "", "", func(s *ledger.Span) { s.Kind = ledger.Organisation })
	k.sheet("2023-01", append(rows, "shop 100")...)
	k.post("2023-01", "2023-02-01")
	return k
}

func top(rounding ledger.Rounding, out bool, levels ...*ledger.Level) *ledger.Honours {
	return &ledger.Honours{Cycle: ledger.Month, Rounding: rounding, Ties: ledger.Ties(out), Levels: levels}
}

func percent(name, p string) *ledger.Level {
	return &ledger.Level{Name: name, HasTop: true, Top: points(p)}
}

// L7: seven households; 10, 30, 50 per cent of 7 are 0.7, 2.1, 3.5 places.
// Down: 0, 2, 3. Nearest: 1, 2, 4. Up: 1, 3, 4. The organisation has none.
func TestL7Rounding(t *testing.T) {
	for rounding, want := range map[ledger.Rounding]string{
		ledger.RoundDown:    "1=四 2=四 3=三",
		ledger.RoundNearest: "1=五 2=四 3=三 4=三",
		ledger.RoundUp:      "1=五 2=四 3=四 4=三",
	} {
		k := ladder(top(rounding, false, percent("五", "10"), percent("四", "30"), percent("三", "50")),
			"99", "98", "97", "96", "95", "94", "93")
		k.wantHonours(t, "2023-02-01", "2023-01", want)
	}
}

// L7: ranks 1, 2, 2, 2, 5; places 2, then 4. In: all three of rank 2 are within 2.
// Out: the three reach to the 4th place, which the second level has.
func TestL7Ties(t *testing.T) {
	for out, want := range map[bool]string{
		false: "1=五 2=五 3=五 4=五",
		true:  "1=五 2=四 3=四 4=四",
	} {
		h := top(ledger.RoundDown, out,
			&ledger.Level{Name: "五", HasCount: true, Count: 2}, &ledger.Level{Name: "四", HasCount: true, Count: 4})
		ladder(h, "99", "90", "90", "90", "80").wantHonours(t, "2023-02-01", "2023-01", want)
	}
}

// L7: a floor takes the level away, and nobody moves up or down for it: the second has
// a place among the first 2, and 89.4 shows 89. Without a floor the third is 四.
func TestL7Floor(t *testing.T) {
	first := &ledger.Level{Name: "五", HasCount: true, Count: 2, HasFloor: true, Floor: points("90")}
	second := &ledger.Level{Name: "四", HasCount: true, Count: 3}
	k := ladder(top(ledger.RoundDown, false, first, second), "89.5", "89.4", "70")
	k.wantHonours(t, "2023-02-01", "2023-01", "1=五 3=四")
	first.HasFloor, first.FloorBase = false, true // the base is 100
	k.wantHonours(t, "2023-02-01", "2023-01", "3=四")
}

func TestL7Minimum(t *testing.T) {
	k := ladder(top(ledger.RoundDown, false,
		&ledger.Level{Name: "五", HasMin: true, Min: points("90")}, &ledger.Level{Name: "四", HasMin: true, Min: points("80")}),
		"89.5", "89.4", "79.4")
	k.wantHonours(t, "2023-02-01", "2023-01", "1=五 2=四")
}

// L1, L7: 002 was assessed in two quarters, 001 in three; each has the base 40 + 40 + 60,
// for the quarters combine by the mean. 001 has 123.67 of 140.
func TestL7BaseOfAYear(t *testing.T) {
	s := stars()
	s.Honours = &ledger.Honours{Cycle: ledger.Year, Rounding: ledger.RoundDown, Levels: []*ledger.Level{
		{Name: "五", HasCount: true, Count: 2, FloorBase: true},
	}}
	s.Events = []*ledger.EventKind{{ID: "e", Name: "好事", Ranged: true, From: points("1"), To: points("50")}}
	k := starVillage(s)
	k.event("1", "2021-08-01", "001", "e", worth("16")) // 139.67 shows 140
	k.event("2", "2021-08-01", "002", "e", worth("26")) // 138.5 shows 139
	k.wantHonours(t, "2022-02-01", "2021", "001=五")
}

// A veto of February takes away February's and March's honours, not January's; voided
// by a correction it takes away none. It does so only once February counts.
func TestL7Veto(t *testing.T) {
	k := ladder(top(ledger.RoundDown, false, percent("五", "100")), "90")
	for _, of := range []string{"2023-02", "2023-03", "2024-01"} {
		k.sheet(of, "1 90", "shop 1")
	}
	k.post("2023-02", "2023-03-01", objection("2023-03-02", "2023-04-10"))
	k.post("2023-03", "2023-04-01")
	k.post("2024-01", "2024-02-01")
	k.event("9", "2023-02-10", "1", "drunk")
	k.wantHonours(t, "2024-02-01", "2023-01", "1=五")
	k.wantHonours(t, "2024-02-01", "2023-02", "")
	k.wantHonours(t, "2024-02-01", "2023-03", "")
	k.wantHonours(t, "2024-02-01", "2024-01", "1=五")
	k.wantHonours(t, "2023-04-09", "2023-03", "1=五") // February is disputed
	k.correct("2024-01-20", "2023-02", "1", "9", "0")
	k.wantHonours(t, "2024-02-01", "2023-02", "1=五")
	k.wantHonours(t, "2024-02-01", "2023-03", "1=五")
}
