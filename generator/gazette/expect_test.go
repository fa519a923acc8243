package gazette

import (
	"math/big"
	"reflect"
	"testing"

	"gongshi/generator/ledger"
)

// What differ takes for the same is the same, of every kind of value that a record has.
func TestSame(t *testing.T) {
	third, half := ledger.Points(100).Exact().Div(3), ledger.Points(50).Exact()
	values := []Entry{
		{}, {No: "1"}, {Times: 1}, {Times: 2}, {Hidden: true}, {Worth: 5}, {Old: []Old{}}, {Old: []Old{{}}}, {Old: []Old{{Reason: "x"}}},
		{Name: Phrase{Text: "a"}}, {Name: phrase("from", "1")}, {Name: phrase("from", "2")}, {Name: phrase("from", 2)}, {Name: phrase("from", nil)},
		{Origin: ledger.Period{Cycle: ledger.Month, Year: 2024, Part: 1}}, {Review: ledger.Refused}, {At: Source{File: "a", Line: 1}},
		{Name: phrase("from", third)}, {Name: phrase("from", ledger.Points(200).Exact().Div(6))}, {Name: phrase("from", half)},
		{Name: phrase("from", big.NewRat(1, 3))}, {Name: phrase("from", big.NewRat(1, 4))}, {Name: phrase("from", (*big.Rat)(nil))},
	}
	for _, a := range values {
		for _, b := range values {
			if got, want := same(reflect.ValueOf(a), reflect.ValueOf(b)), reflect.DeepEqual(a, b); got != want {
				t.Errorf("%+v and %+v: same is %t", a, b, got)
			}
		}
	}
}
