package main

import (
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/alecthomas/kong"
)

var namedCommand = regexp.MustCompile("`gongshi ([a-z][^`]*)`|(?m)^(?:\\$ )?gongshi ([a-z].*)$")

// TestHandbookCommandsAreKnown: every command that the handbook names, in a sentence too, is one of
// the program's, with flags that it has.
func TestHandbookCommandsAreKnown(t *testing.T) {
	named := 0
	for _, page := range handbookPages(t) {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range namedCommand.FindAllStringSubmatch(string(text), -1) {
			named++
			command, _, _ := strings.Cut(strings.ReplaceAll(m[1]+m[2], "|", ">"), ">")
			words := strings.Fields(command)
			if _, err := quietParser(t).Parse(words); err != nil && !strings.HasPrefix(err.Error(), "expected ") && !strings.Contains(err.Error(), "no such file") {
				t.Errorf("%s: gongshi %s: %v", page, strings.Join(words, " "), err)
			}
		}
	}
	if named < 20 {
		t.Errorf("the handbook names %d commands", named)
	}
}

// quietParser is the parser of the program's command line, which runs nothing.
func quietParser(t *testing.T) *kong.Kong {
	t.Helper()
	parser, err := kong.New(new(commands), kong.Name("gongshi"), kong.Writers(io.Discard, io.Discard), kong.Exit(func(int) {}))
	if err != nil {
		t.Fatal(err)
	}
	return parser
}

// TestHandbookHasEveryCommand: the page of commands is what the program has, word by word.
// GONGSHI_UPDATE=1 writes it.
func TestHandbookHasEveryCommand(t *testing.T) {
	page := filepath.Join("..", "content", "help", "commands.md")
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	const mark = "<!--命令-->\n"
	before, told, found := strings.Cut(string(text), mark)
	want := allCommands(quietParser(t).Model.Node)
	switch {
	case !found:
		t.Fatalf("%s has no %s", page, mark)
	case told == want:
	case os.Getenv("GONGSHI_UPDATE") != "":
		if err := os.WriteFile(page, []byte(before+mark+want), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("%s is not as the program has it: GONGSHI_UPDATE=1 makes it\n%s", page, want)
	}
}

// allCommands tells of all commands of the program in Markdown, and once of the flags that most have.
func allCommands(program *kong.Node) string {
	leaves, inChinese := program.Leaves(true), new(terminal)
	count := map[[2]string]int{}
	for _, leaf := range leaves {
		for _, flag := range inChinese.flags(leaf) {
			count[flag]++
		}
	}
	common := func(flag [2]string) bool { return 2*count[flag] > len(leaves) }
	text := ""
	var shared [][2]string
	for _, leaf := range leaves {
		for _, flag := range inChinese.flags(leaf) {
			if common(flag) && !slices.Contains(shared, flag) {
				shared = append(shared, flag)
			}
		}
		own := append(inChinese.positionals(leaf), slices.DeleteFunc(inChinese.flags(leaf), common)...)
		text += "\n## " + leaf.FullPath() + inChinese.arguments(leaf) + "\n\n" + leaf.Help + "。\n" + optionTable(own)
	}
	return "\n## 大半命令都有的选项\n" + optionTable(shared) + text
}

func optionTable(rows [][2]string) string {
	if len(rows) == 0 {
		return ""
	}
	text := "\n| 写 | 意思 |\n| --- | --- |\n"
	for _, row := range rows {
		text += "| `" + strings.ReplaceAll(row[0], "|", `\|`) + "` | " + strings.ReplaceAll(row[1], "|", `\|`) + " |\n"
	}
	return text
}
