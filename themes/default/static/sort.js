/* Sorts the tables that the template marks (data-sort: the words of the button that restores the
   order) by a tap on a heading: figures by value, from the highest; 户号 and dates by the numbers in
   them; other words together, as they come first. Ties keep the order in which the rows were sent.
   Under a heading marked data-latest rows were sent from the latest period back. */
(function () {
  "use strict";

  /* text is what stands under a heading, where cells may span several; of a corrected figure, what it
     is now. The sign # keeps a 户号 from being a figure. */
  function text(row, column) {
    var i, at = 0, cell;
    for (i = 0; i < row.cells.length; i++) {
      cell = row.cells[i];
      at += cell.colSpan;
      if (at > column) return (cell.tagName === "TH" ? "#" : "") + (cell.querySelector("[data-figure]") || cell).textContent.trim();
    }
    return "";
  }

  /* key is a text's kind, 0 for a figure, and what it is compared by; down begins a fall (降2). */
  function key(text, down, seen) {
    var number = /^[+\u2212-]?\d+(\.\d+)?(?=$|[%\/ ])/.exec(text);
    if (down) return [0, (text.indexOf(down) ? 1 : -1) * /\d+|$/.exec(text)[0]];
    if (number) return [0, +number[0].replace("\u2212", "-")];
    if (/\d/.test(text)) return [1, text.replace(/\d+/g, function (n) { return ("00000000000" + n).slice(-12); })];
    if (text) return [2, seen.indexOf(text) < 0 ? seen.push(text) - 1 : seen.indexOf(text)];
    return [3, 0];
  }

  function equip(table) {
    var body = table.tBodies[0], sent = [].slice.call(body.rows), heads = [].slice.call(table.tHead.rows[0].cells);
    var box = table.parentNode, back = button(table.getAttribute("data-sort"), function () {
      show(sent);
      box.parentNode.removeChild(back);
      box.focus();
    });
    back.className = "restore";

    function button(words, tapped) {
      var b = document.createElement("button");
      b.type = "button";
      b.textContent = words;
      b.addEventListener("click", tapped);
      return b;
    }

    /* show puts the rows into an order, and marks the heading that made it. */
    function show(rows, head, way) {
      var all = document.createDocumentFragment();
      rows.forEach(function (row) { all.appendChild(row); });
      body.appendChild(all);
      heads.forEach(function (h) { h.removeAttribute("aria-sort"); });
      if (head) head.setAttribute("aria-sort", way);
      box.scrollTop = 0;
    }

    function sort(head) {
      var seen = [], way = head.getAttribute("aria-sort"), keys = sent.map(function (row, i) {
        if (head.hasAttribute("data-latest")) return [1, -i, i];
        return key(text(row, head.cellIndex), head.getAttribute("data-down"), seen).concat(i);
      });
      var up = way ? way === "descending" : keys.every(function (k) { return k[0]; });
      keys.sort(function (a, b) {
        var by = a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0;
        return a[0] - b[0] || (up ? by : -by) || a[2] - b[2];
      });
      show(keys.map(function (k) { return sent[k[2]]; }), head, up ? "ascending" : "descending");
      box.parentNode.insertBefore(back, box);
    }

    heads.forEach(function (head, i) {
      var b = button(head.textContent, function () { sort(head); });
      function differs(row) { return text(row, i) !== text(sent[0], i); }
      if (!sent.some(differs)) return; /* the same in every row: nothing to sort */
      head.textContent = "";
      head.appendChild(b);
    });
  }

  [].forEach.call(document.querySelectorAll("table[data-sort]"), equip);
})();
