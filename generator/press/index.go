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

// index compiles x[i][j]… of lists.
func index(list []expr) expr {
	typ := list[0].typ
	for range list[1:] {
		typ = elementOf(typ)
	}
	return expr{typ: typ, value: func(r *run, dot reflect.Value) reflect.Value {
		v := list[0].value(r, dot)
		for _, e := range list[1:] {
			v = at(indirectAll(v), indirectInterface(e.value(r, dot)))
		}
		return v
	}}
}

func at(v, i reflect.Value) reflect.Value {
	if v.Kind() != reflect.Slice && v.Kind() != reflect.Array || !i.CanInt() || i.Int() < 0 || i.Int() >= int64(v.Len()) {
		leave("index of %v", v.Kind())
	}
	return v.Index(int(i.Int()))
}
