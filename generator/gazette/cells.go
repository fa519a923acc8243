package gazette

import (
	"strconv"

	"gongshi/generator/ledger"
)

// The columns of tables by the content of their cells. Each gets a function to a fact of a value,
// and both writes and reads it.

// made is a column whose cells two functions write and read.
func made[T, F any](
	name string, kind ColumnType, fact func(*T) *F, write func(F) string, read func(string) (F, bool),
) column[T] {
	return column[T]{Column{Name: name, Type: kind},
		func(v *T) string { return write(*fact(v)) },
		func(v *T, cell string) (ok bool) { *fact(v), ok = read(cell); return ok }}
}

func text[T any, S ~string](name string, fact func(*T) *S) column[T] {
	return made(name, TypeText, fact,
		func(s S) string { return string(s) }, func(cell string) (S, bool) { return S(cell), true })
}

func yesNo[T any](name string, fact func(*T) *bool) column[T] {
	return made(name, TypeYesNo, fact, yesNoText,
		func(cell string) (yes, ok bool) { return cell == "是", cell == "是" || cell == "否" })
}

func yesNoText(yes bool) string {
	if yes {
		return "是"
	}
	return "否"
}

func day[T any](name string, fact func(*T) *ledger.Date) column[T] {
	return made(name, TypeDay, fact, ledger.Date.String, func(cell string) (ledger.Date, bool) {
		if cell == "" {
			return 0, true
		}
		return ledger.ParseDate(cell)
	})
}

func period[T any](name string, fact func(*T) *ledger.Period) column[T] {
	return made(name, TypeText, fact, ledger.Period.String, ledger.ParsePeriod)
}

func integer[T any](name string, fact func(*T) *int) column[T] {
	return made(name, TypeInteger, fact, strconv.Itoa, readInteger)
}

func readInteger(cell string) (int, bool) {
	n, err := strconv.Atoi(cell)
	return n, err == nil
}

// points is points with as few digits as represent them.
func points[T any](name string, fact func(*T) *ledger.Points) column[T] {
	return made(name, TypeNumber, fact, ledger.Points.String, ledger.ParsePoints)
}

// shown is points with so many fraction digits.
func shown[T any](name string, decimals int, fact func(*T) *ledger.Points) column[T] {
	write := func(p ledger.Points) string { return p.Text(decimals) }
	return made(name, TypeNumber, fact, write, ledger.ParsePoints)
}

// rounded is an exact figure to hundredths, with as few digits as represent it. When read, it is
// only what is shown; the exact value is elsewhere.
func rounded[T any](name string, fact func(*T) *ledger.Exact) column[T] {
	return made(name, TypeNumber, fact, Short, func(cell string) (ledger.Exact, bool) {
		p, ok := ledger.ParsePoints(cell)
		return p.Exact(), ok
	})
}

// Short returns an exact figure rounded to hundredths, with as few digits as represent it.
func Short(e ledger.Exact) string { return e.Round(2).String() }

// entered is a cell as it was entered: points, 不适用, or nothing.
func entered[T any](name string, fact func(*T) *ledger.Cell) column[T] {
	return made(name, TypeNumber, fact, ledger.Cell.String, readCell)
}

func readCell(cell string) (ledger.Cell, bool) {
	switch cell {
	case "":
		return ledger.Cell{}, true
	case ledger.NAWord:
		return ledger.Cell{Kind: ledger.NA}, true
	}
	p, ok := ledger.ParsePoints(cell)
	return ledger.Cell{Kind: ledger.Entered, Points: p}, ok
}

// follows is a column that repeats what follows from the other columns of its row, or from other tables, or one of a
// table that nobody reads again. Reading it gives nothing, so get must not need what no column reads.
func follows[T any](name string, kind ColumnType, get func(*T) string) column[T] {
	return column[T]{Column{Name: name, Type: kind}, get, func(*T, string) bool { return true }}
}

// blank is a column that is empty for all.
func blank[T any](name string, kind ColumnType) column[T] {
	return follows(name, kind, func(*T) string { return "" })
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
