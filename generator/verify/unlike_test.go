package verify_test

import (
	"regexp"
	"testing"
)

// What no table of ours could say is told where it stands, and nothing else because of it.
func TestVerifyTellsWhatNoTableSays(t *testing.T) {
	for _, c := range []struct{ place, file, old, text, want string }{
		{tampered, "2023-11.csv", ",扣分,合计,", ",扣分,总计,", `data/2023-11.csv:1: 不符：表头没有“合计” \[package\]`},
		{sharedIn, "distribution-2022.csv", "002,李*清,4,25,", "002,李*清,-4,25,", `data/distribution-2022.csv:3: 不符：户号“002”的股份是 -4，不应小于 0`},
		{sharedIn, "datapackage.json", `"share_weight": "0.6"`, `"share_weight": "6"`, `data/distribution-2022.csv:1: 不符：datapackage.json 里认不出这次分配的权重或年份`},
	} {
		files := part(t, c.place)
		edit(t, files, c.place+"/data/"+c.file, c.old, c.text)
		files.Sum()
		_, said := checked(t, held(files))
		for _, want := range []string{c.place + "/" + c.want, `\n不符 \d 处\n`} {
			if !regexp.MustCompile(want).MatchString(said) {
				t.Errorf("not said: %s\n%s", want, said)
			}
		}
	}
}
