package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/alecthomas/kong"

	"gongshi/generator/english"
)

// The help of every command is wholly in English where English is asked for; what is typed in Chinese stands in “”.
func TestHelpIsInEnglish(t *testing.T) {
	helped := 0
	var visit func(node *kong.Node)
	visit = func(node *kong.Node) {
		args := append(strings.Fields(node.FullPath())[1:], "--help", "--lang", "en")
		var out, errs bytes.Buffer
		if status := run(args, &out, &errs); status != 0 {
			t.Errorf("%v: status %d\n%s", args, status, &errs)
		}
		if said := out.String(); english.Chinese(said) || !strings.HasPrefix(said, "Usage: gongshi") {
			t.Errorf("%v prints\n%s", args, said)
		}
		helped++
		for _, c := range node.Children {
			visit(c)
		}
	}
	visit(quietParser(t).Model.Node)
	if helped < 30 {
		t.Error("only", helped, "commands have help")
	}
}

// A run declares its own command and no other; what is none is told of all.
func TestGrammarIsOfTheCommandThatIsRun(t *testing.T) {
	all := quietParser(t).Model.Children
	for _, c := range all {
		parser, err := kong.New(grammar([]string{c.Name, "--help"}))
		if err != nil {
			t.Fatal(err)
		}
		if only := parser.Model.Children; len(only) != 1 || only[0].Name != c.Name {
			t.Errorf("of %s there are %d commands", c.Name, len(only))
		}
	}
	parser, err := kong.New(grammar([]string{"biuld"}))
	if err != nil || len(parser.Model.Children) != len(all) {
		t.Error(err)
	}
}
