// Shows in a second window, on the presenter's own screen, what the hall sees and what comes next.
// In: events "slide" of screen.js, which name the slides and rows; "presenter" opens the window: this
// page with #presenter. Out: there the two as text, a hint, the time; its buttons move the slides. The
// windows speak by messages alone, since a page from a folder may not look into another. In the hall's
// window it also puts the controls away until somebody moves the mouse, touches or presses a key.
(function () {
  "use strict";
  var other = null, last = null, waking = 0, section = document.querySelector(".presenter");

  function lines(step) {
    if (!step || !step.slide) return [];
    if (step.row) return [text(step.slide.querySelector("h2")), text(step.row)];
    return [].map.call(step.slide.querySelectorAll("h1, h2, p, li, thead tr, tbody tr, figcaption"), text);
  }
  function text(e) {
    var cells = e.cells ? [].slice.call(e.cells) : [e];
    return cells.map(function (c) { return c.textContent.replace(/\s+/g, " ").trim(); }).join("\u3000");
  }
  function told(e) {
    last = {
      now: lines(e.detail.now), next: lines(e.detail.next),
      note: e.detail.now.slide.getAttribute("data-note"), number: document.querySelector(".controls output").textContent
    };
    if (other && !other.closed) other.postMessage(last, "*");
  }

  // wake shows the controls, which are away while nobody asks for them.
  function wake() {
    clearTimeout(waking);
    document.documentElement.classList.remove("resting");
    waking = setTimeout(function () { document.documentElement.classList.add("resting"); }, 4000);
  }

  // The window of the hall.
  if (location.hash !== "#presenter") {
    ["mousemove", "mousedown", "touchstart", "keydown"].forEach(function (name) { document.addEventListener(name, wake); });
    wake();
    document.querySelector(".help [data-do=presenter]").parentNode.hidden = false;
    document.addEventListener("slide", told);
    document.addEventListener("presenter", function () {
      other = window.open(location.href.replace(/#.*/, "") + "#presenter", "presenter", "width=900,height=700");
    });
    window.addEventListener("message", function (e) {
      if (!other || e.source !== other) return;
      if (e.data === "hello") other.postMessage(last, "*");
      else if (/^(next|back|black)$/.test(e.data)) document.querySelector(".help [data-do=" + e.data + "]").click();
    });
    return;
  }

  // The presenter's.
  var started = Date.now(), hall = window.opener;
  function fill(name, list) {
    var box = section.querySelector(name);
    box.textContent = "";
    list.forEach(function (line) { box.appendChild(document.createElement("p")).textContent = line; });
  }
  function two(n) { return (n < 10 ? "0" : "") + n; }
  function tick() {
    var now = new Date(), s = Math.floor((now - started) / 1000);
    section.querySelector(".hour").textContent = two(now.getHours()) + ":" + two(now.getMinutes());
    section.querySelector(".lapse").textContent = Math.floor(s / 60) + ":" + two(s % 60);
  }
  function ask(name) { if (hall) hall.postMessage(name, "*"); }
  document.documentElement.classList.add("presenting");
  section.hidden = false;
  window.addEventListener("message", function (e) {
    if (e.source !== hall || !e.data) return;
    fill(".now", e.data.now);
    fill(".next", e.data.next);
    section.querySelector(".note").textContent = e.data.note;
    section.querySelector("output").textContent = e.data.number;
  });
  section.addEventListener("click", function (e) {
    var name = e.target.getAttribute("data-do");
    if (name) ask(name);
  });
  document.addEventListener("keydown", function (e) {
    var name = { ArrowRight: "next", ArrowDown: "next", PageDown: "next", " ": "next", ArrowLeft: "back", ArrowUp: "back", PageUp: "back", b: "black" }[e.key];
    if (!name || e.target.tagName === "BUTTON" && e.key === " ") return;
    e.preventDefault();
    ask(name);
  });
  setInterval(tick, 1000);
  tick();
  ask("hello");
})();
