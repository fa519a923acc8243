package main

import (
	"fmt"
	"io/fs"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/disk"
	"gongshi/generator/ledger"
	"gongshi/generator/source"
)

type newCommand struct {
	Period         newPeriod       `cmd:"" help:"一期的评分表：户和项目都列好，分数空着"`
	Declaration    newDeclaration  `cmd:"" help:"一期的申报表：各户自己报的分"`
	EventList      newEventList    `cmd:"" help:"一个月的记事表：加分和扣分，一件一行"`
	Notice         newNotice       `cmd:"" help:"一期的公示：哪天入户、开会、张榜"`
	Objection      newObjection    `cmd:"" help:"在一期的公示里加一件异议"`
	Answer         newAnswer       `cmd:"" help:"写上一件异议的结果和答复"`
	CorrectionList newList         `cmd:"" help:"更正表：张榜以后改分"`
	Place          newPlace        `cmd:"" help:"一个村或镇：设置和空名册"`
	Scheme         newScheme       `cmd:"" help:"明年的积分办法：照今年的抄一份，改好日期"`
	RewardList     newList         `cmd:"" help:"商品表：积分能换什么"`
	RedemptionList newList         `cmd:"" help:"兑换表：谁换了什么"`
	MemberList     newList         `cmd:"" help:"成员表：一户有哪些人参加，算人均用"`
	TaskList       newList         `cmd:"" help:"任务与项目表"`
	Calendar       newCalendar     `cmd:"" help:"一年放假和调休的日子，照国务院办公厅的通知"`
	Distribution   newDistribution `cmd:"" help:"一年的收益分配"`
}

// known is what the clerk's files have already, which something new is to follow.
type known struct {
	*terminal
	folder string // the site's
	book   *ledger.Book
	day    ledger.Date
}

// beginning are the flags of all that begins something in a site.
type beginning struct {
	Source string `help:"网站文件夹，内有 config.toml" default:"." type:"existingdir" placeholder:"DIR"`
	Date   string `help:"按这一天提出日期；默认用 config.toml 的 date，再默认今天" placeholder:"YYYY-MM-DD"`
}

// read reads the site, or one place of it. What cannot be read stops it, since what follows
// would lack it.
func (b *beginning) read(t *terminal, place string) (*known, error) {
	site := source.Dir(b.Source)
	book, list, err := source.Read(site, place)
	if err != nil {
		return nil, err
	}
	if list.HasErrors() {
		return nil, refused(t, site, book, list, "先照上面改好，再新建；什么也没有新建")
	}
	day, err := t.day(b.Date, book.Config.Date, book.Config.Timezone)
	return &known{t, b.Source, book, day}, err
}

// refused prints what is wrong with files, and that nothing was done.
func refused(t *terminal, site fs.FS, book *ledger.Book, list diag.List, nothing string) error {
	source.Cells(site, book, list)
	list.Group()
	writeText(t.err, list)
	fmt.Fprintln(t.err, nothing)
	return errData
}

// village reads the site and finds a place by its path; where none is named, the only village.
func (b *beginning) village(t *terminal, typed string) (*known, *ledger.Place, error) {
	where := placePath(typed)
	k, err := b.read(t, where)
	if err != nil {
		return nil, nil, err
	}
	if where != "" {
		return k, k.book.Place(where), nil
	}
	var villages []string
	for _, p := range k.book.Places {
		if p.Kind == "village" {
			villages = append(villages, p.Path)
		}
	}
	switch len(villages) {
	case 0:
		return nil, nil, fmt.Errorf("网站里还没有村：用 gongshi new place 建一个")
	case 1:
		return k, k.book.Place(villages[0]), nil
	}
	return nil, nil, fmt.Errorf("有 %d 个村，写明是哪一个，如 %s", len(villages), strings.Join(villages[:min(3, len(villages))], "、"))
}

// create writes new files into the site, names them, and tells what to do next.
func (k *known) create(next string, files ...disk.File) error {
	if err := create(k.folder, files); err != nil {
		return err
	}
	for _, f := range files {
		fmt.Fprintf(k.out, "新建了 %s\n", f.Path)
	}
	fmt.Fprintln(k.out, next)
	return nil
}
