package main

import (
	"os"

	"gongshi/generator/convert/booktest"

	"github.com/rogpeppe/go-internal/testscript"
)

// workbook makes a workbook of a text, as package booktest describes it: workbook FILE TEXT.
func workbook(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: workbook FILE TEXT")
	}
	data, err := booktest.Make(ts.ReadFile(args[1]))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o644))
}

// oldbook makes a file of the old kind that holds parts of these names: oldbook FILE NAME…
func oldbook(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: oldbook FILE NAME...")
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), booktest.Old(args[1:]...), 0o644))
}
