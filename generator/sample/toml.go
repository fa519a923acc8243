package main

import (
	"fmt"
	"strconv"
	"strings"
)

// A doc is a TOML file in the making.
type doc struct{ strings.Builder }

// note adds a comment.
func (d *doc) note(text string) { fmt.Fprintf(d, "# %s\n", text) }

// head begins a table, named with its brackets: [contact], [[group]].
func (d *doc) head(brackets string) { fmt.Fprintf(d, "\n%s\n", brackets) }

// set adds a key with its value.
func (d *doc) set(key string, value any) {
	switch v := value.(type) {
	case string:
		fmt.Fprintf(d, "%s = %s\n", key, strconv.Quote(v))
	case []string:
		quoted := make([]string, len(v))
		for i, s := range v {
			quoted[i] = strconv.Quote(s)
		}
		fmt.Fprintf(d, "%s = [%s]\n", key, strings.Join(quoted, ", "))
	case []day:
		d.days(key, v)
	default:
		fmt.Fprintf(d, "%s = %v\n", key, v)
	}
}

// opt adds a key unless its value is the zero of its kind.
func (d *doc) opt(key string, value any) {
	switch v := value.(type) {
	case string:
		if v == "" {
			return
		}
	case day:
		if v == "" {
			return
		}
	case int:
		if v == 0 {
			return
		}
	case bool:
		if !v {
			return
		}
	case []string:
		if len(v) == 0 {
			return
		}
	}
	d.set(key, value)
}

// days adds a list of dates, a line for each month.
func (d *doc) days(key string, list []day) {
	fmt.Fprintf(d, "%s = [", key)
	month := ""
	for _, v := range list {
		if string(v[:7]) == month {
			fmt.Fprintf(d, " %s,", v)
			continue
		}
		month = string(v[:7])
		fmt.Fprintf(d, "\n  %s,", v)
	}
	d.WriteString("\n]\n")
}
