// What the scripts beside this one share: where an element stands, whether it shows, and colours.
function where(e) {
  for (var names = []; e && e !== document.body && names.length < 4; e = e.parentElement)
    names.unshift(e.localName + (e.getAttribute("class") ? "." + e.getAttribute("class").trim().split(/\s+/).join(".") : ""));
  return names.join(" > ");
}
function seen(e) { return e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0; }
function each(selector, visit) { Array.prototype.forEach.call(document.querySelectorAll(selector), visit); }
function unfold() { each("details", function (d) { d.open = true; }); }
function lines(found) { return Object.keys(found).map(function (k) { return k + " " + found[k]; }); }

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
// worst is the least contrast of a colour on what lies behind it, and on which colour.
function worst(colour, ground, more) {
  var top = rgba(colour), least = { ratio: Infinity };
  top[3] *= ground.opacity;
  ground.colours.concat(more || []).forEach(function (c) {
    var r = ratio(over(top, c), c);
    if (r < least.ratio) least = { ratio: r, on: c.map(Math.round).slice(0, 3) };
  });
  return least;
}

// grounds gives a function that tells all colours that may lie behind an element's text, how opaque the element
// is, and which of its effects change colours in ways that cannot be told here. Grounds are composed from the root
// down, a gradient by each of its colours; on paper without backgrounds, as browsers print.
function grounds(paper) {
  var known = new Map(), probe = document.createElement("i");
  document.body.appendChild(probe);
  probe.style.backgroundColor = paper ? "#fff" : "Canvas";
  var canvas = rgba(getComputedStyle(probe).backgroundColor);
  probe.remove();
  return function behind(e) {
    if (!e) return { colours: [canvas], opacity: 1, effect: "" };
    if (known.has(e)) return known.get(e);
    var up = behind(e.parentElement), style = getComputedStyle(e), colours = up.colours;
    if (!paper && !e.ownerSVGElement) {
      var own = rgba(style.backgroundColor), stops = style.backgroundImage.match(/rgba?\([^)]*\)/g) || [];
      var plain = own[3] ? colours.map(function (c) { return over(own, c); }) : colours;
      colours = stops.reduce(function (all, stop) {
        stop = rgba(stop);
        return stop[3] ? all.concat(plain.map(function (c) { return over(stop, c); })) : all;
      }, plain).filter(function (c, i, all) { return all.findIndex(function (o) { return String(o) === String(c); }) === i; });
    }
    var result = { colours: colours, opacity: up.opacity * style.opacity, effect: up.effect };
    ["filter", "maskImage", "mixBlendMode"].forEach(function (name) {
      if (!/^(none|normal)$/.test(style[name])) result.effect = name + " " + style[name];
    });
    known.set(e, result);
    return result;
  };
}

// unmarked tells why one would not see that an element has the focus.
function unmarked(e, behind) {
  var style = getComputedStyle(e), width = parseFloat(style.outlineWidth);
  if (style.outlineStyle === "none" || style.outlineStyle !== "auto" && width < 2) return "has the focus without an outline";
  var least = worst(style.outlineColor, behind(parseFloat(style.outlineOffset) < 0 ? e : e.parentElement));
  if (least.ratio < 3) return "has the focus with an outline of contrast " + least.ratio.toFixed(2) + ": " + style.outlineColor + " on " + least.on;
  return "";
}
