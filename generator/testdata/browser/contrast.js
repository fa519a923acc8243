// contrast(least, paper): every text of the page whose contrast against what lies behind it is below least,
// as "selector 「text」 ratio: colour on ground". Grounds are composed from the root down, a gradient by each of
// its colours; on paper without backgrounds, as browsers print. In a chart the shapes drawn before a text and
// touching it are grounds as well.
function contrast(least, paper) {
  var grounds = new Map(), found = {}, probe = document.createElement("i");
  document.body.appendChild(probe);
  probe.style.backgroundColor = paper ? "#fff" : "Canvas";
  var canvas = rgba(getComputedStyle(probe).backgroundColor);
  probe.remove();

  function rgba(text) {
    var m = /^rgba?\(([^)]+)\)$/.exec(text);
    if (!m) throw new Error("a colour that is not understood: " + text);
    var n = m[1].split(/[\s,\/]+/).map(parseFloat);
    return [n[0], n[1], n[2], n.length > 3 ? n[3] : 1];
  }
  function over(top, below) {
    return [0, 1, 2].map(function (i) { return top[i] * top[3] + below[i] * (1 - top[3]); }).concat(1);
  }
  function luminance(c) {
    var l = [0, 1, 2].map(function (i) { var v = c[i] / 255; return v <= .04045 ? v / 12.92 : Math.pow((v + .055) / 1.055, 2.4); });
    return .2126 * l[0] + .7152 * l[1] + .0722 * l[2];
  }
  function ratio(a, b) {
    var x = luminance(a), y = luminance(b);
    return (Math.max(x, y) + .05) / (Math.min(x, y) + .05);
  }
  // All colours that may lie behind an element's text, and how opaque the element is.
  function behind(e) {
    if (!e) return { colours: [canvas], opacity: 1 };
    if (grounds.has(e)) return grounds.get(e);
    var up = behind(e.parentElement), style = getComputedStyle(e), colours = up.colours;
    if (!paper && !e.ownerSVGElement) {
      var own = rgba(style.backgroundColor);
      var plain = colours = colours.map(function (c) { return over(own, c); });
      (style.backgroundImage.match(/rgba?\([^)]*\)/g) || []).forEach(function (stop) {
        if (rgba(stop)[3]) colours = colours.concat(plain.map(function (c) { return over(rgba(stop), c); }));
      });
    }
    var result = { colours: colours, opacity: up.opacity * style.opacity };
    grounds.set(e, result);
    return result;
  }
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
    var ground = behind(e), top = rgba(colour), worst = Infinity, on;
    top[3] *= ground.opacity;
    ground.colours.concat(shapes.map(function (s) { return over(s, ground.colours[0]); })).forEach(function (c) {
      var r = ratio(over(top, c), c);
      if (r < worst) worst = r, on = c;
    });
    if (worst < least) found[where(e)] = found[where(e)] || "「" + text.trim().slice(0, 20) + "」 " + worst.toFixed(2) + ": " + colour + " on " + on.map(Math.round).slice(0, 3);
  }
  function where(e) {
    for (var names = []; e && e !== document.body && names.length < 4; e = e.parentElement)
      names.unshift(e.localName + (e.getAttribute("class") ? "." + e.getAttribute("class").trim().split(/\s+/).join(".") : ""));
    return names.join(" > ");
  }
  function seen(e) { return e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0; }

  for (var walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), n; (n = walk.nextNode());) {
    var e = n.parentElement, svg = e.ownerSVGElement;
    if (n.data.trim() && seen(e) && !/^(script|style|title|desc)$/.test(e.localName))
      check(e, svg ? getComputedStyle(e).fill : getComputedStyle(e).color, n.data, svg ? shapesBehind(e) : []);
  }
  document.body.querySelectorAll("*").forEach(function (e) {
    ["::before", "::after", "::placeholder"].forEach(function (part) {
      var style = getComputedStyle(e, part), text = part === "::placeholder" ? e.placeholder || "" : style.content;
      if (text && text !== "none" && text !== "normal" && /[^"\s]/.test(text) && seen(e)) check(e, style.color, part + text, []);
    });
    if (/^(input|select|textarea)$/.test(e.localName) && seen(e)) check(e, getComputedStyle(e).color, e.localName, []);
  });
  return Object.keys(found).map(function (k) { return k + " " + found[k]; });
}
