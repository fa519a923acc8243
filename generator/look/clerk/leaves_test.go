package clerk

import (
	"testing"

	"gongshi/generator/sitetest"
)

// Who leaves is asked for the last day, which is not taken to be today; who moves, from which day on.
func TestLastDayIsAskedFor(t *testing.T) {
	c := begin(t)
	sitetest.WriteFile(t, c.dir, "data/v/scores/2026-04.csv", allMarks())
	sitetest.WriteFile(t, c.dir, "data/v/notices/2026-04.toml", "posted = 2026-05-04\n")
	c.goes("/desk/register?place=v")
	const label = `document.querySelector("label[for=date]").innerText.trim()`
	for _, what := range []string{"leaves", "merges", "moves", "leaves"} {
		c.enters("what", what)
		want, day := `"最后一天是哪天"`, `""`
		if what == "moves" {
			want, day = `"从哪天起"`, `"2026-05-06"`
		}
		c.awaits(what+" is asked for", label+` === `+want+` && document.getElementById("date").value === `+day)
	}
	c.enters("what", "leaves", "household", "5", "date", "2026-05-05")
	c.awaits("the zeros are read by the register", `told.textContent.indexOf("按名册读作“005”") >= 0 && changes.textContent.indexOf("005 退出") >= 0`)
	c.clicks("#write")
	c.awaits("a last day is not the next one's", `done.textContent === "写好了。" && document.getElementById("date").value === "" && household.value === ""`)
	c.enters("what", "moves")
	c.awaits("nor a first one", `document.getElementById("date").value === "2026-05-06"`)
}
