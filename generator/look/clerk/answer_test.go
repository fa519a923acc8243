package clerk

import (
	"fmt"
	"testing"

	"gongshi/generator/look"
	"gongshi/generator/sitetest"
)

// The page of answers knows what it wrote: the next objection is ticked, with no answer yet, and the one that was
// answered is written anew only where that is chosen.
func TestAnswersOneByOne(t *testing.T) {
	c := begin(t)
	waits := ""
	for no := 1; no <= 2; no++ {
		waits += fmt.Sprintf("[[objection]]\nno = \"%d\"\nreceived = 2026-05-05\nhousehold = \"00%d\"\nabout = \"庭院\"\n", no, no)
	}
	sitetest.WriteFile(t, c.dir, "data/v/scores/2026-04.csv", marks)
	sitetest.WriteFile(t, c.dir, "data/v/notices/2026-04.toml", "posted = 2026-05-04\n"+waits)
	c.fills("/desk/answer?place=v&period=2026-04", "异议 1 号：成立", "outcome", "成立", "answer", "是", "decided", "2026-05-06")
	c.awaits("the next is ticked", `which.textContent.indexOf("1 号") > which.textContent.indexOf("2 号") && form.querySelector("[name=no]:checked").value === "2" && answer.value === ""`)
	c.awaits("nothing is offered to be written", `document.getElementById("write").disabled && told.textContent.indexOf("选一件") >= 0`)
	if !look.Ask[bool](t, c.tab, `amend.hidden`) {
		t.Error("writing anew is offered where what waits is chosen")
	}
	c.enters("no", "1", "outcome", "不成立", "answer", "不是")
	c.awaits("it is refused", `told.textContent.indexOf("要改写，选“改写今天的答复”") >= 0 && document.getElementById("write").disabled`)
	c.awaits("writing anew is offered", `!amend.hidden`)
	c.clicks("[name=same]")
	c.awaits("what it was", `changes.textContent === "异议 1 号 结果：成立 → 不成立异议 1 号 答复：是 → 不是" && !document.getElementById("write").disabled`)
	c.clicks("#write")
	c.awaits("written", `document.getElementById("done").textContent === document.getElementById("write").getAttribute("data-did")`)
	c.has("notices/2026-04.toml", `answer = "不是"`)
}
