package press

import "reflect"

func length(e expr) expr {
	return expr{typ: intType, value: func(r *run, dot reflect.Value) reflect.Value {
		v := indirectAll(e.value(r, dot))
		switch v.Kind() {
		case reflect.Array, reflect.Map, reflect.Slice, reflect.String, reflect.Chan:
			return reflect.ValueOf(v.Len())
		}
		leave("len of %v", v.Kind())
		return v
	}}
}

// index compiles x[i][j]….
func index(list []expr) expr {
	typ := list[0].typ
	for range list[1:] {
		typ, _ = pointers(typ)
		switch {
		case typ == nil:
		case typ.Kind() == reflect.String:
			typ = reflect.TypeFor[uint8]()
		case typ.Kind() == reflect.Slice, typ.Kind() == reflect.Array, typ.Kind() == reflect.Map:
			typ = typ.Elem()
		default:
			typ = nil
		}
	}
	if typ != nil && typ.Kind() == reflect.Interface && len(list) == 1 {
		typ = nil
	}
	return expr{typ: typ, value: func(r *run, dot reflect.Value) reflect.Value {
		v := indirectInterface(list[0].value(r, dot))
		if !v.IsValid() {
			leave("index of untyped nil")
		}
		for _, e := range list[1:] {
			v = at(indirectAll(v), indirectInterface(e.value(r, dot)))
		}
		return v
	}}
}

// at returns an element of a list, or a map's value for a key, or the zero value.
func at(v, i reflect.Value) reflect.Value {
	switch v.Kind() {
	case reflect.Array, reflect.Slice, reflect.String:
		return v.Index(position(i, v.Len()))
	case reflect.Map:
		key := v.Type().Key()
		switch {
		case !i.IsValid() && canBeNil(key):
			i = reflect.Zero(key)
		case i.IsValid() && i.Type().AssignableTo(key):
		case intLike(i) && intLike(reflect.Zero(key)):
			i = i.Convert(key)
		default:
			leave("wrong type for the key of a map")
		}
		if x := v.MapIndex(i); x.IsValid() {
			return x
		}
		return reflect.Zero(v.Type().Elem())
	}
	leave("index of %v", v.Kind())
	return v
}

func intLike(v reflect.Value) bool { return v.CanInt() || v.CanUint() }

// position returns a value as an index up to most.
func position(i reflect.Value, most int) int {
	n := int64(-1)
	switch {
	case i.CanInt():
		n = i.Int()
	case i.CanUint():
		n = int64(i.Uint())
	}
	if n < 0 || n > int64(most) {
		leave("index out of range")
	}
	return int(n)
}

// slice compiles x[i:j:k].
func slice(list []expr) expr {
	typ, _ := pointers(list[0].typ)
	if typ != nil && typ.Kind() != reflect.String && typ.Kind() != reflect.Slice {
		typ = nil // that of an array's slice is another
	}
	return expr{typ: typ, value: func(r *run, dot reflect.Value) reflect.Value {
		v := indirectAll(list[0].value(r, dot))
		most := v.Len()
		if v.Kind() != reflect.String {
			most = v.Cap()
		}
		part := [3]int{0, v.Len()}
		for i, e := range list[1:] {
			part[i] = position(indirectInterface(e.value(r, dot)), most)
		}
		if len(list) == 4 {
			return v.Slice3(part[0], part[1], part[2])
		}
		return v.Slice(part[0], part[1])
	}}
}
