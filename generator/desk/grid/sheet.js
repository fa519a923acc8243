/* The sheet: what the file holds (was) and what stands in the page (now), cell by cell in the order of reading. */
var on = {}, was = [], now, found = {}, general = [], done = [], undone = [], rowOf = {}, ids = {}, columnOf = {}, sheet, said, items, rows, width;

[].forEach.call(document.querySelectorAll("[id]"), function (e) { on[e.id] = e; });
sheet = JSON.parse(on.sheet.textContent);
said = JSON.parse(on.words.textContent);
items = sheet.Items;
rows = sheet.Rows;
width = items.length;
items.forEach(function (item, c) { columnOf[item.Code] = c; });
rows.forEach(function (row, r) {
  rowOf[row.ID] = r;
  ids[bare(row.ID)] = 1;
  was.push.apply(was, row.Cells);
});
now = was.slice();

function words(key, a, b) { return said[key].replace("{a}", a).replace("{b}", b); }
/* A number of a household as a spreadsheet leaves it. */
function bare(id) { return id.replace(/^0+/, ""); }
function line(n) { return (n - n % width) / width; }
function rowAt(n) { return rows[line(n)]; }
function itemAt(n) { return items[n % width]; }
function named(n) { return rowAt(n).ID + " " + itemAt(n).Name; }
function shown(text) { return text || said.empty; }
function cellsOf(r) { return now.slice(r * width, r * width + width); }

/* The number of a cell that a request names; NaN of none. */
function cell(c) { return rowOf[c.household] * width + columnOf[c.item]; }

function changes() {
  var list = [];
  now.forEach(function (text, n) {
    if (text !== was[n]) list.push({ household: rowAt(n).ID, item: itemAt(n).Code, value: text });
  });
  return list;
}

/* Takes what the check says of cells; of a row or the whole sheet. */
function judge(problems, totals) {
  found = {};
  general = [];
  (problems || []).forEach(function (p) {
    var n = cell(p);
    if (!(n >= 0)) general.push({ n: rowOf[p.household] * width, text: p.text });
    else if (!found[n] || p.severity === "error") found[n] = p;
  });
  rows.forEach(function (row) { row.total = totals && totals[row.ID]; });
}

/* The check's words, or the page's own until it was asked. */
function problem(n) { return found[n] || fault(itemAt(n), now[n]); }
function told(n) {
  var p = problem(n);
  return p ? (p.text.indexOf(rowAt(n).ID) < 0 ? named(n) + "：" : "") + p.text : "";
}
function problems() {
  var list = [];
  now.forEach(function (text, n) { if (problem(n)) list.push({ n: n, text: told(n) }); });
  return list.concat(general);
}

function put(n, text) {
  now[n] = text;
  rowAt(n).total = "";
  delete found[n];
}

/* One step, undone as a whole: cells, and what text each gets. Locked rows stay. */
function step(cells, text, name) {
  var kept = [], moved = [];
  cells.forEach(function (n) {
    var next = text(n);
    if (next !== now[n]) (rowAt(n).Locked ? kept : moved).push([n, now[n], next]);
  });
  moved.forEach(function (m) { put(m[0], m[2]); });
  if (moved.length) {
    done.push({ moved: moved, name: name });
    undone = [];
  }
  return words("changed", name, moved.length) + (kept.length ? words("kept", kept.length, rowAt(kept[0][0]).Locked) : "");
}
