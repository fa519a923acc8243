package origin

import (
	"errors"
	"os/exec"
	"regexp"
	"strings"

	"gongshi/generator/diag"
	"gongshi/generator/disk"
)

// whyOf returns the reason behind an error.
func whyOf(err error) Why {
	f, said := errors.AsType[*failure](err)
	switch {
	case errors.Is(err, errNoCommit):
		return NoCommit
	case errors.Is(err, exec.ErrNotFound):
		return NoGit
	case said && refusal.MatchString(f.said):
		return Refused
	}
	return Failed
}

// refusal matches git's message that somebody else owns the repository, with its folder; before
// 2.36 it was "unsafe repository".
var refusal = regexp.MustCompile(`(?:dubious ownership in repository at|unsafe repository) \(?'([^'\n]+)'`)

// notes returns, once a run, what keeps the pages from showing the origin of their data; at is
// the repository. No repository, or an empty one, is no trouble: the pages show it.
func notes(at string, h *History, err error) diag.List {
	d := diag.Diagnostic{Position: diag.Position{File: at}, Severity: diag.Note, Code: "history-unread"}
	switch {
	case h.Why == NoGit:
		d.Message = "网站文件夹在 git 仓库里，但这台电脑没有 git 程序，网页上说不出资料出自哪次提交"
		d.Hint = "装上 git（https://git-scm.com）再运行；不装也能生成网站，只是少这一项"
	case h.Why == Refused:
		d.Message = "git 不肯读这个仓库，因为它属于另一个用户；网页上说不出资料出自哪次提交"
		d.Hint = "确认仓库可信以后，运行一次 git config --global --add safe.directory \"" + owned(err) + "\""
	case h.Why == Failed:
		d.Message = "git 读不出提交记录（" + disk.Words(err) + "）；网页上说不出资料出自哪次提交"
		d.Hint = "在网站文件夹里运行 git status 和 git fsck，看仓库是否完好"
	case h.Shallow:
		d.Code = "history-shallow"
		d.Message = "这是浅克隆，看不到更早的提交；更早的资料在网页上不写提交"
		d.Hint = "运行 git fetch --unshallow；在持续集成中取出全部提交（fetch-depth: 0）"
	default:
		return nil
	}
	return diag.List{d}
}

// owned returns the folder that git refused, as it named it.
func owned(err error) string {
	if f, is := errors.AsType[*failure](err); is {
		if m := refusal.FindStringSubmatch(f.said); m != nil {
			return strings.TrimSpace(m[1])
		}
	}
	return "*"
}
