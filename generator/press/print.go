package press

import (
	"fmt"
	"html/template"
	"reflect"
	"strconv"
	"text/template/parse"
)

// split removes the escapers from the end of a pipeline that is printed.
func split(cmds []*parse.CommandNode) (value []*parse.CommandNode, escapers []string) {
	for i := len(cmds) - 1; i > 0; i-- {
		name, ok := cmds[i].Args[0].(*parse.IdentifierNode)
		if !ok || !isEscaper(name.Ident) {
			break
		}
		cmds, escapers = cmds[:i], append([]string{name.Ident}, escapers...)
	}
	return cmds, escapers
}

// printed compiles the printing of a value through its escapers.
func printed(e expr, escapers []string) step {
	if len(escapers) == 1 && asText[escapers[0]] && isInt(e.typ) { // whose digits are as they are in any text
		return func(r *run, dot reflect.Value) { r.out = strconv.AppendInt(r.out, e.value(r, dot).Int(), 10) }
	}
	if len(escapers) == 0 {
		return leaving("%v is printed without an escaper", e.typ)
	}
	text, rest := spoken(e, escapers)
	last := len(rest) - 1
	if last >= 0 && asText[rest[last]] {
		text = through(text, rest[:last])
		return func(r *run, dot reflect.Value) { r.out = appendText(r.out, text(r, dot)) }
	}
	text = through(text, rest)
	return func(r *run, dot reflect.Value) { r.out = append(r.out, text(r, dot)...) }
}

// spoken returns the text of a value, and the escapers that it still needs. The first escaper
// depends on the kind of content, the others get a string.
func spoken(e expr, escapers []string) (text func(*run, reflect.Value) string, rest []string) {
	switch first := escapers[0]; {
	case own(first) == nil:
	case isPlain(e.typ):
		return e.string(), escapers
	case isSaid(e.typ):
		return func(r *run, dot reflect.Value) string {
			return e.value(r, dot).Interface().(fmt.Stringer).String()
		}, escapers
	case e.typ == reflect.TypeFor[template.HTML]() && first == "_html_template_htmlescaper":
		return e.string(), escapers[1:]
	}
	return func(r *run, dot reflect.Value) string { return ask(escapers[0], anyOf(e.value(r, dot))) }, escapers[1:]
}

// through passes a text through escapers.
func through(text func(*run, reflect.Value) string, escapers []string) func(*run, reflect.Value) string {
	for _, name := range escapers {
		inner, escape := text, ofText(name)
		text = func(r *run, dot reflect.Value) string { return escape(inner(r, dot)) }
	}
	return text
}

// isPlain reports whether a value of that type is printed as it is: a kind of string without a
// String or Error method that is not a kind of content.
func isPlain(t reflect.Type) bool {
	return t != nil && t.Kind() == reflect.String && !speaks(t) && t.PkgPath() != contentPackage
}

// isSaid reports whether a value of that type is printed as its String method returns it.
func isSaid(t reflect.Type) bool {
	return t != nil && t.Kind() != reflect.Interface &&
		t.Implements(stringerType) && !t.Implements(errorType) && !t.Implements(formatType)
}

// isInt reports whether a value of that type is printed as its decimal number.
func isInt(t reflect.Type) bool { return t != nil && !speaks(t) && reflect.Zero(t).CanInt() }

// speaks reports whether a type has a String or Error method.
func speaks(t reflect.Type) bool {
	return t.Implements(stringerType) || t.Implements(errorType) || t.Implements(formatType)
}

// contentPackage is the package that declares the types of content.
var contentPackage = reflect.TypeFor[template.HTML]().PkgPath()
