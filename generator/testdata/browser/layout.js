// targets(least): what can be pressed and is smaller than least pixels in one direction, except links within a
// sentence. cut(): what a reader cannot get to see: text beyond the window or beyond a box that does not scroll,
// text of a chart beyond its drawing, and tables whose standing heads leave no room for what scrolls under them.
function where(e) {
  for (var names = []; e && e !== document.body && names.length < 4; e = e.parentElement)
    names.unshift(e.localName + (e.getAttribute("class") ? "." + e.getAttribute("class").trim().split(/\s+/).join(".") : ""));
  return names.join(" > ");
}
function seen(e) { return e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0; }
function each(selector, visit) { Array.prototype.forEach.call(document.querySelectorAll(selector), visit); }

function targets(least) {
  var found = {};
  if (!document.styleSheets.length) return []; // 404.html leaves every size to the browser
  function inSentence(e) {
    if (getComputedStyle(e).display !== "inline") return false;
    for (var block = e.parentElement; /^inline/.test(getComputedStyle(block).display) && block !== document.body;) block = block.parentElement;
    var others = block.innerText.length;
    Array.prototype.forEach.call(block.querySelectorAll("a"), function (a) { others -= a.innerText.length; });
    return others > 4;
  }
  each("a[href], button, summary, input, select, textarea, [role=button]", function (e) {
    if (!seen(e) || e.type === "hidden" || e.localName === "a" && inSentence(e)) return;
    var label = e.labels && e.labels.length && /^(checkbox|radio)$/.test(e.type) ? e.labels[0] : e;
    var box = label.getBoundingClientRect();
    if (box.width < least - .01 || box.height < least - .01)
      found[where(e)] = found[where(e)] || "「" + (e.innerText || e.type).trim().slice(0, 20) + "」 " + box.width.toFixed(1) + " × " + box.height.toFixed(1);
  });
  return Object.keys(found).map(function (k) { return k + " " + found[k]; });
}

function cut() {
  var found = {}, range = document.createRange(), wide = document.documentElement.clientWidth;
  function tell(e, what) { found[where(e)] = found[where(e)] || what; }
  // The nearest box that clips what leaves it; one that scrolls must reach all of the text.
  function boxOf(e) {
    for (; e && e !== document.body; e = e.parentElement) {
      var flow = getComputedStyle(e).overflowX;
      if (flow !== "visible") return { box: e, scrolls: flow === "auto" || flow === "scroll" };
    }
    return null;
  }
  scrollTo(9999, 0);
  if (scrollX > 0 || document.documentElement.scrollWidth > wide) tell(document.documentElement, "the page scrolls sideways: " + document.documentElement.scrollWidth + " in " + wide);
  scrollTo(0, 0);
  for (var walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), n; (n = walk.nextNode());) {
    var e = n.parentElement;
    if (!n.data.trim() || !seen(e) || e.closest(".skip, script, style")) continue;
    range.selectNodeContents(n);
    var b = range.getBoundingClientRect(), text = "「" + n.data.trim().slice(0, 20) + "」 ";
    if (!b.width) continue;
    if (e.ownerSVGElement) {
      var s = e.ownerSVGElement.getBoundingClientRect(), air = 1 + b.height / 8; // of its line, around the letters
      if (b.left < s.left - 1 || b.right > s.right + 1 || b.top < s.top - air || b.bottom > s.bottom + air) tell(e, text + "leaves the drawing");
      continue;
    }
    var within = boxOf(e), left = 0, right = wide;
    if (within) {
      var r = within.box.getBoundingClientRect();
      if (r.width <= 1 || r.height <= 1) continue; // for readers of the screen alone
      left = r.left - (within.scrolls ? within.box.scrollLeft : 0);
      right = left + (within.scrolls ? within.box.scrollWidth : within.box.clientWidth) + 2;
      if (!within.scrolls && (b.bottom > r.bottom + 2 || b.top < r.top - 2)) tell(e, text + "is cut above or below");
    }
    if (b.left < left - 1 || b.right > right + 1) tell(e, text + "stands from " + b.left.toFixed() + " to " + b.right.toFixed() + " of " + left.toFixed() + " to " + right.toFixed());
  }
  each(".scroll", function (box) {
    if (!seen(box)) return;
    var first = box.querySelector("tbody th"), head = box.querySelector("thead");
    if (first && getComputedStyle(first).position === "sticky" && box.scrollWidth > box.clientWidth && first.offsetWidth > .6 * box.clientWidth)
      tell(first, "stands still over " + first.offsetWidth + " of " + box.clientWidth + " pixels");
    if (head && box.scrollHeight > box.clientHeight && head.offsetHeight > .5 * box.clientHeight)
      tell(head, "stands still over " + head.offsetHeight + " of " + box.clientHeight + " pixels of height");
  });
  return Object.keys(found).map(function (k) { return k + " " + found[k]; });
}
