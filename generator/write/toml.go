package write

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"unicode"
)

// Value is a value as TOML has it; of a text what is no character is left out.
func Value(v any) string {
	switch v := reflect.ValueOf(v); v.Kind() {
	case reflect.String:
		return quote(v.String())
	case reflect.Slice:
		list := make([]string, v.Len())
		for i := range list {
			list[i] = Value(v.Index(i).Interface())
		}
		return "[" + strings.Join(list, ", ") + "]"
	}
	return fmt.Sprint(v)
}

func quote(text string) string {
	return strconv.Quote(strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, text))
}
