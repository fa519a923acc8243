/* Reads a page's main part aloud: what is in data-aloud, without data-mute, what is struck out or not shown, and
   tables but for those of rules. Its button shows where the browser has a voice of the page's language. */
(function () {
  "use strict";
  var speech = window.speechSynthesis, button = document.querySelector(".listen"), voice, queue = [], said;
  if (!speech || !window.SpeechSynthesisUtterance) return;

  /* choose takes a voice of this country before others of the language; some systems write zh_CN, some cmn. */
  function choose() {
    var lang = document.documentElement.lang.toLowerCase(), of = lang.slice(0, 2);
    voice = null;
    speech.getVoices().forEach(function (v) {
      var is = v.lang.toLowerCase().replace("_", "-").replace("cmn", "zh");
      if (!is.indexOf(of) && (!voice || is === lang && !voice.same)) voice = { v: v, same: is === lang };
    });
    button.hidden = !voice;
  }

  function inner(e) { return [].map.call(e.childNodes, words).join(""); }

  /* words is the text of a node as it is read, on a line of its own where it stands so. */
  function words(e) {
    var style, caption;
    if (e.nodeType === 3) return e.nodeValue.replace(/\s+/g, " ");
    if (e.nodeType !== 1 || e.matches("del, svg, label, button, .hint, .links, a.see, [data-mute]")) return "";
    style = getComputedStyle(e);
    if (style.display === "none" || style.visibility !== "visible") return "";
    if (e.localName === "details" && !e.open) return "\n" + inner(e.querySelector("summary")) + "\n";
    if (e.localName === "table" && e.className !== "rules") {
      caption = e.querySelector("caption");
      return "\n" + (caption ? inner(caption) : "") + "\n" + button.getAttribute("data-table") + "\n";
    }
    if (e.localName === "tr") return "\n" + [].map.call(e.cells, function (cell) { return inner(cell).trim(); }).filter(Boolean).join("\uff0c") + "\n";
    if (e.className === "phone") return inner(e).replace(/\D+/g, "\uff0c").replace(/\d/g, "$& "); /* digit by digit */
    return /^inline/.test(style.display) ? inner(e) : "\n" + inner(e) + "\n";
  }

  /* pieces are sentences, and parts of long ones, since some browsers fall silent in the midst of a long text. */
  function pieces(text) {
    var list = [];
    text.replace(/\*/g, button.getAttribute("data-masked")).split("\n").forEach(function (line) {
      (line.match(/[^\u3002\uff01\uff1f\uff1b]+[\u3002\uff01\uff1f\uff1b]*/g) || []).forEach(function (sentence) {
        sentence = sentence.replace(/\s+/g, " ").trim();
        while (sentence) {
          list.push(sentence.length < 100 ? sentence : (/^.{20,99}[\uff0c\u3001\uff1a]/.exec(sentence) || [sentence.slice(0, 99)])[0]);
          sentence = sentence.slice(list[list.length - 1].length);
        }
      });
    });
    return list;
  }

  function stop() {
    said = null;
    queue = [];
    speech.cancel();
    button.setAttribute("aria-pressed", "false");
  }

  function next() {
    var u = said = queue.length ? new SpeechSynthesisUtterance(queue.shift()) : null; /* kept, or its end is never told */
    if (!u) return stop();
    u.voice = voice.v;
    u.lang = voice.v.lang;
    u.rate = .9;
    u.onend = u.onerror = function () { if (said === u) next(); };
    speech.speak(u);
  }

  button.addEventListener("click", function () {
    var on = button.getAttribute("aria-pressed") === "true";
    stop(); /* also what another page left behind */
    if (on) return;
    button.setAttribute("aria-pressed", "true");
    queue = pieces([].map.call(document.querySelectorAll("[data-aloud]"), words).join("\n"));
    next();
  });
  window.addEventListener("pagehide", stop);
  speech.onvoiceschanged = choose; /* voices often come late */
  choose();
})();
