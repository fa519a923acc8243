/* Asks the desk: checks after a pause, saves, sets two versions side by side. Keeps a draft. */
var version = 0, timer, saving, drafts = sheet.File + " ", mine = drafts + Math.random(), old = [], kept = {};

function post(path, answered, message, block) {
  var x = new XMLHttpRequest(), n = chosen()[0];
  x.open("POST", "/desk/api/" + path);
  x.setRequestHeader("Content-Type", "application/json");
  x.setRequestHeader("X-Gongshi-Desk", sheet.Token);
  x.timeout = 6e4;
  x.onloadend = function () {
    var answer;
    try { answer = JSON.parse(x.responseText); } catch (e) { answer = {}; }
    answered(x.status, answer);
  };
  x.send(JSON.stringify({ place: sheet.Place, period: sheet.Period, digest: sheet.Digest, cells: changes(), words: message, commit: !!message, rows: block, household: rowAt(n).ID, item: itemAt(n).Code }));
}

function changed() {
  var full = rows.filter(function (row, r) { return cellsOf(r).indexOf("") < 0; }), n = changes().length;
  version++;
  draw();
  place();
  show("state", words("state", full.length, rows.length) + (n ? words("unsaved", n) : ""));
  clearTimeout(timer);
  timer = setTimeout(check, 400);
}

function check() {
  var asked = version;
  keep();
  list();
  post("check", function (status, answer) {
    if (asked !== version) return;
    if (status === 200) judge(answer.problems, answer.totals);
    draw();
    tell();
    list(status === 200 ? "" : answer.error || said.unchecked);
  });
}

function list(trouble) {
  var all = problems();
  on.next.disabled = !all.length;
  show("first", trouble || (all.length ? words("problems", all.length) + all[0].text : said.well));
}

/* A draft tells what the file was. Those of earlier pages stay until they are decided on. */
function keep() {
  var cells = changes().map(function (c) { return [c.household, c.item, c.value, was[cell(c)]]; });
  try {
    if (cells.length) localStorage.setItem(mine, JSON.stringify(cells));
    else localStorage.removeItem(mine);
  } catch (e) { /* who leaves is warned */ }
}
function recall() {
  try {
    old = Object.keys(localStorage).filter(function (name) { return !name.indexOf(drafts); });
    old.forEach(function (name) {
      JSON.parse(localStorage.getItem(name)).forEach(function (c) {
        var n = cell({ household: c[0], item: c[1] });
        if (!(n >= 0) || was[n] === c[2]) return;
        kept[n] = c[2];
        add(on.drafted, "li", named(n) + words("draft", shown(was[n]), shown(c[2])) + (was[n] === c[3] ? "" : words("since", shown(c[3]))));
      });
    });
  } catch (e) { /* none can be read */ }
  show("much", on.drafted.children.length);
  on.draft.hidden = !on.drafted.children.length;
}
function forget() {
  old.forEach(function (name) { localStorage.removeItem(name); });
  on.draft.hidden = true;
  pen.focus();
}

function ask(title, yes, act) {
  show("title", title);
  show("asked");
  show("theirs");
  on.two.hidden = true;
  show("yes", yes);
  on.yes.onclick = act;
  on.ask.showModal();
  on.yes.focus();
}

/* Says what is saved, household by household; of much of it only what is not full marks. */
function save() {
  var list = changes(), count = 0, full = 0, key = "entered", last, p, message;
  if (on.ask.open) return on.yes.click();
  if (saving || !list.length) return say(saving ? said.saving : said.nothing);
  ask("", said.write, function () { send(message); });
  list.forEach(function (c) {
    var n = cell(c);
    if (was[n]) key = "mended";
    if (last !== c.household) p = !++count;
    last = c.household;
    if (list.length > 20 && !was[n] && now[n] === itemAt(n).Full) return full++;
    p = p || add(on.asked, "p", c.household + " " + rowAt(n).Head);
    p.textContent += "　" + itemAt(n).Name + " " + shown(was[n]) + " → " + shown(now[n]);
  });
  message = words(key, count);
  show("title", message + (full ? words("filled", full) : ""));
  list = problems();
  if (list.length) add(on.asked, "p", words("still", list.length) + list[0].text, "error");
}

function send(message) {
  var sent = changes();
  keep();
  on.ask.close();
  if (!sent.length) return say(words("saved", message));
  saving = true;
  say(said.saving);
  post("save", function (status, answer) {
    saving = false;
    if (status === 409) return both(answer, message);
    on.told.hidden = status === 200;
    say("");
    if (status !== 200) return show("told", words("failed", answer.error || said.silent));
    sheet.Digest = answer.digest;
    sent.forEach(function (c) { was[cell(c)] = c.value; });
    judge(answer.problems);
    changed();
    say(words("saved", message) + (answer.uncommitted || ""));
    on.takeback.hidden = false;
  }, message);
}

/* The file changed meanwhile. What it alone changed is taken over; where both did, the clerk chooses. */
function both(answer, message) {
  var of = {}, ours = [];
  answer.theirs.forEach(function (c) {
    var n = cell(c);
    if (!(n >= 0)) return;
    of[n] = c.theirs;
    if (now[n] !== was[n] && now[n] !== c.theirs) ours.push(n);
  });
  function take() {
    var left = ours.length - on.theirs.querySelectorAll(":checked").length;
    if (left) return show("title", words("choose", left));
    step(ours.filter(function (n, i) { return on.theirs.rows[i].cells[3].querySelector(":checked"); }), function (n) { return of[n]; }, said.theirs);
    Object.keys(of).forEach(function (n) {
      if (now[n] === was[n]) put(n, of[n]);
      was[n] = of[n];
    });
    sheet.Digest = answer.digest;
    changed();
    send(message);
  }
  if (!ours.length) return take();
  ask(said.both, said.chosen, take);
  on.two.hidden = false;
  ours.forEach(function (n) {
    var cells = on.theirs.appendChild(on.pair.cloneNode(true)).cells;
    [named(n), shown(was[n]), shown(now[n]), shown(of[n])].forEach(function (text, i) {
      var radio = cells[i].querySelector("input");
      if (radio) radio.name = n;
      add(cells[i].firstChild || cells[i], "span", text);
    });
  });
}
