// contrast(least, paper): every text of the page whose contrast against what lies behind it is below least,
// as "selector 「text」 ratio: colour on ground". In a chart the shapes drawn before a text and touching it are
// grounds as well. Of what is held as if it had the focus (data-held), also an outline that does not show.
function contrast(least, paper) {
  var behind = grounds(paper), found = {};

  function shapesBehind(e) {
    var box = e.getBoundingClientRect(), inset = box.height / 5, own = getComputedStyle(e); // above and below the digits
    if (/^stroke/.test(own.paintOrder) && /^rgb/.test(own.stroke)) return [rgba(own.stroke)];
    return Array.prototype.filter.call(e.ownerSVGElement.querySelectorAll("rect, circle, path, polygon"), function (s) {
      var b = s.getBoundingClientRect(), fill = getComputedStyle(s).fill;
      return fill.indexOf("rgb") === 0 && b.width && b.height && s.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING &&
        b.left < box.right && b.right > box.left && b.top < box.bottom - inset && b.bottom > box.top + inset;
    }).map(function (s) {
      var fill = rgba(getComputedStyle(s).fill);
      fill[3] *= s.closest("defs") ? 0 : getComputedStyle(s).fillOpacity;
      return fill;
    });
  }
  function check(e, colour, text, shapes) {
    var ground = behind(e), bad = worst(colour, ground, shapes.map(function (s) { return over(s, ground.colours[0]); }));
    if (ground.effect) tell(e, "has the effect " + ground.effect);
    if (bad.ratio < least) tell(e, "「" + text.trim().slice(0, 20) + "」 " + bad.ratio.toFixed(2) + ": " + colour + " on " + bad.on);
  }
  function tell(e, what) { found[where(e)] = found[where(e)] || what; }

  for (var walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), n; (n = walk.nextNode());) {
    var e = n.parentElement, svg = e.ownerSVGElement;
    if (n.data.trim() && seen(e) && !/^(script|style|title|desc)$/.test(e.localName))
      check(e, svg ? getComputedStyle(e).fill : getComputedStyle(e).webkitTextFillColor, n.data, svg ? shapesBehind(e) : []);
  }
  each("body *", function (e) {
    ["::before", "::after", "::placeholder"].forEach(function (part) {
      var style = getComputedStyle(e, part), text = part === "::placeholder" ? e.placeholder || "" : style.content;
      if (text && text !== "none" && text !== "normal" && /[^"\s]/.test(text) && seen(e)) check(e, style.color, part + text, []);
    });
    if (/^(input|select|textarea)$/.test(e.localName) && seen(e)) check(e, getComputedStyle(e).color, e.localName, []);
  });
  each("[data-held]", function (e) {
    var why = seen(e) && unmarked(e, behind);
    if (why) tell(e, why);
  });
  return lines(found);
}

// hold marks one element of each place on the page that a pointer or the focus may reach, the skip link among them.
function hold() {
  var places = {};
  each("a[href], button, summary, input, select", function (e) {
    if (!places[where(e)] && seen(e) && e.type !== "hidden") e.setAttribute("data-held", "");
    places[where(e)] = true;
  });
}
