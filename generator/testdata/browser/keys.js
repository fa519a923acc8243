// watchKeys() notes, at each key press, where the focus stands; strays() then tells what the Tab key did not reach
// in the document's order, what took the focus and should not, and where one would not see that it is there.
function where(e) {
  for (var names = []; e && e !== document.body && names.length < 4; e = e.parentElement)
    names.unshift(e.localName + (e.getAttribute("class") ? "." + e.getAttribute("class").trim().split(/\s+/).join(".") : ""));
  return names.join(" > ");
}
var stops = Array.prototype.filter.call(
  document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']"),
  function (e) { return !e.disabled && e.type !== "hidden" && e.checkVisibility({ visibilityProperty: true }); });
var reached = [], hidden = {};

function note() {
  var e = document.activeElement;
  if (!e || e === document.body) return;
  reached.push(e);
  var style = getComputedStyle(e), box = e.getClientRects()[0] || { width: 0 };
  var left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth), top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
  var at = right > left && bottom > top && document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  if (style.outlineStyle !== "auto" && parseFloat(style.outlineWidth) < 2) hidden[where(e)] = "no outline";
  else if (!at) hidden[where(e)] = "「" + e.innerText.slice(0, 20) + "」 has the focus outside of the window";
  else if (!e.contains(at) && !at.contains(e)) hidden[where(e)] = "「" + e.innerText.slice(0, 20) + "」 has the focus behind " + where(at);
}
function watchKeys() { addEventListener("keydown", note, true); return stops.length; }
function strays() {
  var last = -1, list = Object.keys(hidden).map(function (k) { return k + " " + hidden[k]; });
  reached.forEach(function (e) {
    var i = stops.indexOf(e);
    if (i < 0) list.push(where(e) + " takes the focus");
    else if (i < last) list.push(where(e) + " is reached out of order");
    last = i;
  });
  stops.forEach(function (e) { if (reached.indexOf(e) < 0) list.push(where(e) + " is not reached by Tab"); });
  return list.filter(function (s, i) { return list.indexOf(s) === i; }).slice(0, 20);
}
