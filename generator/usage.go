package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"github.com/alecthomas/kong"
	"golang.org/x/text/width"
)

// speaks returns the language that the arguments ask for, before they are parsed: zh or en.
func speaks(args []string) string {
	for i, a := range args {
		if a == "--lang=en" || a == "--lang" && i+1 < len(args) && args[i+1] == "en" {
			return "en"
		}
	}
	return "zh"
}

// printHelp prints the help of the program, or of the selected command. It translates before it
// lays out, so that columns stay columns.
func (t *terminal) printHelp(_ kong.HelpOptions, ctx *kong.Context) error {
	w, node := t.laid, ctx.Selected()
	if node == nil {
		node = ctx.Model.Node
		fmt.Fprintf(w, "%s\n\n%s\n\n%s\n", t.say("用法：gongshi 命令 [选项]"), t.say(node.Help), t.say("命令："))
		printColumns(w, t.commandsOf(node))
	} else {
		fmt.Fprintf(w, "%s\n\n%s\n", t.say("用法："+node.FullPath()+t.arguments(node)+" [选项]"), t.say(node.Help))
		for _, rows := range [][][2]string{t.positionals(node), t.commandsOf(node)} {
			if len(rows) > 0 {
				fmt.Fprintln(w)
				printColumns(w, rows)
			}
		}
	}
	fmt.Fprintf(w, "\n%s\n", t.say("选项："))
	printColumns(w, t.flags(node))
	if ctx.Selected() == nil {
		fmt.Fprintf(w, "\n%s\n", t.say("一个命令怎样用：gongshi 命令 --help"))
	}
	return errTold
}

func (t *terminal) arguments(node *kong.Node) string {
	var b strings.Builder
	if len(node.Children) > 0 {
		b.WriteString(" " + t.argument("命令"))
	}
	for _, p := range node.Positional {
		if p.Required {
			b.WriteString(" " + t.argument(p.Name))
		} else {
			b.WriteString(" [" + t.argument(p.Name) + "]")
		}
	}
	return b.String()
}

// argument returns the placeholder of a word to type: 户号, in English HOUSEHOLD-NUMBER.
func (t *terminal) argument(name string) string {
	if t.english {
		return strings.ReplaceAll(strings.ToUpper(t.say(name)), " ", "-")
	}
	return name
}

func (t *terminal) commandsOf(node *kong.Node) (rows [][2]string) {
	for _, c := range node.Children {
		if !c.Hidden {
			rows = append(rows, [2]string{c.Name + t.arguments(c), t.say(c.Help)})
		}
	}
	return rows
}

func (t *terminal) positionals(node *kong.Node) (rows [][2]string) {
	for _, p := range node.Positional {
		rows = append(rows, [2]string{t.argument(p.Name), t.say(p.Help)})
	}
	return rows
}

func (t *terminal) flags(node *kong.Node) (rows [][2]string) {
	for _, f := range slices.Concat(node.AllFlags(true)...) {
		name := "--" + f.Name
		if f.Short != 0 {
			name += ", -" + string(f.Short)
		}
		if f.PlaceHolder != "" {
			name += " " + f.PlaceHolder
		}
		help := f.Help
		if f.Name == "help" { // the parser's own flag
			help = "显示用法"
		}
		rows = append(rows, [2]string{name, t.say(help)})
	}
	return rows
}

// printColumns prints rows in two columns, with Chinese characters as wide as two letters.
func printColumns(w io.Writer, rows [][2]string) {
	widest := 0
	for _, r := range rows {
		widest = max(widest, columnsOf(r[0]))
	}
	for _, r := range rows {
		fmt.Fprintf(w, "  %s%s  %s\n", r[0], strings.Repeat(" ", widest-columnsOf(r[0])), r[1])
	}
}

func columnsOf(s string) int {
	n := 0
	for _, r := range s {
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth:
			n++
		}
		n++
	}
	return n
}

// misuses are the messages of the command line's parser, and the same in Chinese; most runs
// compile none.
var misuses = []struct {
	said, words string
}{
	{`^unknown flag (\S+), did you mean "(\S+)"\?$`, "没有“$1”这个选项，是不是 $2？"},
	{`^unknown flag (\S+), did you mean one of (.+)\?$`, "没有“$1”这个选项，是不是其中一个：$2？"},
	{`^unknown flag (\S+)$`, "没有“$1”这个选项"},
	{`^expected one of (.+)$`, "还缺命令，可以是 $1"},
	{`^expected "(.+)"$`, "还缺 $1"},
	{`^(--[\w-]+)\S* must be one of (.+) but got "(.*)"$`, "$1 只能是 $2，不能是“$3”"},
	{`^(--\S+): expected \S+ value but got "EOL" \(<EOL>\)$`, "$1 后面还要写上值"},
	{`^(--\S+): expected a valid .* int but got "(.*)"$`, "$1 要写一个整数，不能是“$2”"},
	{`^(--\S+): bool value must be .* but got "(.*)"$`, "$1 后面不写值"},
	{`^(--\S+|<\S+>): "(.+)" exists but is not a directory$`, "$1：“$2”是文件，不是文件夹"},
	{`^(--\S+|<\S+>): "(.+)" exists but is a directory$`, "$1：“$2”是文件夹，不是文件"},
}

const unexpected = `^unexpected argument (.*?)(?:, did you mean (?:one of )?(.+)\?)?$`

// misuse returns an error of the parser in Chinese.
func misuse(err error) string {
	said := err.Error()
	if at, is := errors.AsType[*fs.PathError](err); is && errors.Is(at, fs.ErrNotExist) { // the system words this one
		what, _, _ := strings.Cut(said, ": ")
		return strings.Trim(what, "<>") + "：没有“" + at.Path + "”"
	}
	if m := regexp.MustCompile(unexpected).FindStringSubmatch(said); m != nil {
		return misplaced(err, m[1], strings.ReplaceAll(m[2], `"`, ""))
	}
	for _, m := range misuses {
		if form := regexp.MustCompile(m.said); form.MatchString(said) {
			words := form.ReplaceAllString(said, m.words)
			return strings.NewReplacer(`",  "`, "、", `", "`, "、", `","`, "、", `"`, "", "> <", "、", "<", "", ">", "").Replace(words)
		}
	}
	return said
}

// misplaced reports a word that is not a command, or is one too many for its command.
func misplaced(err error, word, near string) string {
	parse, is := errors.AsType[*kong.ParseError](err)
	if !is {
		return "没有“" + word + "”这个命令"
	}
	node := parse.Context.Selected()
	if node != nil && len(node.Children) == 0 {
		return "多了“" + word + "”：" + node.FullPath() + " 后面不写它"
	}
	if near != "" {
		return "没有“" + word + "”这个命令，是不是 " + near + "？"
	}
	if node == nil {
		node = parse.Context.Model.Node
	}
	var names []string
	for _, c := range node.Children {
		if !c.Hidden {
			names = append(names, c.Name)
		}
	}
	slices.Sort(names)
	return "没有“" + word + "”这个命令；有的是 " + strings.Join(names, "、")
}
