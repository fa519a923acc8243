package convert

import "gongshi/generator/ledger"

// The columns with the names of heads, and of members.
const head, memberName = "户主", "姓名"

// outOfGit reports a name where the site keeps names in a file of its own, which git does not have: the tables are
// committed. Organisations are nobody; members are named nowhere.
func (m *merging) outOfGit(in *incoming, category string) bool {
	file := m.site.Book.Config.Privacy.NamesFile
	switch {
	case file == "":
		return false
	case m.kind.file == "members.csv" && in.values[memberName] != "":
		m.problem(in.row, memberName, "names-out-of-git", "config.toml 写了 names_file，姓名不进 git；成员的姓名哪里也不公布，不写进成员表", "这一列空着再导入")
		return true
	case m.kind.file != "households.csv" || in.values[head] == "" || category == string(ledger.Organisation):
		return false
	}
	why, how := HeadOutOfGit(file)
	m.problem(in.row, head, "names-out-of-git", why, how)
	return true
}

// HeadOutOfGit tells why a head's name is not taken where a file of names is kept apart, and where it goes.
func HeadOutOfGit(file string) (why, how string) {
	return "户主的姓名不进 git，写在“" + file + "”里（config.toml 的 names_file），不写进名册",
		"“户主”空着；姓名写进“" + file + "”，三列：地方、户号、户主"
}
