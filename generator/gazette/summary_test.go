package gazette

import (
	"reflect"
	"strings"
	"testing"
)

// What is kept beside a noun has keys of its own, so that no field of the noun is lost on the way.
func TestKeptHidesNothing(t *testing.T) {
	for _, kept := range []reflect.Type{reflect.TypeFor[keptPlace](), reflect.TypeFor[keptTable]()} {
		noun := kept.Field(0).Type.Elem()
		has := make(map[string]bool)
		for i := range noun.NumField() {
			has[key(noun.Field(i))] = true
		}
		for i := 1; i < kept.NumField(); i++ {
			if key := key(kept.Field(i)); key == "-" || has[key] {
				t.Errorf("%s: %q is a key of %s", kept, key, noun)
			}
		}
	}
}

func key(f reflect.StructField) string {
	key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return key
}
