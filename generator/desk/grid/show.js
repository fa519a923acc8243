/* Draws the rows in sight, and the text area over the active cell. */
var box = on.box, pen = on.pen, body = on.rows, top = on.top, heads = document.querySelectorAll(".i"), above = body.rows[0], below = body.rows[1];
var drawn = {}, height = 36, at = 0, to = 0; /* the active cell, and the other corner of what is chosen */

function add(parent, name, text, kind) {
  var e = document.createElement(name);
  e.className = kind || "";
  e.textContent = text || "";
  return parent.appendChild(e);
}
/* A text that stays is not told twice. */
function show(id, text) { if (on[id].textContent !== text) on[id].textContent = text; }
function say(text) { show("say", text); }
function aria(e, name, value) { e.setAttribute("aria-" + name, value); }

function within(n) {
  return (line(n) - line(at)) * (line(n) - line(to)) <= 0 && (n % width - at % width) * (n % width - to % width) <= 0;
}
function chosen() {
  var list = [], n;
  for (n = Math.min(at, to) - width; n < Math.max(at, to) + width; n++) if (n >= 0 && within(n)) list.push(n);
  return list;
}

function newRow(r, next) {
  var tr = body.insertBefore(document.createElement("tr"), next), row = rows[r];
  aria(tr, "rowindex", r + 3);
  add(tr, "th", row.ID, "id").scope = "row";
  add(tr, "th", row.Head, "head").scope = "row";
  add(tr.cells[1], "small", " " + row.Group);
  items.forEach(function () { add(tr, "td"); });
  add(tr, "td");
  add(tr, "td", "", "change");
  return tr;
}

function paint(r) {
  var row = rows[r], cells = drawn[r].cells, sum = total(items, cellsOf(r), sheet.Rule, sheet.Unit), points = row.total ? hundredths(row.total) : sum.sum, than = points - row.Before;
  drawn[r].className = (row.Locked ? "locked" : "") + (r === line(at) ? " at" : "");
  items.forEach(function (item, c) {
    var td = cells[c + 2], n = r * width + c, p = problem(n), kind = (now[n] === was[n] ? "" : "changed ") + (p ? p.severity : "") + (within(n) ? " in" : "");
    if (td.text !== now[n]) td.textContent = td.text = now[n];
    if (td.className === kind) return;
    td.className = kind;
    aria(td, "selected", within(n));
    aria(td, "invalid", /error/.test(kind));
  });
  cells[width + 2].textContent = cellsOf(r).join("") && decimal(points, sheet.Digits);
  cells[width + 2].className = sum.done ? "total" : "total part";
  cells[width + 3].textContent = sum.done && row.Before !== null ? (than > 0 ? "+" : "") + decimal(than, sheet.Digits) : "";
}

function draw() {
  var first = Math.max(0, Math.floor(box.scrollTop / height) - 8), last = Math.min(rows.length, first + Math.ceil(box.clientHeight / height) + 16), r, next = below;
  Object.keys(drawn).forEach(function (r) {
    if (r >= first && r < last) return;
    body.removeChild(drawn[r]);
    delete drawn[r];
  });
  for (r = last - 1; r >= first; r--) {
    next = drawn[r] = drawn[r] || newRow(r, next);
    paint(r);
  }
  above.style.height = first * height + "px";
  below.style.height = (rows.length - last) * height + "px";
}

/* Scrolls just so far that a cell shows beside what is frozen. */
function reveal(n) {
  var head = heads[n % width], x = head.offsetLeft, y = line(n) * height;
  box.scrollTop = Math.max(y + height + top.offsetHeight - box.clientHeight, Math.min(box.scrollTop, y));
  box.scrollLeft = Math.max(x + head.offsetWidth + 2 * on.sum.offsetWidth - box.clientWidth, Math.min(box.scrollLeft, x - heads[0].offsetLeft));
}

/* What a screen reader says of the active cell, and the line above the sheet. */
function tell() {
  var row = rowAt(at), item = itemAt(at), p = pen.value === now[at] ? problem(at) : fault(item, pen.value), why = row.Locked ? words("locked", row.Locked) : p ? p.text : "";
  aria(pen, "label", [row.ID + " 户", item.Name, "第 " + (at % width + 3) + " 列", item.Limit, why].filter(Boolean).join("，"));
  aria(pen, "invalid", !!p && p.severity === "error");
  show("where", row.ID + " " + row.Head + "　" + item.Name + "　" + item.Limit);
  show("why", why || (now[at] === was[at] ? "" : words("file", shown(was[at]))));
  on.why.className = p ? p.severity : "";
}

/* Lays the text area over the active cell, its text selected: what is typed takes its place. A text amid which
   an answer comes stays. */
function place() {
  var head = heads[at % width];
  if (editing) return;
  pen.style.left = head.offsetLeft + "px";
  pen.style.top = top.offsetHeight + line(at) * height + "px";
  pen.style.width = head.offsetWidth + "px";
  pen.readOnly = !!rowAt(at).Locked;
  pen.value = now[at];
  pen.className = "";
  if (document.activeElement === pen) pen.select();
  tell();
}
