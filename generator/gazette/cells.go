package gazette

import (
	"math/big"
	"slices"
	"strconv"

	"gongshi/generator/ledger"
)

// The columns of tables by the content of their cells. Each gets a function to a fact of a value,
// and both writes and reads it.

func text[T any, S ~string](name string, fact func(*T) *S) column[T] {
	return column[T]{Column{Name: name, Type: TypeText},
		func(v *T) string { return string(*fact(v)) },
		func(v *T, cell string) bool { *fact(v) = S(cell); return true }}
}

// word is text of known words, listed with their values.
func word[T any, W comparable](name string, words []string, meanings []W, fact func(*T) *W) column[T] {
	return column[T]{Column{Name: name, Type: TypeText},
		func(v *T) string { return words[slices.Index(meanings, *fact(v))] },
		func(v *T, cell string) bool {
			i := slices.Index(words, cell)
			if i >= 0 {
				*fact(v) = meanings[i]
			}
			return i >= 0
		}}
}

func yesNo[T any](name string, fact func(*T) *bool) column[T] {
	c := word(name, []string{"是", "否"}, []bool{true, false}, fact)
	c.Type = TypeYesNo
	return c
}

func day[T any](name string, fact func(*T) *ledger.Date) column[T] {
	return column[T]{Column{Name: name, Type: TypeDay},
		func(v *T) string { return fact(v).String() },
		func(v *T, cell string) (ok bool) {
			if cell == "" {
				return true
			}
			*fact(v), ok = ledger.ParseDate(cell)
			return ok
		}}
}

func period[T any](name string, fact func(*T) *ledger.Period) column[T] {
	return column[T]{Column{Name: name, Type: TypeText},
		func(v *T) string { return fact(v).String() },
		func(v *T, cell string) (ok bool) { *fact(v), ok = ledger.ParsePeriod(cell); return ok }}
}

func integer[T any](name string, fact func(*T) *int) column[T] {
	return column[T]{Column{Name: name, Type: TypeInteger},
		func(v *T) string { return strconv.Itoa(*fact(v)) },
		func(v *T, cell string) bool { return readInteger(fact(v), cell) }}
}

func readInteger(n *int, cell string) bool {
	read, err := strconv.Atoi(cell)
	*n = read
	return err == nil
}

// points is points with as few digits as represent them.
func points[T any](name string, fact func(*T) *ledger.Points) column[T] {
	return column[T]{Column{Name: name, Type: TypeNumber},
		func(v *T) string { return fact(v).String() },
		func(v *T, cell string) (ok bool) { *fact(v), ok = ledger.ParsePoints(cell); return ok }}
}

// shown is points with so many fraction digits.
func shown[T any](name string, decimals int, fact func(*T) *ledger.Points) column[T] {
	c := points(name, fact)
	c.get = func(v *T) string { return fact(v).Text(decimals) }
	return c
}

// rounded is an exact figure to hundredths, with as few digits as represent it. When read, it is
// only what is shown; the exact value is elsewhere.
func rounded[T any](name string, fact func(*T) *ledger.Exact) column[T] {
	return column[T]{Column{Name: name, Type: TypeNumber},
		func(v *T) string { return Short(*fact(v)) },
		func(v *T, cell string) bool {
			p, ok := ledger.ParsePoints(cell)
			*fact(v) = p.Exact()
			return ok
		}}
}

// Short returns an exact figure rounded to hundredths, with as few digits as represent it.
func Short(e ledger.Exact) string { return e.Round(2).String() }

// entered is a cell as it was entered: points, 不适用, or nothing.
func entered[T any](name string, fact func(*T) *ledger.Cell) column[T] {
	return column[T]{Column{Name: name, Type: TypeNumber},
		func(v *T) string { return fact(v).String() },
		func(v *T, cell string) bool { return readCell(fact(v), cell) }}
}

func readCell(c *ledger.Cell, cell string) bool {
	switch cell {
	case "":
		*c = ledger.Cell{}
	case ledger.NAWord:
		*c = ledger.Cell{Kind: ledger.NA}
	default:
		p, ok := ledger.ParsePoints(cell)
		*c = ledger.Cell{Kind: ledger.Entered, Points: p}
		return ok
	}
	return true
}

// follows is a column that repeats what follows from other columns, or other tables.
func follows[T any](name string, kind ColumnType, get func(*T) string) column[T] {
	return column[T]{Column{Name: name, Type: kind}, get, nil}
}

// given is a column that is empty if a value lacks the fact.
func given[T any](has func(*T) *bool, c column[T]) column[T] {
	get, set := c.get, c.set
	c.get = func(v *T) string {
		if !*has(v) {
			return ""
		}
		return get(v)
	}
	c.set = func(v *T, cell string) bool {
		*has(v) = cell != ""
		return cell == "" || set(v, cell)
	}
	return c
}

// exact is a number as Exact.String writes it.
func exact[T any](name string, fact func(*T) *ledger.Exact) column[T] {
	return column[T]{Column{Name: name, Type: TypeNumber},
		func(v *T) string { return fact(v).String() },
		func(v *T, cell string) bool { return readExact(fact(v), cell) }}
}

func readExact(e *ledger.Exact, cell string) bool {
	r, ok := new(big.Rat).SetString(cell)
	if ok {
		*e = ledger.ExactOf(r)
	}
	return ok
}
