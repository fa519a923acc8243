package render

import (
	"reflect"
	"testing"

	"gongshi/generator/gazette"
	"gongshi/generator/ledger"
	"gongshi/generator/page"
)

// No field of a document can change without its sum, however deep it is.
func TestSumSeesEveryField(t *testing.T) {
	summed := 0
	for _, m := range models() {
		fill(reflect.ValueOf(m).Elem(), 9)
		first, _ := sumOf(m, nil)
		if first == (Sum{}) {
			continue // not plain data
		}
		summed++
		sums := map[Sum]string{first: "nothing changed"}
		eachLeaf(reflect.ValueOf(m).Elem(), "", func(at string) {
			sum, _ := sumOf(m, nil)
			if before, twice := sums[sum]; twice {
				t.Errorf("%T: the same sum with %s as with %s", m, at, before)
			}
			sums[sum] = at
		})
		if again, _ := sumOf(m, nil); again != first {
			t.Errorf("%T: the sum is another for the same", m)
		}
	}
	if summed < 15 {
		t.Errorf("only %d kinds of page have a sum", summed)
	}
}

// eachLeaf changes each value that can be, one at a time, and tells where.
func eachLeaf(v reflect.Value, at string, changed func(string)) {
	if !v.CanSet() {
		return
	}
	before := reflect.New(v.Type()).Elem()
	before.Set(v)
	switch v.Kind() {
	case reflect.String:
		v.SetString("y")
	case reflect.Bool:
		v.SetBool(!v.Bool())
	case reflect.Slice:
		for i := range v.Len() {
			eachLeaf(v.Index(i), at+"[]", changed)
		}
		v.SetLen(0)
	case reflect.Pointer:
		if !v.IsNil() {
			eachLeaf(v.Elem(), at+"*", changed)
		}
		v.SetZero()
	case reflect.Interface:
		v.Set(reflect.ValueOf(at))
	case reflect.Struct:
		for i := range v.NumField() {
			eachLeaf(v.Field(i), at+"."+v.Type().Field(i).Name, changed)
		}
		return
	default:
		if v.CanInt() {
			v.SetInt(v.Int() + 1)
		} else {
			v.SetUint(v.Uint() + 1)
		}
	}
	if !reflect.DeepEqual(v.Interface(), before.Interface()) {
		changed(at)
	}
	v.Set(before)
}

// Neither the type of a value nor where a text ends is lost, and what is not plain data has no sum.
func TestSums(t *testing.T) {
	of := func(args ...any) Sum {
		sum, _ := sumOf(&page.Household{Group: gazette.Phrase{Args: args}}, nil)
		return sum
	}
	if of(1) == of(ledger.Date(1)) || of(1) == of("1") || of(1) == of(int64(1)) || of("a", "b") == of("ab") || of("", "a") == of("a", "") || of(nil) == of() {
		t.Error("different values have one sum")
	}
	if first, again := of("a", 1), of("a", 1); first != again || first == (Sum{}) {
		t.Error("the same values have two sums")
	}
	type chain struct{ Next *chain }
	for _, odd := range []any{func() {}, map[string]int{}, &chain{}, 1.5} {
		if of(odd) != (Sum{}) {
			t.Errorf("%T has a sum", odd)
		}
	}
}
