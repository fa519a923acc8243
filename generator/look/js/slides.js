// walk() goes through all slides, and tells of each what does not fit, and of the whole which rows
// stand in which section.
function walk() {
  function key(name) { document.dispatchEvent(new KeyboardEvent("keydown", {key: name, bubbles: true, cancelable: true})); }
  var range = document.createRange(), lights = {};
  function box(e) { range.selectNodeContents(e); return range.getBoundingClientRect(); }
  function out(a, b) { return a.left < b.left - 1 || a.right > b.right + 1 || a.top < b.top - 1 || a.bottom > b.bottom + 1; }
  function meet(a, b) { return a.width && b.width && a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1; }
  function light(colour) {
    return lights[colour] = lights[colour] || colour.match(/[\d.]+/g).slice(0, 3).map(function (v) { v /= 255; return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4); })
      .reduce(function (sum, v, i) { return sum + v * [0.2126, 0.7152, 0.0722][i]; }, 0);
  }
  function parts(e, selector) { return [].slice.call(e.querySelectorAll(selector)); }
  // Selectors asked of the whole document, which may have 3,000 rows, would take longer than all else.
  var strip = document.querySelector(".strip"), controls = document.querySelector(".controls");
  var wrong = [], rows = {}, kinds = [], root = document.documentElement, screen = {left: 0, top: 0, right: innerWidth, bottom: innerHeight};
  key("Home");
  for (var last = ""; location.hash !== last; key("ArrowRight")) {
    last = location.hash;
    var on = document.querySelectorAll(".slide.on"), slide = on[0], where = last + " " + slide.className + ": ";
    function say(what) { wrong.push(where + what); }
    if (on.length !== 1) say(on.length + " slides show");
    if (root.scrollWidth > innerWidth || root.scrollHeight > innerHeight || document.body.scrollHeight > innerHeight) say("the window scrolls");
    if (scrollX || scrollY) say("the window is scrolled");
    if (slide.scrollWidth > slide.clientWidth + 1 || slide.scrollHeight > slide.clientHeight + 1) say("the slide scrolls: " + slide.scrollHeight + " of " + slide.clientHeight);
    var inside = slide.getBoundingClientRect();
    [].forEach.call(slide.querySelectorAll("h1, h2, p, td, th, svg, figcaption"), function (e) {
      var mine = e.localName === "svg" ? e.getBoundingClientRect() : box(e);
      if (!e.getClientRects().length || e.localName !== "svg" && !mine.width) return;
      var clips = e.parentNode, cut = out(mine, inside);
      for (; clips !== slide; clips = clips.parentNode) cut = cut || getComputedStyle(clips).overflowX !== "visible" && out(mine, clips.getBoundingClientRect());
      if (cut) say(e.localName + " “" + e.textContent.slice(0, 30) + "” is cut");
      if (e.closest("tbody tr") && e.localName !== "svg" && e.closest("tr").textContent.length < 100 && parseFloat(getComputedStyle(e).fontSize) < innerHeight * 0.05 - 0.01) say("a row is set in " + getComputedStyle(e).fontSize);
    });
    [].forEach.call(slide.querySelectorAll("tbody th[scope=row]"), function (e) {
      var part = document.createRange(), word = /[A-Za-z0-9]+/g, found;
      while (e.firstChild && e.getClientRects().length && (found = word.exec(e.firstChild.data))) {
        part.setStart(e.firstChild, found.index);
        part.setEnd(e.firstChild, word.lastIndex);
        if (found[0].length < 13 && part.getClientRects().length > 1) say("“" + found[0] + "” is broken");
      }
    });
    parts(strip, "p").concat([].slice.call(controls.children)).forEach(function (e) {
      if (e.getClientRects().length && (out(box(e), screen) || out(box(e), e.parentNode.getBoundingClientRect()))) say(e.className + e.localName + " “" + e.textContent + "” is cut");
    });
    parts(strip, "*").concat(parts(controls, "*"), parts(slide, "*")).forEach(function (e) {
      if (e.closest("svg") || !e.getClientRects().length || ![].some.call(e.childNodes, function (n) { return n.nodeType === 3 && n.data.trim(); })) return;
      var under = e;
      while (under.parentNode.nodeType === 1 && /, 0\)$|transparent/.test(getComputedStyle(under).backgroundColor)) under = under.parentNode;
      var a = light(getComputedStyle(e).color), b = light(getComputedStyle(under).backgroundColor);
      if ((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 7) say("“" + e.textContent + "” has too little contrast");
    });
    var shown = parts(slide, "h2, .sub, .reward, table, figcaption").filter(function (e) { return e.getClientRects().length; });
    var boxes = shown.map(box);
    shown.forEach(function (a, i) { shown.slice(i + 1).forEach(function (b, j) { if (meet(boxes[i], boxes[i + 1 + j])) say(a.localName + " and " + b.className + b.localName + " overlap"); }); });
    if (!strip.querySelector(".state").getClientRects().length) say("no state");
    var kind = slide.classList[1];
    kinds.push(kind + " " + slide.querySelector("h1, h2").textContent);
    [].forEach.call(slide.querySelectorAll("tbody tr"), function (row) {
      (rows[kind] = rows[kind] || []).push(row.querySelector("th").textContent);
    });
  }
  return JSON.stringify({wrong: wrong, rows: rows, kinds: kinds});
}
