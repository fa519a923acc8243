/* Texts of cells. Points are summed in hundredths, as whole numbers. */
var NA = "不适用";

function clean(text) {
  text = text.replace(/[\uff01-\uff5e]/g, function (c) { return String.fromCharCode(c.charCodeAt(0) - 0xfee0); });
  text = text.replace(/\u2212/g, "-").replace(/\s+/g, " ").trim().replace(/^([+-]?\d+)[。｡·・](\d+)$/, "$1.$2");
  return /^n\/a$/i.test(text) ? NA : text;
}

/* NaN of what is no figure or too fine. */
function hundredths(text) {
  var m = /^([+-]?)0*(\d{1,9})(?:\.(\d{1,2})0*)?$/.exec(text);
  return m ? (m[1] === "-" ? -1 : 1) * (m[2] * 100 + +((m[3] || "") + "00").slice(0, 2)) : NaN;
}

function decimal(n, digits) {
  var whole = Math.abs(n), text = ("0" + whole % 100).slice(-2);
  while (text.length > digits && text.slice(-1) === "0") text = text.slice(0, -1);
  return (n < 0 ? "-" : "") + (whole - whole % 100) / 100 + (text && "." + text);
}

/* A row's sum with what 不适用 counts as, under scale rounded half up to unit; done: nothing is missing or wrong. */
function total(items, cells, rule, unit) {
  var sum = 0, base = 0, applies = 0, done = true, half;
  items.forEach(function (item, i) {
    var text = clean(cells[i]), n = text !== NA ? hundredths(text) : rule === "full" ? item.High : 0;
    base += item.High;
    if (text !== NA) applies += item.High;
    if (n === n) sum += n; else done = false;
  });
  if (rule === "scale" && applies < base) {
    half = applies * unit;
    sum = 2 * sum * base + half;
    sum = applies ? unit * (sum - sum % (2 * half)) / (2 * half) : base;
  }
  return { sum: sum, done: done };
}

/* What is wrong with a text under an item. */
function fault(item, text) {
  var m = /^[+-]?\d+(?:\.(\d*?)0*)?$/.exec(text = clean(text)), n = hundredths(text), fine = m && m[1] ? m[1].length : 0, key;
  if (!text || text === NA) return null;
  key = !m ? "number" : fine > 2 ? "fine" : n >= item.Low && n <= item.High ? fine > item.Digits && "finer" : "range";
  return key && { severity: key === "finer" ? "note" : "error", text: words(key, text, key === "range" ? item.Range : item.Digits) };
}
