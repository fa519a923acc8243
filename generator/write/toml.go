package write

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"unicode"
)

// toml is a TOML file in the making.
type toml struct{ strings.Builder }

// table writes a table: its keys and values in pairs. A zero value is left out, and a table in which nothing is said.
func (t *toml) table(header string, pairs ...any) {
	text := ""
	for i := 0; i < len(pairs); i += 2 {
		if v := reflect.ValueOf(pairs[i+1]); v.IsValid() && !v.IsZero() {
			text += fmt.Sprintf("%s = %s\n", pairs[i], Value(pairs[i+1]))
		}
	}
	if header != "" && text != "" {
		text = "\n" + header + "\n" + text
	}
	t.WriteString(text)
}

// said is a value that is written though it be zero.
type said struct{ v *any }

func says(v any) any { return said{&v} }

// Value is a value as TOML has it; of a text what is no character is left out.
func Value(v any) string {
	if s, ok := v.(said); ok {
		return Value(*s.v)
	}
	switch v := reflect.ValueOf(v); v.Kind() {
	case reflect.String:
		return strconv.Quote(strings.Map(func(r rune) rune {
			if !unicode.IsPrint(r) {
				return -1
			}
			return r
		}, v.String()))
	case reflect.Slice:
		list := make([]string, v.Len())
		for i := range list {
			list[i] = Value(v.Index(i).Interface())
		}
		return "[" + strings.Join(list, ", ") + "]"
	}
	return fmt.Sprint(v)
}
