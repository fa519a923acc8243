// targets(least): what can be pressed and is smaller than least pixels in one direction, except links within a
// sentence. cut(): what a reader cannot get to see: text beyond the window or beyond a box that does not scroll,
// text over other text, cells that are not shown, text of a chart beyond its drawing, and tables whose standing
// heads leave no room for what scrolls under them. broken(): names of sizes and dates in tables on two lines.
// titles(): titles of notices on two lines. sideways(): a page wider than the window.
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
  return lines(found);
}

function sideways() {
  var wide = document.documentElement.clientWidth, all = document.documentElement.scrollWidth;
  scrollTo(9999, 0);
  var moved = scrollX > 0;
  scrollTo(0, 0);
  return moved || all > wide ? ["the page scrolls sideways: " + all + " in " + wide] : [];
}

function cut() {
  var found = {}, range = document.createRange(), wide = document.documentElement.clientWidth, boxes = new Map();
  function tell(e, what) { found[where(e)] = found[where(e)] || what; }
  // The nearest box that clips what leaves it; one that scrolls must reach all of the text.
  function boxOf(e) {
    if (!e || e === document.body) return null;
    if (!boxes.has(e)) {
      var flow = getComputedStyle(e).overflowX;
      boxes.set(e, flow === "visible" ? boxOf(e.parentElement) : { box: e, scrolls: flow === "auto" || flow === "scroll", text: [] });
    }
    return boxes.get(e);
  }
  // Where the letters of a text stand: of each line the middle, as high as a letter is wide.
  function letters(e, n, list) {
    var high = .8 * parseFloat(getComputedStyle(e).fontSize), scale = e.ownerSVGElement ? e.getScreenCTM().d : 1;
    Array.prototype.forEach.call(range.getClientRects(), function (r) {
      var middle = (r.top + r.bottom) / 2, half = Math.min(high * scale, r.height) / 2;
      if (r.width > 2) list.push({ e: e, n: n, left: r.left, right: r.right, top: middle - half, bottom: middle + half });
    });
  }
  function overlaps(list) {
    list.sort(function (a, b) { return a.top - b.top; }).forEach(function (a, i) {
      for (var b; (b = list[++i]) && b.top < a.bottom - 2;)
        if (a.left < b.right - 2 && b.left < a.right - 2) tell(b.e, "「" + b.n.data.trim().slice(0, 20) + "」 stands over 「" + a.n.data.trim().slice(0, 20) + "」");
    });
  }
  function widest(list) { return Array.prototype.reduce.call(list, function (a, b) { return a && a.offsetWidth >= b.offsetWidth ? a : b; }, null); }
  sideways().forEach(function (line) { tell(document.documentElement, line); });
  var open = [];
  for (var walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), n; (n = walk.nextNode());) {
    var e = n.parentElement;
    if (!n.data.trim() || !seen(e) || e.closest(".skip, script, style, title, desc")) continue;
    range.selectNodeContents(n);
    var b = range.getBoundingClientRect(), text = "「" + n.data.trim().slice(0, 20) + "」 ";
    if (!b.width) continue;
    var within = boxOf(e.ownerSVGElement ? e.ownerSVGElement.parentElement : e), left = 0, right = wide;
    if (e.ownerSVGElement) {
      var s = e.ownerSVGElement.getBoundingClientRect(), air = 1 + b.height / 8; // of its line, around the letters
      if (b.left < s.left - 1 || b.right > s.right + 1 || b.top < s.top - air || b.bottom > s.bottom + air) tell(e, text + "leaves the drawing");
      letters(e, n, within ? within.text : open);
      continue;
    }
    if (within) {
      var r = within.box.getBoundingClientRect();
      if ((r.width <= 1 || r.height <= 1) && !e.closest("table")) continue; // for readers of the screen alone
      left = r.left - (within.scrolls ? within.box.scrollLeft : 0);
      right = left + (within.scrolls ? within.box.scrollWidth : within.box.clientWidth) + 2;
      if (!within.scrolls && (b.bottom > r.bottom + 2 || b.top < r.top - 2)) tell(e, text + "is cut above or below");
    }
    if (b.left < left - 1 || b.right > right + 1) tell(e, text + "stands from " + b.left.toFixed() + " to " + b.right.toFixed() + " of " + left.toFixed() + " to " + right.toFixed());
    letters(e, n, within ? within.text : open);
  }
  overlaps(open);
  new Set(boxes.values()).forEach(function (b) { if (b) overlaps(b.text); });
  each("th, td", function (e) { // where rows stand as cards, each cell has its head in itself; of a year, a link shows each column
    var pick = e.closest(".columns12") && document.querySelectorAll(".pick")[e.cellIndex - 1];
    if (pick && seen(pick)) return;
    if (e.textContent.trim() && !seen(e) && seen(e.closest("table").parentElement) && !e.closest(".stack thead")) tell(e, "「" + e.textContent.trim().slice(0, 20) + "」 is not shown");
  });
  each(".scroll", function (box) {
    if (!seen(box)) return;
    var first = widest(box.querySelectorAll("tbody th, tfoot th")), head = box.querySelector("thead");
    if (first && getComputedStyle(first).position === "sticky" && box.scrollWidth > box.clientWidth && first.offsetWidth > .5 * box.clientWidth)
      tell(first, "stands still over " + first.offsetWidth + " of " + box.clientWidth + " pixels");
    if (head && box.scrollHeight > box.clientHeight && head.offsetHeight > .5 * box.clientHeight)
      tell(head, "stands still over " + head.offsetHeight + " of " + box.clientHeight + " pixels of height");
  });
  return lines(found);
}

