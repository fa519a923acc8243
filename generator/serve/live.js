/* Put into pages by "gongshi serve" alone. Reloads the page after a build that
   changed the site, and shows what is wrong with the data over the last good page.
   ES5. Data come in by textContent only. */
(function () {
  "use strict";
  if (!window.EventSource) { return; }

  var me = document.currentScript || document.querySelector('script[src="/_gongshi/live.js"]');
  var version = me && me.getAttribute("data-version") || "";
  var stream = null;
  var styled = false;
  var box = null;
  var formerFocus = null;

  var chinese = {
    title: function (n) { return "有 " + n + " 处问题"; },
    close: "关闭",
    note: "网页暂不更新。改好并保存后，这一页会自己更新。",
    list: "问题",
    hint: "怎样改：",
    more: function (n) { return "还有 " + n + " 处，改好这些后再显示。"; }
  };
  var english = {
    title: function (n) { return "Problems: " + n; },
    close: "Close",
    note: "Pages are not updated for now. Once the data are mended and saved, this page updates itself.",
    list: "Problems",
    hint: "Mend: ",
    more: function (n) { return n + " more, which show once these are mended."; }
  };

  /* A hidden page hangs up: browsers allow six connections to a server, and a
     seventh open tab would wait for ever. It misses nothing, see ?seen=. */
  function listen() {
    if (document.hidden) {
      if (stream) { stream.close(); stream = null; }
    } else if (!stream) {
      stream = new EventSource("/_gongshi/events?seen=" + encodeURIComponent(version) +
        "&at=" + encodeURIComponent(window.location.pathname));
      stream.addEventListener("reload", function () {
        stream.close();
        window.location.reload();
      });
      stream.addEventListener("problems", function (event) {
        style(JSON.parse(event.data));
      });
    }
  }

  /* The overlay appears with its style, not before. */
  function style(data) {
    if (styled) { show(data); return; }
    var link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = "/_gongshi/live.css";
    link.onload = link.onerror = function () { styled = true; show(data); };
    (document.head || document.documentElement).appendChild(link);
  }

  function add(parent, name, className, text) {
    var element = document.createElement(name);
    if (className) { element.className = className; }
    if (text) { element.textContent = text; }
    parent.appendChild(element);
    return element;
  }

  function place(problem) {
    var text = problem.file || "";
    if (problem.where) { text += " " + problem.where; }
    return text;
  }

  function show(data) {
    hide();
    var problems = data.problems;
    var words = data.language === "en" ? english : chinese;
    var i, item, close, list;

    box = document.createElement("div");
    box.id = "gongshi-problems";
    box.lang = data.language;
    box.setAttribute("role", "alertdialog");
    box.setAttribute("aria-labelledby", "gongshi-problems-title");
    box.setAttribute("aria-describedby", "gongshi-problems-note");

    add(box, "h2", "", words.title(problems.length + (data.more || 0))).id = "gongshi-problems-title";
    close = add(box, "button", "gongshi-close", words.close);
    close.type = "button";
    close.title = "Esc";
    close.onclick = hide;
    add(box, "p", "", words.note).id = "gongshi-problems-note";

    list = add(box, "ol", "");
    list.tabIndex = 0; /* so that the keyboard can scroll it */
    list.setAttribute("aria-label", words.list);
    for (i = 0; i < problems.length; i++) {
      item = add(list, "li", "gongshi-problem");
      if (place(problems[i])) { add(item, "div", "gongshi-place", place(problems[i])); }
      add(item, "div", "gongshi-message", problems[i].message);
      if (problems[i].hint) { add(item, "div", "gongshi-hint", words.hint + problems[i].hint); }
    }
    if (data.more) { add(box, "p", "", words.more(data.more)); }

    formerFocus = document.activeElement;
    (document.body || document.documentElement).appendChild(box);
    close.focus();
  }

  function hide() {
    if (!box) { return; }
    box.parentNode.removeChild(box);
    box = null;
    if (formerFocus && formerFocus.focus) { formerFocus.focus(); }
  }

  document.addEventListener("keydown", function (event) {
    if (box && (event.key === "Escape" || event.key === "Esc")) {
      event.preventDefault();
      event.stopPropagation(); /* the page may have its own Esc */
      hide();
    }
  }, true);
  document.addEventListener("visibilitychange", listen);
  window.addEventListener("pagehide", function () {
    if (stream) { stream.close(); stream = null; }
  });
  window.addEventListener("pageshow", listen); /* also on coming back to a kept page */
  listen();
})();
