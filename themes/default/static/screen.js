// Shows a screen page as slides, one at a time, by keys, remotes, touch or mouse.
// In: the sections .slide of the page in their order; those with the same data-list hold the
// rows of one list, of which each has room for data-room lines at the usual size. Out: the
// class deck on the document and on on one slide, whose number stands in the address.
// Larger type and one group alone lay the rows out anew, by the rule of page/screen_rows.go.
(function () {
  "use strict";
  var root = document.documentElement, body = document.body;
  var first = all(".slide"), lists = [], deck = [], at = 0; // slides as built, and as shown
  var steps = null, step = 0; // of a reveal
  var saved = body.hasAttribute("data-reveal"); // honours that nobody has seen yet
  var size = 0, group = "", timer = 0, black = false, dark = null, touch = null, opener = null, shown = true;
  var rooms = [1, 0.8, 0.6], ems = [120, 88, 52]; // by size: of data-room; of a name, in tenths
  var groups = all(".help .name").map(function (e) { return e.textContent; });
  var bar = one(".controls"), help = one(".help"), progress = one("progress"), number = one("output");

  function all(selector, from) { return [].slice.call((from || document).querySelectorAll(selector)); }
  function one(selector, from) { return (from || document).querySelector(selector); }
  function mark(e, name, on) { if (on) e.classList.add(name); else e.classList.remove(name); }
  function word(name, a, b) { return body.getAttribute("data-" + name).replace("%1", a).replace("%2", b); }
  function tie(row) { return row.getAttribute("data-tie"); }

  // lines is how many lines a row takes.
  function lines(row) {
    var width = +row.getAttribute("data-width");
    if (size ? width <= ems[size] : width <= 145) return 1;
    return Math.min(Math.ceil(width / ems[size]), 10);
  }

  // spread lays rows onto slides: a tie on one, a longer one on slides of its own.
  function spread(rows, room) {
    var slides = [], slide = [], left = room, i = 0, k, high;
    function turn() { if (slide.length) slides.push(slide); slide = []; left = room; }
    while (i < rows.length) {
      for (k = i, high = 0; k < rows.length && tie(rows[k]) === tie(rows[i]); k++) high += lines(rows[k]);
      if (high > left) turn();
      for (; i < k; i++) {
        if (lines(rows[i]) > left) turn();
        slide.push(rows[i]);
        left -= lines(rows[i]);
      }
      if (high > room) turn();
    }
    turn();
    return slides;
  }

  function collect() {
    var byNo = {};
    first.forEach(function (slide) {
      var no = slide.getAttribute("data-list"), list = byNo[no];
      if (!no) return;
      if (!list) {
        lists.push(list = byNo[no] = { slides: [], rows: [], room: +slide.getAttribute("data-room"), name: one("h2", slide).textContent });
        list.ranks = slide.classList.contains("ranks");
      }
      list.slides.push(slide);
      list.rows = list.rows.concat(all("tbody tr", slide));
      slide.list = list;
    });
  }

  // heading tells which ranks a slide shows, or that it goes on.
  function heading(list, pages, i) {
    var rows = pages[i], from = tie(rows[0]), to = tie(rows[rows.length - 1]), again = i > 0, text = list.name;
    if (list.ranks) {
      again = again && tie(pages[i - 1][pages[i - 1].length - 1]) === from;
      text = from !== to ? word("range", from, to) : word(one(".rank", rows[0]).firstElementChild.previousSibling ? "tied" : "single", from);
    }
    return text + (again ? word("again") : "");
  }

  // fill puts the rows of a list onto as many slides as they need.
  function fill(list) {
    var rows = list.rows.filter(function (row) { return !group || !row.hasAttribute("data-group") || row.getAttribute("data-group") === group; });
    var pages = spread(rows, Math.max(Math.floor(list.room * rooms[size]), 1)), slide, last;
    while (list.slides.length < pages.length) {
      last = list.slides[list.slides.length - 1];
      slide = last.cloneNode(true);
      slide.list = list;
      list.slides.push(last.parentNode.insertBefore(slide, last.nextSibling));
    }
    list.slides.forEach(function (slide, i) {
      var table = one("tbody", slide);
      table.textContent = "";
      mark(slide, "on", false);
      slide.removeAttribute("id");
      if (i >= pages.length) return;
      pages[i].forEach(function (row) { table.appendChild(row); });
      one("h2", slide).textContent = heading(list, pages, i);
      deck.push(slide);
    });
  }

  // lay lays all slides out anew, and stays with what shows.
  function lay() {
    var here = deck[at], row = here && one("tbody tr", here), was = steps && steps[step];
    deck = [];
    first.forEach(function (slide) {
      if (!slide.list) deck.push(slide);
      else if (slide === slide.list.slides[0]) fill(slide.list);
    });
    at = Math.min(at, deck.length - 1);
    deck.forEach(function (slide, i) {
      slide.id = i + 1;
      if (slide === here && !row || row && slide.contains(row)) at = i;
    });
    root.className = root.className.replace(/ size\d/, "") + " size" + size;
    one(".chosen").textContent = group && " " + group;
    if (!was || !prepare()) return;
    step = Math.min(step, steps.length - 1);
    steps.forEach(function (s, i) { if (s.row ? s.row === was.row : !was.row && s.of === was.of) step = i; });
  }

  function kind(name) { return deck.filter(function (slide) { return slide.classList.contains(name); }); }

  // prepare lists the steps of a reveal: each band's name, then its households from the last
  // place up; then how all did, by numbers alone. False: there are no honours.
  function prepare() {
    var honours = kind("honours");
    steps = null;
    if (!honours.length) return false;
    steps = saved ? [{ slide: deck[0], of: deck[0] }] : [];
    honours.reverse().forEach(function (slide, i) {
      var of = slide.list || slide, after = honours[i - 1];
      if (!after || (after.list || after) !== of) steps.push({ slide: slide, of: of, announce: true });
      all("tbody tr", slide).reverse().forEach(function (row) { steps.push({ slide: slide, row: row }); });
    });
    kind("distribution").concat(kind("close")).forEach(function (slide) { steps.push({ slide: slide, of: slide }); });
    return true;
  }

  function show() {
    var now = steps ? steps[step] : { slide: deck[at] }, hash = steps ? "#reveal-" + (step + 1) : "#" + (at + 1);
    var covered = now.announce || now.row;
    deck.forEach(function (slide) { mark(slide, "on", slide === now.slide); });
    all(".honours tbody tr").forEach(function (row) {
      if (row === now.row) covered = false;
      mark(row, "covered", covered && now.slide.contains(row));
      mark(row, "latest", row === now.row);
    });
    mark(root, "announce", now.announce);
    number.textContent = steps ? step + 1 + " / " + steps.length : at + 1 + " / " + deck.length;
    if (shown && location.hash !== hash) { // on the long page it would move the reader, and the Tab key, past the top
      try { history.replaceState(null, "", hash); } catch (e) { location.replace(hash); }
    }
  }

  // read goes where the address says; with honours still to be awarded, to their reveal.
  function read() {
    var found = /^#(reveal-)?(\d+)$/.exec(location.hash), no = found ? found[2] - 1 : 0;
    if (found ? found[1] : saved) prepare(); else steps = null;
    go(no);
  }

  function go(to) {
    var last = (steps || deck).length - 1;
    to = Math.max(Math.min(to, last), 0);
    if (steps) step = to; else at = to;
    show();
  }
  function place() { return steps ? step : at; }

  function stop() {
    clearInterval(timer);
    timer = progress.value = 0;
    progress.hidden = true;
    press();
  }
  function press() { all("[data-do=auto]", bar)[0].setAttribute("aria-pressed", String(timer !== 0)); }

  // tick moves the bar on by a second, and to the next slide when it is full.
  function tick() {
    if (++progress.value < progress.max) return;
    progress.value = 0;
    if (place() < (steps || deck).length - 1) go(place() + 1);
    else if (steps) stop();
    else go(0);
  }

  function open(on) {
    if (help.hidden !== on) return;
    help.hidden = !on;
    if (on) { opener = document.activeElement; help.focus(); } else if (opener) opener.focus();
  }

  function fullScreen() {
    var on = document.fullscreenElement || document.webkitFullscreenElement;
    var f = on ? document.exitFullscreen || document.webkitExitFullscreen : root.requestFullscreen || root.webkitRequestFullscreen;
    if (f) f.call(on ? document : root);
  }

  var act = {
    next: function () { go(place() + 1); },
    back: function () { go(place() - 1); },
    first: function () { go(0); },
    last: function () { go(Infinity); },
    full: fullScreen,
    reveal: function () { if (steps) act.next(); else if (prepare()) go(saved ? 1 : 0); },
    group: function () { group = groups[groups.indexOf(group) + 1] || ""; lay(); show(); },
    larger: function () { size = Math.min(size + 1, 2); lay(); show(); },
    smaller: function () { size = Math.max(size - 1, 0); lay(); show(); },
    black: function () { black = true; mark(root, "black", true); },
    light: function () {
      if (dark === null) dark = !!window.matchMedia && matchMedia("(prefers-color-scheme: dark)").matches;
      dark = !dark;
      mark(root, "dark", dark);
      mark(root, "light", !dark);
    },
    help: function () { open(help.hidden); },
    close: function () {
      if (!help.hidden || !steps) return;
      steps = null;
      go(saved ? 0 : deck.indexOf(kind("honours")[0]));
    }
  };

  // perform does what a key or button asks; whatever it is takes over from the clock and
  // brings a black screen back.
  function perform(name) {
    var running = timer !== 0;
    if (running) stop();
    if (black) { black = false; mark(root, "black", false); return; }
    if (name === "auto") {
      if (!running) { timer = setInterval(tick, 1000); progress.hidden = false; press(); }
    } else if (act[name]) act[name]();
    if (name !== "help") open(false);
  }

  var keys = {
    ArrowRight: "next", Right: "next", ArrowDown: "next", Down: "next", PageDown: "next", " ": "next", Spacebar: "next", Enter: "next",
    ArrowLeft: "back", Left: "back", ArrowUp: "back", Up: "back", PageUp: "back", Backspace: "back", Home: "first", End: "last",
    f: "full", a: "auto", r: "reveal", g: "group", "+": "larger", "=": "larger", "-": "smaller", "−": "smaller",
    b: "black", ".": "black", l: "light", "?": "help", "？": "help", Escape: "close", Esc: "close"
  };

  document.addEventListener("keydown", function (e) {
    if (!shown || e.ctrlKey || e.altKey || e.metaKey || /^(Shift|Control|Alt|Meta|Tab|F\d+)$/.test(e.key)) return;
    if (/^( |Spacebar|Enter)$/.test(e.key) && /^(BUTTON|A)$/.test(e.target.tagName)) return;
    var name = keys[e.key.length === 1 ? e.key.toLowerCase() : e.key];
    if (name) e.preventDefault();
    perform(name);
  });

  document.addEventListener("click", function (e) {
    var button = e.target;
    while (button && !(button.getAttribute && button.getAttribute("data-do"))) button = button.parentNode;
    if (black || !button) { if (black) perform(); return; }
    if (e.detail) button.blur();
    perform(button.getAttribute("data-do"));
  });

  // A tap on the right half goes on, on the left half back; so does a swipe.
  document.addEventListener("touchstart", function (e) {
    touch = shown && e.touches.length === 1 && e.target.closest && !e.target.closest(".controls, .help, a") ? e.touches[0] : null;
  });
  document.addEventListener("touchend", function (e) {
    var end = e.changedTouches[0], dx, dy;
    if (!touch) return;
    dx = end.clientX - touch.clientX;
    dy = end.clientY - touch.clientY;
    touch = null;
    if (Math.abs(dy) > 60) return;
    e.preventDefault();
    perform((Math.abs(dx) > 40 ? dx < 0 : end.clientX > window.innerWidth / 2) ? "next" : "back");
  }, false);

  // fit leaves a narrow window, or one enlarged to 400 %, the long page.
  function fit() {
    shown = window.innerWidth >= 600;
    mark(root, "deck", shown);
    bar.hidden = !shown;
  }

  progress.max = +body.getAttribute("data-seconds");
  one("main").setAttribute("aria-live", "polite");
  all("[data-do=reveal]").forEach(function (b) { b.parentNode.hidden = !one(".slide.honours"); });
  all("[data-do=full]").forEach(function (b) { b.hidden = !(root.requestFullscreen || root.webkitRequestFullscreen); });
  window.addEventListener("hashchange", read);
  window.addEventListener("resize", fit);
  collect();
  fit();
  lay();
  read();
})();
