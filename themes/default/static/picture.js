/* Draws the long picture of a period for the village's group, from the page's template.
   It is drawn here and not in the build: this computer has a Chinese font with every rare character,
   the program need not carry one and makes the same bytes everywhere, twelve periods a year weigh
   nothing, and it also works from file://. */
(function () {
  "use strict";
  var wide = 1080, tall = 8192, edge = 60, inner = wide - 2 * edge; /* taller, some phones draw nothing */
  var red = "#8a1414", ink = "#1c1b19", soft = "#47443d", rule = "#d8d3c6", wash = "#f3f0e7", paper = "#fdfcf8";
  /* The styles of letters by class: size, colour, space above, bold. */
  var styles = {
    place: [44, "#fff", 0], title: [84, "#fff", 0, 1], state: [34, "#fff", 24, 1],
    days: [34, soft, 22], until: [44, red, 0, 1], way: [38, ink, 28, 1], board: [44, ink, 52, 1],
    code: [40, ink, 0, 1], spoken: [56, red, 0, 1], small: [28, soft, 16], "": [36, ink, 20]
  };
  var box = document.querySelector(".picture"), source = box.querySelector("template"), parts = (source.content || source).children;
  var family = getComputedStyle(document.body).fontFamily, pen = document.createElement("canvas").getContext("2d"), sheets;

  function font(size, bold) { return (bold ? "bold " : "") + size + "px " + family; }
  function width(text) { return pen.measureText(text).width; }
  function all(list, visit) { Array.prototype.forEach.call(list, visit); }

  /* lines breaks a text where Chinese may break: not in a number or word, nor before what closes; behind a
     comma or the like, if one stands in the second half of the line. */
  function lines(text, room) {
    var list = [""], whole = /[\uff08\u201c\u300a\u3010]*(?:[\w.:\/%+*-]+(?: \d[\d-]*)*|[\ud800-\udbff][\udc00-\udfff]|[^])[\u3001\u3002\uff0c\uff1a\uff1b\uff01\uff1f\uff09\u201d\u300b\u3011]*/g;
    text.trim().replace(whole, function (part) {
      var last = list.length - 1, line = list[last], stop = 1 + line.search(/[\u3001\u3002\uff0c\uff1a\uff1b][^\u3001\u3002\uff0c\uff1a\uff1b]*$/);
      if (!line || width(line + part) <= room) return (list[last] += part);
      if (stop < line.length / 2) stop = line.length;
      list[last] = line.slice(0, stop);
      list.push((line.slice(stop) + part).trim());
    });
    return list;
  }

  function fill(sheet, colour, x, y, w, h, below) {
    sheet.ops[below ? "unshift" : "push"](function (to) { to.fillStyle = colour; to.fillRect(x, y, w, h); });
  }

  /* letters puts a line of text whose middle is at y; x is its left edge, or its right one. */
  function letters(sheet, text, face, colour, x, y, right) {
    sheet.ops.push(function (to) {
      to.font = face;
      to.fillStyle = colour;
      to.textAlign = right ? "right" : "left";
      to.textBaseline = "middle";
      to.fillText(text, x, y);
    });
  }

  function write(sheet, words, style, x, room) {
    var s = styles[style], face = pen.font = font(s[0], s[3]);
    sheet.y += s[2];
    lines(words, room).forEach(function (line) {
      letters(sheet, line, face, s[1], x, sheet.y + s[0] * .75);
      sheet.y += s[0] * 1.5;
    });
  }

  /* badges are the words of the period's state as the page shows them now, and which picture it is. */
  function badges(sheet) {
    var s = styles.state, y = sheet.y + s[2], at = sheets.length;
    sheet.y = y + s[0] * 1.6;
    sheet.ops.push(function (to) {
      var x = edge, words = [];
      all(document.querySelectorAll(".lead .state"), function (e) { words.push(e.textContent); });
      if (sheets.length > 1) words.push(numbered(at));
      to.font = font(s[0], s[3]);
      to.textAlign = "left";
      to.textBaseline = "middle";
      to.strokeStyle = to.fillStyle = s[1];
      to.lineWidth = 3;
      words.forEach(function (word) {
        var w = to.measureText(word).width + 40;
        to.strokeRect(x, y, w, s[0] * 1.6);
        to.fillText(word, x + 20, y + s[0] * .82);
        x += w + 20;
      });
    });
  }

  function numbered(n) { return source.getAttribute("data-one").replace("#", n).replace("*", sheets.length); }

  /* stamp is a seal at the right of the head, its characters one below the other. */
  function stamp(sheet) {
    var signs = source.getAttribute("data-stamp").split(""), size = 96, x = wide - edge - size - 44, y = 72;
    signs.forEach(function (sign, i) { letters(sheet, sign, font(size, 1), "#fff", x + 22, y + 22 + (i + .55) * size * 1.15); });
    sheet.ops.push(function (to) {
      to.strokeStyle = "#fff";
      to.lineWidth = 7;
      to.lineJoin = "round";
      to.strokeRect(x, y, size + 44, signs.length * size * 1.15 + 44);
    });
  }

  function head(sheet, part) {
    stamp(sheet);
    sheet.y = 64;
    all(part.children, function (p) { write(sheet, p.textContent, p.className, edge, inner - 170); });
    badges(sheet);
    sheet.y += 56;
    fill(sheet, red, 0, 0, wide, sheet.y, true);
    sheet.y += 40;
  }

  function frame(sheet, part) {
    var top = sheet.y, h;
    all(part.children, function (p) { write(sheet, p.textContent, p.className, edge + 36, inner - 72); });
    h = sheet.y + 22 - top;
    fill(sheet, red, edge, top, 10, h, true);
    fill(sheet, wash, edge, top, inner, h, true);
    sheet.y = top + h + 10;
  }

  function code(sheet, svg, x, y) {
    var side = svg.getAttribute("viewBox").split(" ")[2], scale = Math.floor(330 / side);
    sheet.ops.push(function (to) {
      to.save();
      to.translate(x, y);
      to.scale(scale, scale);
      all(svg.querySelectorAll("path"), function (path) {
        to.fillStyle = path.getAttribute("fill") || "#000";
        to.fill(new Path2D(path.getAttribute("d")));
      });
      to.restore();
    });
    return side * scale;
  }

  function foot(sheet, part) {
    var svg = window.Path2D && part.querySelector("svg"), top = sheet.y + 56, side = 0;
    if (part.children.length) fill(sheet, rule, edge, sheet.y + 28, inner, 3);
    if (svg) side = code(sheet, svg, edge, top) + 40;
    sheet.y = top;
    all(part.querySelectorAll("p"), function (p) { write(sheet, p.textContent, p.className, edge + side, inner - side); });
    sheet.y = Math.max(sheet.y, side + top);
  }

  function put(sheet, part) {
    var name = part.localName;
    if (name === "header") head(sheet, part);
    else if (name === "div") frame(sheet, part);
    else if (name === "footer") foot(sheet, part);
    else write(sheet, part.textContent, part.className, edge, inner);
  }

  /* opened is a new picture with all that stands above the tables: each is passed on by itself. */
  function opened() {
    var sheet = { y: 0, ops: [] }, i = 0;
    sheets.push(sheet);
    for (; !parts[i].className.match("board"); i++) put(sheet, parts[i]);
    return sheet;
  }

  function closed(sheet) {
    for (var i = [].indexOf.call(parts, (source.content || source).querySelector("footer")); i < parts.length; i++) put(sheet, parts[i]);
    sheet.y += 48;
  }

  /* columns is how rows of such letters stand: the least widths of the columns, and how many blocks side by side. */
  function columns(size, rows) {
    var c = { size: size, high: Math.round(size * 1.6), gap: size * 1.5, widths: [] }, need = size * 1.6;
    pen.font = font(size, 1);
    rows.forEach(function (row) {
      row.forEach(function (text, i) { c.widths[i] = Math.max(c.widths[i] || 0, width(text)); });
    });
    c.widths.forEach(function (w) { need += w; });
    c.blocks = Math.max(1, Math.floor((inner + c.gap) / (need + c.gap)));
    c.wide = (inner - c.gap * (c.blocks - 1)) / c.blocks;
    return c;
  }

  /* row puts one household into a block: the number at its left edge, the rank at its right one. */
  function row(sheet, c, texts, x, y, colour) {
    var right = x + c.wide, middle = right - c.widths[2] - (c.wide - c.widths[0] - c.widths[1] - c.widths[2]) / 2;
    letters(sheet, texts[0], font(c.size), colour, x, y + c.high / 2);
    letters(sheet, texts[1], font(c.size, colour === ink), colour, middle, y + c.high / 2, true);
    letters(sheet, texts[2], font(c.size), colour, right, y + c.high / 2, true);
    fill(sheet, rule, x, y + c.high - 2, c.wide, 2);
  }

  /* grid puts rows down one block, then the next. */
  function grid(sheet, c, heads, rows) {
    var down = Math.ceil(rows.length / c.blocks), b, x;
    for (b = 0; b * down < rows.length; b++) {
      x = edge + b * (c.wide + c.gap);
      fill(sheet, wash, x, sheet.y, c.wide, c.high);
      row(sheet, c, heads, x, sheet.y, soft);
      rows.slice(b * down, (b + 1) * down).forEach(function (texts, i) { row(sheet, c, texts, x, sheet.y + (i + 1) * c.high, ink); });
    }
    sheet.y += (down + 1) * c.high;
  }

  /* table puts a board into the last picture, and what has no room there into further ones. */
  function table(title, part, below) {
    var heads = part.getAttribute("data-heads").split(","), sheet = sheets[sheets.length - 1], size = 36, whole = true, c, down;
    var rows = part.textContent.split(";").map(function (line) { return line.split(","); });
    do c = columns(size, [heads].concat(rows));
    while (Math.ceil(rows.length / c.blocks) * c.high > tall - sheet.y - below && (size -= 4) >= 28);
    while (rows.length) {
      down = Math.floor((tall - sheet.y - below - 130) / c.high) - 1;
      if (down < Math.min(5, rows.length / c.blocks)) {
        closed(sheet);
        sheet = opened();
        continue;
      }
      part = rows.splice(0, down * c.blocks);
      whole = whole && !rows.length;
      write(sheet, title.textContent + (whole ? "" : " " + part[0][0] + "\u2014" + part[part.length - 1][0]), "board", edge, inner);
      sheet.y += 10;
      grid(sheet, c, heads, part);
    }
  }

  function compose() {
    var end = { y: 0, ops: [] }, sheet;
    sheets = [];
    closed(end);
    sheet = opened();
    all(parts, function (part, i) {
      if (part.localName === "pre") table(parts[i - 1], part, end.y + 150);
      else if (part.className === "small" && parts[i - 1].localName === "pre") put(sheets[sheets.length - 1], part);
    });
    closed(sheets[sheets.length - 1]);
  }

  function draw(sheet) {
    var canvas = document.createElement("canvas"), to;
    canvas.width = wide;
    canvas.height = Math.ceil(sheet.y);
    to = canvas.getContext("2d");
    to.fillStyle = paper;
    to.fillRect(0, 0, wide, sheet.y);
    sheet.ops.forEach(function (op) { op(to); });
    return canvas;
  }

  /* show shows a picture, which a long press saves, above a link that saves it. */
  function show(sheet, i) {
    var figure = document.createElement("figure"), img = new Image(), p = document.createElement("p"), a = document.createElement("a");
    var canvas = draw(sheet), name = source.getAttribute("data-name"), one = sheets.length > 1 ? " " + numbered(i + 1) : "";
    img.alt = name + one;
    img.src = a.href = canvas.toDataURL("image/png");
    if (canvas.toBlob) canvas.toBlob(function (blob) { a.href = URL.createObjectURL(blob); });
    a.download = name + (one && "-" + (i + 1)) + ".png";
    a.textContent = source.getAttribute("data-save") + one;
    p.appendChild(a);
    figure.appendChild(img);
    figure.appendChild(p);
    box.appendChild(figure);
  }

  var button = document.createElement("button"), said = document.createElement("p");
  button.className = "copy";
  button.type = "button";
  button.textContent = source.getAttribute("data-make");
  said.setAttribute("role", "status");
  box.appendChild(button);
  box.appendChild(said);
  box.classList.add("ready"); /* it shows */
  button.addEventListener("click", function () {
    all([].slice.call(box.querySelectorAll("figure")), function (old) { box.removeChild(old); });
    compose();
    sheets.forEach(show);
    said.textContent = source.getAttribute("data-made");
  });
})();
