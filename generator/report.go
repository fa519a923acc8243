package main

import (
	"fmt"
	"io"
	"strings"

	"gongshi/generator/diag"
)

// writeText prints problems for people: where, what, and how to mend it.
func writeText(w io.Writer, list diag.List) {
	for _, d := range list {
		word := "错误"
		if d.Severity == diag.Note {
			word = "提醒"
		}
		fmt.Fprintf(w, "%s: %s：%s [%s]\n", d.Position, word, d.Text(), d.Code)
		if d.Hint != "" {
			fmt.Fprintf(w, "  改法：%s\n", strings.ReplaceAll(d.Hint, "\n", "\n  "))
		}
	}
}

// countLine sums up a list in one line.
func countLine(list diag.List) string {
	if len(list) == 0 {
		return "没有发现问题"
	}
	errors := len(list.Errors())
	return fmt.Sprintf("错误 %d 处，提醒 %d 处", errors, len(list)-errors)
}

// problem is a diagnostic in JSON. Of one that tells of several places, rows are all of
// them, and its own place is the first.
type problem struct {
	spot
	Severity string `json:"severity"`
	Code     string `json:"code"`
	Heading  string `json:"heading,omitempty"`
	Message  string `json:"message"`
	Hint     string `json:"hint,omitempty"`
	Rows     []spot `json:"rows,omitempty"`
}

type spot struct {
	File   string `json:"file"`
	Line   int32  `json:"line,omitempty"`
	Column int32  `json:"column,omitempty"`
	Row    int32  `json:"row,omitempty"`  // of a table, as a spreadsheet numbers it
	Cell   string `json:"cell,omitempty"` // likewise, such as C4
}

func spotOf(at diag.Position, c diag.Cell) spot {
	return spot{at.File, at.Line, at.Column, c.Row, c.Name()}
}

// problemsOf are problems for programs, their texts as say has them.
func problemsOf(list diag.List, say func(string) string) []problem {
	problems := make([]problem, len(list))
	for i, d := range list {
		problems[i] = problem{spotOf(d.Position, d.Cell), d.Severity.String(), d.Code, d.Heading, say(d.Message), say(d.Hint), nil}
		for _, s := range d.Spots {
			problems[i].Rows = append(problems[i].Rows, spotOf(s.Position, s.Cell))
		}
	}
	return problems
}

// writeGitHub prints workflow commands, which GitHub shows beside the lines, with texts as
// say has them.
func writeGitHub(w io.Writer, list diag.List, say func(string) string) {
	data := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	for _, d := range list {
		level := "error"
		if d.Severity == diag.Note {
			level = "notice"
		}
		fmt.Fprintf(w, "::%s file=%s", level, property.Replace(d.File))
		if d.Line > 0 {
			fmt.Fprintf(w, ",line=%d", d.Line)
		}
		if d.Column > 0 {
			fmt.Fprintf(w, ",col=%d", d.Column)
		}
		text := d.Text()
		if d.Hint != "" {
			text += "\n改法：" + d.Hint
		}
		fmt.Fprintf(w, ",title=%s::%s\n", property.Replace(d.Code), data.Replace(say(text)))
	}
}
