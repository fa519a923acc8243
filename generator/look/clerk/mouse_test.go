package clerk

import (
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"

	"gongshi/generator/look"
	"gongshi/generator/sitetest"
)

// The first press of the mouse on the button writes, also out of the box in which was just typed; then the boxes are
// free for the next household, and the page lists the one that is there now.
func TestFirstPressWrites(t *testing.T) {
	c := begin(t)
	c.goes("/desk/register?place=v")
	for _, id := range []string{"031", "032"} {
		c.enters("group", "2")
		c.typesInto("#household", id)
		c.typesInto("#head", "示例丙")
		c.awaits("what would be written", `document.getElementById("changes").textContent.indexOf("新增 `+id+`") >= 0 && !document.getElementById("write").disabled`)
		c.presses("#write")
		c.awaits("written", `document.getElementById("done").textContent === document.getElementById("write").getAttribute("data-did")`)
		c.awaits("the next one begins", `document.activeElement.id === "household" && document.activeElement.value === "" && document.getElementById("head").value === ""`)
		c.awaits("it is listed", `document.getElementById("there").textContent.indexOf("`+id+` 示例丙") >= 0`)
	}
	c.has("households.csv", "031,示例丙,2", "032,示例丙,2")
}

// presses presses the mouse's button on what is there.
func (c *clerk) presses(selector string) {
	c.t.Helper()
	at := look.Ask[[]float64](c.t, c.tab, `(function (r) { return [r.left + r.width / 2, r.top + r.height / 2]; })(document.querySelector("`+selector+`").getBoundingClientRect())`)
	sitetest.Must(c.t, chromedp.Do(c.tab, chromedp.MouseClickXY(at[0], at[1])))
}

// typesInto types a text into a box, as hands do.
func (c *clerk) typesInto(selector, text string) {
	c.t.Helper()
	c.presses(selector)
	sitetest.Must(c.t, chromedp.Do(c.tab, look.Call(input.InsertText, input.InsertTextParams{Text: text})))
}
