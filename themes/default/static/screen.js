// Shows the sections .slide of a page as slides: deck is on the document, on on one slide, whose
// number is in the address. A list (data-list) takes as many slides as its rows need. While honours
// are still to be awarded (data-reveal), only their reveal shows.
(function () {
  "use strict";
  if (location.hash === "#presenter") return;
  var root = document.documentElement, body = document.body;
  var first = all(".slide"), deck = [], at = 0; // slides as built, and as shown
  var here = null, row = null; // the slide that was asked for, and its first row
  var steps = null, step = 0, reached = {}; // of a reveal; that of each group
  var saved = body.hasAttribute("data-reveal"), seen = false; // of honours that nobody has seen yet
  var size = 0, group = "", timer = 0, black = false, dark = null, touch = null, opener = null, shown = true;
  var groups = all(".help .name").map(function (e) { return e.textContent; });
  var bar = one(".controls"), help = one(".help"), progress = one("progress"), number = one("output"), strip = one(".strip");

  function all(selector, from) { return [].slice.call((from || document).querySelectorAll(selector)); }
  function one(selector, from) { return (from || document).querySelector(selector); }
  function mark(e, name, on) { if (on) e.classList.add(name); else e.classList.remove(name); }
  function word(name, a, b) { return body.getAttribute("data-" + name).replace("%1", a).replace("%2", b); }
  function tie(row) { return row.getAttribute("data-tie"); }

  // shrink sets what does not fit into its room smaller.
  function shrink(e) {
    e.style.fontSize = "";
    for (var usual = parseFloat(getComputedStyle(e).fontSize), k = 0.95; k > 0.3; k -= 0.05) {
      if (e.scrollHeight <= e.clientHeight + 1 && e.scrollWidth <= e.clientWidth + 1) return;
      e.style.fontSize = usual * k + "px";
    }
  }

  // spread lays rows onto slides, a tie on one, a longer one on its own.
  function spread(rows, room) {
    var slides = [], slide = [], left = room, i = 0, parted = 0, k, high;
    function turn() { if (slide.length) slides.push(slide); slide = []; left = room; }
    while (i < rows.length) {
      for (k = i, high = 0; k < rows.length && tie(rows[k]) === tie(rows[i]); k++) high += rows[k].high;
      if (high > left) turn();
      for (; i < k; i++) {
        if (rows[i].high > left) turn();
        slide.push(rows[i]);
        left -= rows[i].high;
      }
      if (high > room) turn(parted++);
    }
    turn();
    slides.full = slides.length + parted;
    return slides;
  }

  // even fills as many slides alike.
  function even(rows, room) {
    var best, next = spread(rows, room), full = next.full;
    while (next.full === full) { best = next; next = spread(rows, room -= rows[0].high || 1); }
    return best;
  }

  function collect() {
    first.forEach(function (slide) {
      if (slide.hasAttribute("data-list")) slide.list = {
        slides: [slide], rows: all("tbody tr", slide), name: one("h2", slide).textContent,
        ranks: slide.classList.contains("ranks"), whole: slide.classList.contains("groups")
      };
    });
  }

  // heading tells which places a slide shows, or which group.
  function heading(list, pages, i) {
    var rows = pages[i], from = tie(rows[0]), to = tie(rows[rows.length - 1]), again = i > 0, text = list.name;
    if (list.ranks && group) text = group;
    else if (list.ranks) {
      again = again && tie(pages[i - 1][pages[i - 1].length - 1]) === from;
      text = from !== to ? word("range", from, Math.max(to, +from + rows.length - 1)) : word(one(".rank", rows[0]).firstElementChild.previousSibling ? "tied" : "single", from);
    }
    return text + (again ? word("again") : "");
  }

  // measure finds how high rows are, and a slide's room. Few are larger, of others those of
  // several lines smaller.
  function measure(list, rows) {
    var slide = list.slides[0], table = one("tbody", slide), room, whole, broken, k;
    function look(few) {
      slide.setAttribute("data-few", few);
      var line = 1.5 * parseFloat(getComputedStyle(table).lineHeight);
      whole = 0;
      room = slide.getBoundingClientRect().top + slide.clientHeight - table.getBoundingClientRect().top;
      rows.forEach(function (row) { whole += row.high = row.getBoundingClientRect().height; });
      broken = rows.filter(function (row) { return row.high > line; });
      return !broken.length && whole <= room;
    }
    slide.style.fontSize = "";
    mark(slide, "on", true);
    one("h2", slide).textContent = (list.ranks && group || list.name) + word("again");
    rows.forEach(function (row) { mark(row, "long", false); table.appendChild(row); });
    for (k = Math.min(3, 9 - rows.length); k > 0; k--) if (look(k)) return room;
    look(0);
    broken.forEach(function (row) { mark(row, "long", true); });
    look(0);
    return room;
  }

  // fill puts a list's rows onto slides; on the long page onto one.
  function fill(list) {
    var rows = list.rows.filter(function (row) { return !group || list.whole || row.getAttribute("data-group") === group; });
    var pages, slide;
    function clear(slide) {
      one("tbody", slide).textContent = "";
      mark(slide, "on", false);
      slide.removeAttribute("id");
    }
    list.slides.forEach(clear);
    pages = !rows.length ? [] : shown ? even(rows, measure(list, rows)) : [rows];
    clear(list.slides[0]);
    while (list.slides.length < pages.length) {
      slide = list.slides[list.slides.length - 1];
      list.slides.push(slide.parentNode.insertBefore(slide.cloneNode(true), slide.nextSibling));
      slide.nextSibling.list = list;
    }
    pages.forEach(function (rows, i) {
      slide = list.slides[i];
      rows.forEach(function (row) { one("tbody", slide).appendChild(row); });
      one("h2", slide).textContent = heading(list, pages, i);
      deck.push(slide);
    });
  }

  // lay lays all slides out anew, and stays with the row or section it was sent to; in a reveal
  // with each group's step, so that to change it uncovers nothing.
  function lay() {
    function find(is) { deck.some(function (slide, i) { if (is(slide)) at = i; return is(slide); }); }
    deck = [];
    mark(root, "announce", false);
    root.className = root.className.replace(/ size\d/, "") + " size" + size;
    mark(root, "grouped", group);
    one(".chosen").textContent = group && " " + group;
    first.forEach(function (slide) {
      if (slide.list) fill(slide.list); else deck.push(slide);
    });
    at = Math.min(at, deck.length - 1);
    deck.forEach(function (slide, i) { slide.id = i + 1; });
    find(function (slide) { return here && (slide.list || slide) === (here.list || here); });
    find(function (slide) { return row && slide.contains(row); });
    if (steps && prepare()) step = reached[group] || 0;
  }

  function kind(name) { return deck.filter(function (slide) { return slide.classList.contains(name); }); }

  // prepare lists the steps of a reveal: each band's name, its households from the last place up;
  // then how all did. False: there are no honours.
  function prepare() {
    var honours = kind("honours").reverse(), band;
    steps = saved ? [{ slide: deck[0] }] : honours.length ? [] : null;
    if (!steps) return false;
    honours.forEach(function (slide) {
      var top = slide.list ? slide.list.slides[0] : slide;
      if (top !== band) steps.push({ slide: band = top, announce: true });
      all("tbody tr", slide).reverse().forEach(function (row) { steps.push({ slide: slide, row: row }); });
    });
    kind("distribution").concat(kind("close")).forEach(function (slide) { steps.push({ slide: slide }); });
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
    shrink(now.slide);
    shrink(strip);
    number.textContent = steps ? step + 1 + " / " + steps.length : at + 1 + " / " + deck.length;
    send("slide", { now: now, next: steps ? steps[step + 1] : { slide: deck[at + 1] } });
    if (shown && location.hash !== hash) { // on the long page it would move the reader
      try { history.replaceState(null, "", hash); } catch (e) { location.replace(hash); }
    }
  }

  // send tells presenter.js.
  function send(name, detail) { document.dispatchEvent(new CustomEvent(name, { detail: detail })); }

  // read goes where the address says; with honours still to be awarded, to a step of their reveal only.
  function read() {
    var found = /^#(reveal-)?(\d+)$/.exec(location.hash), no = found ? found[2] - 1 : 0;
    if (saved || found && found[1]) prepare(); else steps = null;
    go(saved && found && !found[1] ? 0 : no);
  }

  function go(to) {
    var last = (steps || deck).length - 1;
    to = Math.max(Math.min(to, last), 0);
    if (steps) reached[group] = step = to;
    else { here = deck[at = to]; row = one("tbody tr", here); }
    if (steps && to === last && !group) seen = true;
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

  // tick moves the bar on by a second, when it is full to the next slide.
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
    mark(root, "helping", on);
    if (on) { opener = document.activeElement; help.focus(); } else if (opener) opener.focus();
  }

  function fullScreen(enter) {
    var on = document.fullscreenElement || document.webkitFullscreenElement;
    if (on && enter) return;
    var f = on ? document.exitFullscreen || document.webkitExitFullscreen : root.requestFullscreen || root.webkitRequestFullscreen;
    if (f) f.call(on ? document : root);
  }

  var act = {
    next: function () { go(place() + 1); },
    back: function () { go(place() - 1); },
    first: function () { go(0); },
    last: function () { go(Infinity); },
    full: function () { fullScreen(); },
    start: function () { fullScreen(true); }, // a remote's first key, which would load anew
    reveal: function () { reached = steps ? reached : {}; if (steps) act.next(); else if (prepare()) go(0); },
    group: function () { group = groups[groups.indexOf(group) + 1] || ""; lay(); show(); },
    larger: function () { size = Math.min(size + 1, 2); lay(); show(); },
    smaller: function () { size = Math.max(size - 1, 0); lay(); show(); },
    black: function () { black = true; mark(root, "black", true); },
    presenter: function () { send("presenter"); },
    light: function () {
      if (dark === null) dark = !!window.matchMedia && matchMedia("(prefers-color-scheme: dark)").matches;
      dark = !dark;
      mark(root, "dark", dark);
      mark(root, "light", !dark);
    },
    help: function () { open(help.hidden); },
    close: function () {
      if (!help.hidden || !steps) return;
      if (saved && !seen) { go(0); return; }
      steps = null;
      go(saved ? 0 : deck.indexOf(kind("honours")[0]));
      saved = false;
    }
  };

  // perform does what a key asks, which also stops the clock and the black screen.
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
    ArrowRight: "next", ArrowDown: "next", PageDown: "next", " ": "next", Enter: "next",
    ArrowLeft: "back", ArrowUp: "back", PageUp: "back", Backspace: "back", Home: "first", End: "last",
    f: "full", a: "auto", p: "presenter", r: "reveal", g: "group", "+": "larger", "=": "larger", "-": "smaller", "−": "smaller",
    b: "black", ".": "black", l: "light", "?": "help", "？": "help", Escape: "close", F5: "start"
  };

  document.addEventListener("keydown", function (e) {
    if (!shown || e.ctrlKey || e.altKey || e.metaKey || /^(Shift|Control|Alt|Meta|Tab|F(?!5$)\d+)$/.test(e.key)) return;
    if (/^( |Enter)$/.test(e.key) && /^(BUTTON|A)$/.test(e.target.tagName)) return;
    if (!help.hidden && /^Arrow(Up|Down)$/.test(e.key)) {
      help.scrollTop += e.key === "ArrowUp" ? -60 : 60;
      return e.preventDefault();
    }
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

  // A tap on the right half goes on, on the left back; so does a swipe.
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

  // fit leaves a narrow window the long page; unless that would show who has won.
  function fit() {
    shown = saved || window.innerWidth >= 600;
    mark(root, "deck", shown);
    bar.hidden = !shown;
    lay();
  }

  progress.max = +body.getAttribute("data-seconds");
  one("main").setAttribute("aria-live", "polite");
  all("[data-do=reveal]").forEach(function (b) { b.parentNode.hidden = !one(".slide.honours"); });
  all("[data-do=full]").forEach(function (b) { b.hidden = !(root.requestFullscreen || root.webkitRequestFullscreen); });
  window.addEventListener("hashchange", read);
  window.addEventListener("resize", function () { fit(); show(); });
  collect();
  fit();
  read();
})();
