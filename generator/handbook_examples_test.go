// How an example stands in the handbook (content/help). Every fenced block says behind its three
// backquotes what it is, and a test works it through on the site of testdata/handbook/site.txtar,
// where it is 20 March 2024: a village cun with three posted months, and a village xin without rules.
//
//	```toml data/cun/place.toml      the whole of that file; so too csv, or any other
//	```toml data/cun/place.toml +    a part of it: keys above the first [ ] go to its head, the rest to its
//	                                 end; what is there already, key or [ ], gives way
//	```csv data/cun/events/2024.csv  the whole of a table; with + its rows are added, without the header
//	```csv public/cun/data/x.csv =   a file as the site has it once it is built
//	```console                       commands, each behind "$ ", and all that each prints; … stands for any
//	                                 lines, or within one for anything. Known are gongshi, but serve, and
//	                                 git, cd and mkdir
//	```sh                            commands alone, one a line; each must do
//	```text                          what nothing can run: a screen, a form, another program's commands
//
// What stands below one heading, of any level, is one example: it begins with the site as it was, is
// worked through in order, and then check must find nothing, not even a note (but that nothing was sealed
// yet); where it runs gongshi check itself, what that prints is held against it instead. A word behind the others of its
// first block changes that: 空文件夹 begins with an empty folder in place of the site, 接着 goes on from
// the example before. A date, such as 2024-04-03, is the day from that block on, where config.toml sets none.
//
// GONGSHI_UPDATE=1 writes what commands print into the handbook: read it then as a clerk would.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// handbookExample is what stands below one heading of a page.
type handbookExample struct {
	heading string
	blocks  []handbookBlock
}

// handbookBlock is a fenced block: the words behind its backquotes, and its lines.
type handbookBlock struct {
	line  int // of its first line, from 0
	words []string
	lines []string
}

func (b handbookBlock) says(word string) bool { return slices.Contains(b.words, word) }

// TestHandbookExamples works through every example of the handbook.
func TestHandbookExamples(t *testing.T) {
	t.Setenv("SOURCE_DATE_EPOCH", "1710907200") // 2024-03-20 12:00 in Shanghai
	for _, page := range handbookPages(t) {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		examples, err := examplesOf(string(text))
		if err != nil {
			t.Errorf("%s: %v", page, err)
		}
		printed := workThrough(t, page, examples)
		if os.Getenv("GONGSHI_UPDATE") != "" && len(printed) > 0 {
			if err := os.WriteFile(page, []byte(reprinted(string(text), printed)), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// handbookPages are the files of the handbook's pages.
func handbookPages(t *testing.T) []string {
	var pages []string
	home, err := filepath.Abs("../content/help")
	if err == nil {
		err = filepath.WalkDir(home, func(name string, _ os.DirEntry, err error) error {
			if filepath.Ext(name) == ".md" {
				pages = append(pages, name)
			}
			return err
		})
	}
	if err != nil || len(pages) < 3 {
		t.Fatal(len(pages), err)
	}
	return pages
}

// workThrough runs a page's examples, and answers what its commands print otherwise than it says.
func workThrough(t *testing.T, page string, examples []handbookExample) []printedBlock {
	var printed []printedBlock
	before := &worker{}
	for _, e := range examples {
		dir := t.TempDir() // not the example's own: the next one may go on there
		t.Run(strings.TrimSuffix(filepath.Base(page), ".md")+"/"+e.heading, func(t *testing.T) {
			w := &worker{T: t, page: page, dir: dir}
			switch first := e.blocks[0]; {
			case first.says("接着"):
				w.dir, w.day = before.dir, before.day
			case !first.says("空文件夹"):
				unpackHandbookSite(t, dir)
			}
			w.work(e)
			printed = append(printed, w.printed...)
			before = w
		})
	}
	return printed
}

// examplesOf are the examples of a page, in order.
func examplesOf(text string) ([]handbookExample, error) {
	var examples []handbookExample
	at := handbookExample{heading: "top"}
	var block *handbookBlock
	for i, line := range strings.Split(text, "\n") {
		words, fence := strings.CutPrefix(line, "```")
		switch {
		case block != nil && line == "```":
			if !block.says("text") {
				at.blocks = append(at.blocks, *block)
			}
			block = nil
		case block != nil:
			block.lines = append(block.lines, line)
		case fence:
			block = &handbookBlock{line: i + 1, words: strings.Fields(words)}
			if len(block.words) == 0 {
				return nil, fmt.Errorf("line %d: a block that does not say what it is", i+1)
			}
		case strings.HasPrefix(line, "#"):
			examples = append(examples, at)
			at = handbookExample{heading: strings.TrimLeft(line, "# ")}
		}
	}
	examples = append(examples, at)
	return slices.DeleteFunc(examples, func(e handbookExample) bool { return len(e.blocks) == 0 }), nil
}
