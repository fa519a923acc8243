package desk

import (
	"fmt"

	"gongshi/generator/convert"
	"gongshi/generator/diag"
)

// checked is one thing to be seen to before posting.
type checked struct {
	State string // done, now where it keeps from posting, or open
	Text  string
	Means string // what follows where it is not done, or what is still to be done

	Field, Filled string // the field that it is about, and what is said while that is filled in and not saved; "": none
}

// checks are what a form shows to be seen to; none of most forms.
func (v *view) checks(form string) []checked {
	switch {
	case form == "seal" || form == "notice" && v.posted(v.notice()):
		return []checked{v.backedUp()}
	case form == "notice":
		backup := v.backedUp()
		backup.Means += "封存以后再备份一次，那一份才有封存的记录。"
		return append(v.before(), backup)
	}
	return nil
}

// either is a thing that is done, or that may be left open.
func either(done bool, well, open, means string) checked {
	if done {
		return checked{State: "done", Text: well}
	}
	return checked{State: "open", Text: open, Means: means}
}

// in is what is open, with the field that it is about.
func (c checked) in(field, filled string) checked {
	if c.State == "open" {
		c.Field, c.Filled = field, filled
	}
	return c
}

// before is what must be seen to before the notice is posted.
func (v *view) before() []checked {
	n, period := v.notice(), convert.PeriodWords(v.period)
	list := []checked{{State: "done", Text: "资料核对过，没有错误"}, v.private()}
	if errors := len(v.had.Errors()); errors > 0 {
		list[0] = checked{State: "now", Text: fmt.Sprintf("资料里还有 %d 处错误", errors), Means: "改好才能张榜：工作台上写着是哪几处。"}
	}
	list = append(list, v.deeds()...)
	return append(list,
		either(n.Meeting.Date != 0, "评议会写了日子", "没有写评议会哪天开", "分数是谁评定的，公示上看不出来。").in("met", "评议会的日子填了，还没保存"),
		either(n.Meeting.SupervisedBy != "", "写了谁监督", "没有写谁监督", "有没有人监督过，公示上看不出来。").in("supervised", "谁监督填了，还没保存"),
		either(v.work.Day > v.period.Last(), period+"过完了", period+"还没有过完", "剩下几天的加分扣分，就赶不上这一榜了。"))
}

// deeds are the events that are not in the notice: those that nobody has reviewed, and those that came too late if it
// is posted today.
func (v *view) deeds() (list []checked) {
	of := deedsOf(v.place, v.period)
	if n := len(of.pending); n > 0 {
		list = append(list, checked{State: "open", Text: fmt.Sprintf("有 %d 件加减分待审", n), Means: "没有审核的不算进这一榜；张榜那天和以后才通过的，算到以后的一期。"})
	}
	posted := max(v.work.Day, v.notice().Posted) // as it is planned
	if text, means := of.missed(v.period, posted); text != "" && posted > v.period.Last() {
		list = append(list, checked{State: "open", Text: text, Means: means})
	}
	return list
}

// private is whether personal data was found in what is read.
func (v *view) private() checked {
	c, n := checked{State: "done", Text: "没有查出身份证号、电话、住址"}, 0
	for _, d := range v.had {
		if d.Code != "personal-data" {
			continue
		}
		if n++; n == 1 {
			c = checked{State: "open", Means: "第一处在" + fileWords(d.File) + " " + d.Where() + "：真的是，就删掉再张榜。"}
		}
		if d.Severity == diag.Error {
			c.State = "now"
		}
		c.Text = fmt.Sprintf("有 %d 处像是个人信息", n)
	}
	return c
}

// backedUp is whether there is a copy of the village's files elsewhere, as far as it is known.
func (v *view) backedUp() checked {
	const lost = "这台电脑坏了、文件误删了，只有放在别处的备份找得回来。"
	p := v.place.Path
	was := v.d.backups[p]
	if was != "" {
		if files, err := v.d.packed(p); err == nil && filesDigest(files) == was {
			return checked{State: "done", Text: "备份下载了，以后没有再改", Means: v.keeping()}
		}
	}
	open, unsent, known := 0, 0, false
	if v.d.opt.Stored != nil {
		open, unsent, known = v.d.opt.Stored(p)
	}
	switch {
	case known && open == 0 && unsent == 0:
		return checked{State: "done", Text: "改动都留下了记录，也传到了别处", Means: v.namesApart()}
	case was != "":
		return checked{State: "open", Text: "备份以后又改过", Means: lost}
	case known && open > 0:
		return checked{State: "open", Text: fmt.Sprintf("有 %d 个文件改过，还没有留下改动记录", open), Means: lost}
	case known:
		return checked{State: "open", Text: "留下了改动记录，还没有传到别处", Means: lost}
	}
	return checked{State: "open", Text: "这次打开程序以后没有备份过", Means: lost}
}

// keeping is what to do with a backup.
func (v *view) keeping() string {
	return "拷到优盘，再拷到另一台电脑，两处都有才算备份。里面是本村的资料，有户主的全名，不要发到群里；网站的设置不在里面。" + v.namesApart()
}

// namesApart is what to do where full names are kept in a file of their own, which no backup of a village has.
func (v *view) namesApart() string {
	names := v.work.Book.Config.Privacy.NamesFile
	if names == "" {
		return ""
	}
	return "姓名另外存在“" + names + "”，备份里没有，单独拷一份。"
}
