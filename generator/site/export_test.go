package site

import (
	"gongshi/generator/diag"
	"gongshi/generator/ledger"
	"gongshi/generator/publish"
)

// Searched is what the gate finds in a file that is to be published.
func Searched(name, content string) diag.List {
	return newGate(&ledger.Book{}, nil, "public").search(publish.File{Path: name, Content: []byte(content)})
}
