package gazette

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
)

// Package json takes the last of two equal keys, and DAY for day, so the text could mean
// something else than the value.

// unique refuses a text in which an object has a key twice.
func unique(text []byte) error {
	var within []map[string]bool // of each open object or list; nil for a list
	key := false                 // a key comes next, or the end of the object
	for in := json.NewDecoder(bytes.NewReader(text)); ; {
		token, err := in.Token()
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		}
		last := len(within) - 1
		switch token := token.(type) {
		case json.Delim:
			switch token {
			case '{':
				within, key = append(within, make(map[string]bool)), true
				continue
			case '[':
				within, key = append(within, nil), false
				continue
			}
			within, last = within[:last], last-1
		case string:
			if !key {
				break
			}
			if folded := strings.ToLower(token); within[last][folded] {
				return fmt.Errorf("键 %q 有两个", token)
			} else {
				within[last][folded] = true
			}
			key = false
			continue
		}
		key = last >= 0 && within[last] != nil // a value has come
	}
}

func strictly(text []byte, to any) error {
	in := json.NewDecoder(bytes.NewReader(text))
	in.DisallowUnknownFields()
	if err := in.Decode(to); err != nil {
		return err
	}
	if _, err := in.Token(); err != io.EOF {
		return errors.New("后面还有别的内容")
	}
	return whole(reflect.ValueOf(to))
}

// whole fills in what is embedded, and refuses lists and tables with an empty place.
func whole(v reflect.Value) error {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			return whole(v.Elem())
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			e := v.Index(i)
			if e.Kind() == reflect.Pointer && e.IsNil() {
				return errors.New("列表里有 null")
			}
			if err := whole(e); err != nil {
				return err
			}
		}
	case reflect.Struct:
		for _, f := range reflect.VisibleFields(v.Type()) {
			if len(f.Index) > 1 || !f.IsExported() || f.Tag.Get("json") == "-" {
				continue
			}
			e := v.FieldByIndex(f.Index)
			if f.Anonymous && e.Kind() == reflect.Pointer && e.IsNil() {
				e.Set(reflect.New(e.Type().Elem()))
			}
			if err := whole(e); err != nil {
				return err
			}
		}
	}
	return nil
}
