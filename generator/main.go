// Gongshi compiles a village's points into a static site of public notices.
//
//	gongshi init DIR         # a new site
//	gongshi new period       # a sheet to fill in; likewise notice, place, scheme and others
//	gongshi build            # data/ and content/ into public/
//	gongshi check            # what is wrong with the data, where, and how to mend it
//	gongshi serve            # build, watch, show on localhost
//	gongshi status           # what is there, what is missing, what is due when
//	gongshi explain PLACE 户号 PERIOD
//	gongshi seal             # seal what was posted, so that a later change shows
//	gongshi export PLACE PERIOD # a workbook to fill in
//	gongshi import FILE…        # what was filled in, after a look at each change
//	gongshi verify DIR|URL   # check a built site from its own files alone
//	gongshi pack PLACE       # one place in one file, to hand in
//	gongshi unpack FILE      # … and to take in, once what differs was shown
//	gongshi hook install     # have git check what is to be committed
//	gongshi key NAME FILE    # a key that signs checkpoints
//	gongshi version          # which program this is
//
// Exit status: 0 all well, 1 the data has problems or the site differs, 2 wrong usage or a failure of the
// machine.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"reflect"
	"strconv"
	"strings"
	"time"
	_ "time/tzdata" // Windows has no zone data

	"github.com/alecthomas/kong"

	"gongshi/generator/console"
	"gongshi/generator/disk"
	"gongshi/generator/english"
)

// errData ends a command that found errors in the data and has reported them.
var errData = errors.New("资料有错误")

func main() {
	args := os.Args[1:]
	if console.Own() && dropped(args) {
		os.Exit(visited(args))
	}
	os.Exit(run(args, os.Stdout, os.Stderr))
}

type commands struct {
	Init initCommand `cmd:"" help:"新建一个网站：问几个问题，写好设置、办法和空名册"`
	New  newCommand  `cmd:"" help:"新建评分表、公示、村、明年的办法和各种空表，不覆盖已有的"`

	Build   buildCommand   `cmd:"" help:"把 data/ 与 content/ 编成 public/ 中的网站"`
	Check   checkCommand   `cmd:"" help:"检查资料，列出每处问题的位置与改法，不写任何文件"`
	Serve   serveCommand   `cmd:"" help:"编成网站，在本机浏览器中查看，资料一改就更新"`
	Status  statusCommand  `cmd:"" help:"各地各期办到哪一步、还缺什么、哪天到期、下一步做什么"`
	Explain explainCommand `cmd:"" help:"一步一步说明一户一期的得分从何而来"`
	Seal    sealCommand    `cmd:"" help:"封存已张贴的公示：以后改动一个数也看得出来"`
	Export  exportCommand  `cmd:"" help:"做一本填分的工作簿：各户一行，各项一列，可打印"`
	Import  importCommand  `cmd:"" help:"把填好的工作簿或 CSV 写进资料：先列出改动，看过再写"`
	Verify  verifyCommand  `cmd:"" help:"核对已生成的网站：只用它公布的文件，重新算出每个数字"`
	Pack    packCommand    `cmd:"" help:"把一个地方的资料打成一个文件，交给做网站的人"`
	Unpack  unpackCommand  `cmd:"" help:"收下别处交来的包：先列出不同，答应了才写"`
	Hook    hookCommand    `cmd:"" help:"git 的钩子：提交前检查要提交的资料"`
	Key     keyCommand     `cmd:"" help:"生成签检查点用的密钥"`

	Version versionCommand `cmd:"" help:"说明这是哪一版程序"`

	Lang string `help:"程序说什么话：zh 中文，en 英文" enum:"zh,en" default:"zh" placeholder:"zh|en"`

	VersionFlag versionFlag `name:"version" hidden:""` // as other programs have it
}

// grammar is the command line, or as much of it as a run needs whose first argument is a command:
// declaring the others would double the time of a start.
func grammar(args []string) any {
	var others, named []reflect.StructField
	for _, f := range reflect.VisibleFields(reflect.TypeFor[commands]()) {
		switch _, command := f.Tag.Lookup("cmd"); {
		case !command:
			others = append(others, f)
		case len(args) > 0 && args[0] == strings.ToLower(f.Name):
			named = append(named, f)
		}
	}
	if named == nil {
		return new(commands)
	}
	return reflect.New(reflect.StructOf(append(named, others...))).Interface()
}

// terminal is where a command prints its result and its problems.
type terminal struct {
	out, err io.Writer
	plain    io.Writer // out for programs, which read every byte as it is
	laid     io.Writer // out for tables whose words are in its language already
	screen   io.Writer // err, if it is one on which a line can be written over; else nil
	english  bool      // whether out and err are in English
	clock    time.Time
	in       *os.File       // where a person's answers come from
	answers  *bufio.Scanner // of in, after the first question
}

// run is the whole program except the process: it takes arguments and returns the exit status.
func run(args []string, stdout, stderr io.Writer) int {
	plain, raw, inEnglish := stdout, stderr, speaks(args) == "en"
	stdout, stderr = console.Legible(console.Writer(stdout)), console.Legible(console.Writer(stderr))
	laid, screen := stdout, screenOf(raw, console.Writer(raw))
	if inEnglish {
		out, errs := english.NewWriter(stdout), english.NewWriter(stderr)
		defer out.Flush()
		defer errs.Flush()
		stdout, stderr = out, errs
	}
	t := &terminal{out: stdout, err: stderr, plain: plain, laid: laid, screen: screen, english: inEnglish, in: os.Stdin}
	parser, err := kong.New(grammar(args),
		kong.Name("gongshi"),
		kong.Description("村积分公示：把表格编成可以张贴、投影、查对的网站。"),
		kong.Writers(stdout, stderr),
		kong.Help(t.printHelp),
	)
	if err != nil {
		fmt.Fprintln(stderr, err)
		return 2
	}
	if t.clock, err = now(); err != nil {
		fmt.Fprintln(stderr, "gongshi:", err)
		return 2
	}
	return dispatch(parser, args, t)
}

// say returns a text in the language of the terminal.
func (t *terminal) say(chinese string) string {
	if t.english {
		return english.Of(chinese)
	}
	return chinese
}

// errTold ends the parser where a flag has asked for words alone, such as --help.
var errTold = errors.New("told")

func dispatch(parser *kong.Kong, args []string, t *terminal) int {
	if len(args) == 0 {
		args = []string{"--help"}
	}
	ctx, err := parser.Parse(args)
	if errors.Is(err, errTold) {
		return 0
	}
	if err != nil {
		fmt.Fprintf(t.err, "gongshi: %s\n  用法见：gongshi --help\n", misuse(err))
		return 2
	}
	switch err := ctx.Run(t); {
	case err == nil:
		return 0
	case errors.Is(err, errData):
		return 1
	default:
		fmt.Fprintln(t.err, "gongshi:", disk.Words(err))
		return 2
	}
}

// now returns SOURCE_DATE_EPOCH (reproducible-builds.org), or else the clock.
func now() (time.Time, error) {
	epoch := os.Getenv("SOURCE_DATE_EPOCH")
	if epoch == "" {
		return time.Now(), nil
	}
	seconds, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil {
		return time.Time{}, fmt.Errorf("SOURCE_DATE_EPOCH=%s：应为自 1970 年起的秒数", epoch)
	}
	return time.Unix(seconds, 0), nil
}
