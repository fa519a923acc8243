package render

import (
	"crypto/sha256"
	"encoding/binary"
	"reflect"
	"slices"
	"sync"

	"gongshi/generator/page"
)

// Sum is the sum of all that a page's model holds. Pages of one program, theme and language whose
// models have the same sum are the same, byte for byte: a template sees nothing else. The zero Sum
// is of a model that is not plain data.
type Sum [sha256.Size]byte

// sumOf sums a model, in a buffer that it returns to be used again.
func sumOf(m page.HTML, buffer []byte) (Sum, []byte) {
	s := summer{buffer[:0], true}
	s.any(reflect.ValueOf(m))
	if !s.plain {
		return Sum{}, s.buffer
	}
	return sha256.Sum256(s.buffer), s.buffer
}

// summer writes values one after the other, each so that its end is known.
type summer struct {
	buffer []byte
	plain  bool
}

func (s *summer) number(n uint64) { s.buffer = binary.AppendUvarint(s.buffer, n) }

func (s *summer) text(text string) {
	s.number(uint64(len(text)))
	s.buffer = append(s.buffer, text...)
}

// any writes a value with its type.
func (s *summer) any(v reflect.Value) {
	if !isPlain(v.Type()) {
		s.plain = false
		return
	}
	s.text(v.Type().PkgPath())
	s.text(v.Type().String())
	s.write(v)
}

// write writes a value of a type that is known from what holds it.
func (s *summer) write(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		s.text(v.String())
	case reflect.Struct:
		for i := range v.NumField() {
			s.write(v.Field(i))
		}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		s.number(uint64(v.Int()))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		s.number(v.Uint())
	case reflect.Bool:
		if v.Bool() {
			s.number(1)
		} else {
			s.number(0)
		}
	case reflect.Slice:
		s.number(uint64(v.Len()))
		for i := range v.Len() {
			s.write(v.Index(i))
		}
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			s.number(0)
			return
		}
		s.number(1)
		if v.Kind() == reflect.Interface {
			s.any(v.Elem())
		} else {
			s.write(v.Elem())
		}
	}
}

var plains sync.Map // of isPlain, by type

// isPlain reports whether all that a value of a type holds is written: there is no function or map
// in it, and nothing that may hold itself.
func isPlain(t reflect.Type) bool {
	known, ok := plains.Load(t)
	if !ok {
		known = isPlainIn(t, nil)
		plains.Store(t, known)
	}
	return known.(bool)
}

func isPlainIn(t reflect.Type, within []reflect.Type) bool {
	switch kind := t.Kind(); {
	case slices.Contains(within, t):
		return false
	case kind == reflect.Pointer || kind == reflect.Slice:
		return isPlainIn(t.Elem(), append(within, t))
	case kind == reflect.Struct:
		for i := range t.NumField() {
			if !isPlainIn(t.Field(i).Type, append(within, t)) {
				return false
			}
		}
		return true
	default: // what an interface holds is looked at when it is written
		return kind == reflect.String || kind == reflect.Interface || kind >= reflect.Bool && kind <= reflect.Uint64
	}
}
