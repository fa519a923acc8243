/* Keys and clipboard. The text area keeps the focus and is never made anew; what is typed reaches it by the
   browser alone, so that an input method can compose in it. */
var editing, caret, fresh, leaving, tabbed = -1, acts;

/* inText: the arrows move in the text, as after F2. */
function begin(inText) {
  if (pen.readOnly) return;
  editing = true;
  caret = inText;
  pen.className = "typing";
  if (inText) pen.setSelectionRange(999, 999);
  reveal(at);
}
function abandon() {
  editing = false;
  place();
}
function commit() {
  var text = pen.value, n = at;
  if (!editing) return;
  abandon();
  if (text === now[n]) return;
  write([n], function () { return clean(text); }, named(n));
  say(told(n));
}

function choose(from, corner) {
  at = from;
  to = corner;
  reveal(to);
  draw();
  place();
}
function move(r, c, extend) {
  var n = Math.max(0, Math.min(r, rows.length - 1)) * width + Math.max(0, Math.min(c, width - 1));
  commit();
  tabbed = -1;
  choose(extend ? at : n, n);
}

function write(cells, text, name) {
  say(step(cells, text, name));
  changed();
}

function fill(texts, name) {
  write(Object.keys(texts), function (n) { return texts[n]; }, name);
}

/* Takes the last step back (to 1) or does it again (2), and brings it in sight. */
function again(from, onto, which, name) {
  var last = from.pop();
  if (!last) return say(words("none", name));
  onto.push(last);
  last.moved.forEach(function (m) { put(m[0], m[which]); });
  choose(+last.moved[0][0], +last.moved[last.moved.length - 1][0]);
  reveal(at);
  changed();
  say(words("again", name, last.name));
}

acts = {
  undo: function (name) { again(done, undone, 1, name); },
  redo: function (name) { again(undone, done, 2, name); },
  clear: function (name) { write(chosen(), function () { return ""; }, name); },
  na: function (name) { write(chosen(), function () { return NA; }, name); },
  down: function (name) {
    var list = chosen(), from = line(list[0]);
    if (line(at) === line(to)) from = Math.max(0, from - 1);
    write(list, function (n) { return now[from * width + n % width]; }, name);
  },
  full: function (name) { write(Object.keys(now), function (n) { return now[n] || itemAt(n).Full; }, name); },
  next: function () {
    var list = problems().filter(function (p) { return p.n >= 0; }), n = (list.filter(function (p) { return p.n > at; })[0] || list[0] || { n: now.indexOf("") }).n;
    if (n >= 0) move(line(n), n % width);
  },
  restore: function (name) {
    fill(kept, name);
    forget();
  },
  discard: forget,
  takeback: function () {
    post("undo", function (status, answer) {
      if (status !== 200) return say(answer.error || said.silent);
      window.onbeforeunload = keep;
      location.reload();
    });
  },
  save: save
};
function act(name) {
  commit();
  acts[name](on[name].title);
  if (!on.ask.open) pen.focus();
}

/* Figures go where they are put, unless beside others stands a column with three numbers of households or more.
   What may name households or items the desk reads. */
function paste(text) {
  var block = fromTSV(text), list = chosen(), from = list[0], wide = 0, texts = {}, first = {}, lost = 0, odd;
  block.forEach(function (row, r) {
    wide = Math.max(wide, row.length);
    row.forEach(function (t, c) {
      t = texts[from + r * width + c] = clean(t);
      odd = odd || t !== NA && /[^-\d.]|^0\d/.test(t);
      if (!c && ids[t]) first[t] = 1;
    });
  });
  function lay() {
    var down = line(from) + block.length - rows.length, right = from % width + wide - width;
    if (down > 0 || right > 0) return say(words("large", block.length, wide) + (down > 0 ? words("rows", down) : "") + (right > 0 ? words("columns", right) : ""));
    if (block.length * wide < 2) list.forEach(function (n) { texts[n] = texts[from]; });
    else if (!editing) choose(from, from + (block.length - 1) * width + wide - 1);
    fill(texts, words("paste", block.length, wide));
  }
  if (!odd && (wide < 2 || !Object.keys(first)[2])) return lay();
  post("paste", function (status, answer) {
    function put() {
      on.ask.close();
      fill(texts, answer.words);
    }
    if (status !== 200) return say(answer.error || said.silent);
    if (!answer.cells) return lay();
    if (on.ask.open) return say(said.busy);
    texts = {};
    answer.cells.forEach(function (c) {
      if (cell(c) >= 0) texts[cell(c)] = clean(c.value);
      else lost++;
    });
    if (lost) answer.left.push(words("gone", lost));
    if (!answer.left[0]) return put();
    ask(answer.words, said.put, put);
    answer.left.forEach(function (text) { add(on.asked, "p", text); });
  }, "", block);
}
pen.onpaste = function (e) {
  if (editing) return;
  e.preventDefault();
  paste(e.clipboardData.getData("text/plain"));
};
pen.oncopy = pen.oncut = function (e) {
  var block = [];
  if (editing) return;
  e.preventDefault();
  chosen().forEach(function (n) { (block[line(n)] = block[line(n)] || []).push(now[n]); });
  e.clipboardData.setData("text/plain", toTSV(block.filter(Boolean)));
  if (e.type === "cut") act("clear");
};

pen.oninput = function () {
  if (!editing) begin(false);
  tell();
};
/* A line break that no key was seen for is no figure. */
pen.onbeforeinput = function (e) { if (e.inputType === "insertLineBreak") e.preventDefault(); };
/* A composition that is given up leaves the cell as it was. */
pen.addEventListener("compositionstart", function () {
  fresh = !editing;
  pen.oninput();
});
pen.addEventListener("compositionend", function () { if (fresh && !pen.value) abandon(); });
pen.onblur = commit;
pen.onfocus = function () { if (!editing) place(); };

pen.onkeydown = function (e) {
  var k = e.keyCode, ctrl = e.ctrlKey || e.metaKey, shift = e.shiftKey, by = shift ? -1 : 1, n = shift ? to : at, r = line(n), c = n % width, tab = tabbed < 0 ? at % width : tabbed, out = leaving, far = ctrl ? rows.length : 0;
  var page = Math.floor((box.clientHeight - top.offsetHeight) / height) - 1;
  var go = { 33: [r - page, c], 34: [r + page, c], 35: [r + far, width], 36: [r - far, 0], 37: [r, c - 1], 38: [r - 1, c], 39: [r, c + 1], 40: [r + 1, c] }[k];
  var name = { 8: "clear", 46: "clear", 119: "next" }[k] || ctrl && { 68: "down", 89: "redo", 90: shift ? "redo" : "undo" }[k];
  if (e.isComposing || k === 229 || e.altKey || k > 15 && k < 19) return;
  leaving = false;
  if (editing && (caret && /^3[5679]$/.test(k) || ctrl && k > 64 && k < 91 || k === 8 || k === 46)) return;
  if (go) move(go[0], go[1], shift);
  else if (name) act(name);
  else if (k === 13) move(line(at) + by, tab);
  else if (k === 9) {
    if (out || now[at + by] === undefined) return;
    move(line(at + by), (at + by) % width);
    tabbed = tab;
  } else if (k === 27) {
    leaving = !editing;
    if (leaving) say(said.leave);
    abandon();
  } else if (k === 113) begin(true);
  else if (ctrl && k === 65) {
    choose(0, now.length - 1);
    reveal(0);
  } else if (ctrl && k === 70) on.find.focus();
  else {
    if (pen.readOnly && !ctrl && e.key.length === 1) say(on.why.textContent);
    return;
  }
  e.preventDefault();
};
