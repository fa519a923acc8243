// watchKeys() notes, at each key press, where the focus stands; strays(back) then tells what the Tab key did not
// reach in the document's order, or backwards, what took the focus and should not, and where one would not see it.
unfold();
var stops = Array.prototype.filter.call(
  document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']"),
  function (e) { return !e.disabled && e.type !== "hidden" && e.checkVisibility({ visibilityProperty: true }); });
var reached = [], hidden = {}, ground = grounds(false);

function note() {
  var e = document.activeElement;
  if (!e || e === document.body) return;
  reached.push(e);
  var box = e.getClientRects()[0] || { width: 0 }, why = unmarked(e, ground);
  var left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth), top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
  var at = right > left && bottom > top && document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  if (why) hidden[where(e)] = why;
  else if (!at) hidden[where(e)] = "「" + e.innerText.slice(0, 20) + "」 has the focus outside of the window";
  else if (!e.contains(at) && !at.contains(e)) hidden[where(e)] = "「" + e.innerText.slice(0, 20) + "」 has the focus behind " + where(at);
}
function watchKeys() { addEventListener("keydown", note, true); return stops.length; }
function strays(back) {
  var last = back ? stops.length : -1, list = lines(hidden);
  reached.forEach(function (e) {
    var i = stops.indexOf(e);
    if (i < 0) list.push(where(e) + " takes the focus");
    else if (back ? i > last : i < last) list.push(where(e) + " is reached out of order");
    last = i;
  });
  stops.forEach(function (e) { if (reached.indexOf(e) < 0) list.push(where(e) + " is not reached by " + (back ? "Shift and " : "") + "Tab"); });
  reached = [];
  hidden = {};
  return list.filter(function (s, i) { return list.indexOf(s) === i; }).slice(0, 20);
}
