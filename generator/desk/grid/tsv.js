/* The clipboard of spreadsheets. A cell that begins with a quotation mark ends with one; if none ends it, the
   mark is text. The last line break begins no row. */
function fromTSV(text) {
  var rows = [[]], from = 0, shut, end, next = /[\t\n]|$/g;
  text = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  do {
    shut = text.charAt(from) === '"' ? closing(text, from + 1) : -1;
    next.lastIndex = from;
    end = shut < 0 ? next.exec(text).index : shut + 1;
    rows[rows.length - 1].push(shut < 0 ? text.slice(from, end) : text.slice(from + 1, shut).replace(/""/g, '"'));
    if (text.charAt(end) === "\n") rows.push([]);
    from = end + 1;
  } while (end < text.length);
  return rows;
}

function closing(text, from) {
  for (from = text.indexOf('"', from); from >= 0 && text.charAt(from + 1) === '"'; ) from = text.indexOf('"', from + 2);
  return from >= 0 && /^[\t\n]?$/.test(text.charAt(from + 1)) ? from : -1;
}

function toTSV(rows) {
  return rows.map(function (row) {
    return row.map(function (cell) { return /[\t\n]|^"/.test(cell) ? '"' + cell.replace(/"/g, '""') + '"' : cell; }).join("\t");
  }).join("\r\n");
}
