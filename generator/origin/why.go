package origin

import (
	"errors"
	"os/exec"
	"regexp"
	"strings"

	"gongshi/generator/disk"
)

// refusal matches git's message that somebody else owns the repository, with its folder; before
// 2.36 it was "unsafe repository".
var refusal = regexp.MustCompile(`(?:dubious ownership in repository at|unsafe repository) \(?'([^'\n]+)'`)

// whyNot returns the reason behind an error, and, once a run, what keeps the pages from showing the
// origin of their data. An empty repository is no trouble: the pages show it.
func whyNot(err error) (why Why, message, hint string) {
	var refused []string
	if f, said := errors.AsType[*failure](err); said {
		refused = refusal.FindStringSubmatch(f.said)
	}
	switch {
	case errors.Is(err, errNoCommit):
		return NoCommit, "", ""
	case errors.Is(err, exec.ErrNotFound):
		return NoGit, "网站文件夹在 git 仓库里，但这台电脑没有 git 程序，网页上说不出资料出自哪次提交",
			"装上 git（https://git-scm.com）再运行；不装也能生成网站，只是少这一项"
	case refused != nil:
		return Refused, "git 不肯读这个仓库，因为它属于另一个用户；网页上说不出资料出自哪次提交",
			"确认仓库可信以后，运行一次 git config --global --add safe.directory \"" + strings.TrimSpace(refused[1]) + "\""
	}
	return Failed, "git 读不出提交记录（" + disk.Words(err) + "）；网页上说不出资料出自哪次提交",
		"在网站文件夹里运行 git status 和 git fsck，看仓库是否完好"
}