function broken() {
  var found = {}, range = document.createRange();
  each("th, td, .sizes button, .crumbs li", function (e) {
    for (var walk = document.createTreeWalker(e, NodeFilter.SHOW_TEXT), n; (n = walk.nextNode());) {
      var whole = e.localName === "button" ? /.+/ : /\d+年\d+月(\d+日)?/, m = whole.exec(n.data);
      if (!m || !seen(e) || n.parentElement.closest(".text, p")) continue;
      if (e.localName === "th" && /large/.test(document.documentElement.className)) continue; // which may not grow
      range.setStart(n, m.index);
      range.setEnd(n, m.index + m[0].length);
      if (range.getBoundingClientRect().height > 2 * parseFloat(getComputedStyle(n.parentElement).fontSize)) found[where(e)] = "「" + m[0] + "」 breaks";
    }
    if (e.localName === "li" && e.nextElementSibling && e.scrollHeight > e.firstElementChild.offsetHeight + 4) found[where(e)] = "「" + e.innerText + "」: what follows stands on a line of its own";
  });
  return lines(found);
}

function titles() {
  var found = {}, range = document.createRange();
  each("h1", function (e) {
    range.selectNodeContents(e);
    if (/^\d{4}年.{0,5}积分公示$/.test(e.innerText) && range.getBoundingClientRect().height > 2 * parseFloat(getComputedStyle(e).fontSize)) found[where(e)] = "「" + e.innerText + "」 breaks";
  });
  return lines(found);
}

// split(): what stands half within a box that scrolls sideways, before anybody has scrolled it: a word of a state
// or a code that a reader takes for whole, and any cell where the columns that matter are chosen to fit.
function split() {
  var found = {}, range = document.createRange();
  each(".scroll", function (box) {
    if (!seen(box) || box.scrollWidth <= box.clientWidth) return;
    var edge = box.getBoundingClientRect().left + box.clientLeft + box.clientWidth;
    var chosen = /keep\d/.test(box.className);
    box.querySelectorAll(chosen ? "th, td" : ".state, .code, [data-seal]").forEach(function (e) {
      for (var walk = document.createTreeWalker(e, NodeFilter.SHOW_TEXT), n; (n = walk.nextNode());) {
        range.selectNodeContents(n);
        var b = range.getBoundingClientRect();
        if (n.data.trim() && b.left < edge - 1 && b.right > edge + 1)
          found[where(e)] = found[where(e)] || "「" + n.data.trim().slice(0, 20) + "」 is shown to " + (edge - b.left).toFixed() + " of " + b.width.toFixed();
      }
    });
  });
  return lines(found);
}
