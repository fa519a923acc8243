/* Finds a household by its 户号 or its head's name as published. The lists (h/list.js of each
   village: [[group, ["012 张*明", …]], …]) are loaded when somebody is about to search. */
(function () {
  "use strict";
  var most = 50, place = document.querySelector(".search"), form = place.querySelector("form"), field = form.querySelector("input");
  var pick = form.querySelector("select"), said = form.querySelector("[role=status]"), found = place.querySelector(".found"), hits = [];
  var lists = [].map.call(place.querySelectorAll("[data-list]"), function (a) {
    return { name: a.textContent, own: a.firstChild.nodeValue.trim(), byGroup: a.getAttribute("href") || "#lists", file: a.getAttribute("data-list") };
  });

  /* fold is what is typed as it is compared: narrow letters, lower case, no blank. */
  function fold(typed) {
    return typed.replace(/[\uff01-\uff5e]/g, function (c) {
      return String.fromCharCode(c.charCodeAt(0) - 0xfee0);
    }).replace(/\s+/g, "").toLowerCase();
  }

  /* short leaves out leading zeros: 012 and 12 are found by each other. */
  function short(id) { return id.replace(/(^|\D)0+(?=\d)/g, "$1"); }

  /* told names a village by itself, with what lies above it where another is called the same. */
  function told(list) {
    return lists.some(function (other) { return other !== list && other.own === list.own; }) ? list.name : list.own;
  }

  function read(list) {
    list.rows = [];
    window.gongshiList.forEach(function (group) {
      group[1].forEach(function (line) {
        var id = line.split(" ")[0], key = fold(id);
        list.rows.push({
          line: line, id: key, short: short(key), name: fold(line.slice(id.length)),
          of: lists.length > 1 ? told(list) : group[0],
          href: list.file.replace("list.js", encodeURIComponent(id) + ".html")
        });
      });
    });
  }

  function load(list) {
    var script = document.createElement("script");
    if (list.asked) return;
    list.asked = true;
    script.src = list.file;
    script.onload = function () { read(list); draw(); };
    script.onerror = function () { list.asked = false; draw(); };
    document.head.appendChild(script);
  }

  /* at is where a name holds what is typed, -1 if nowhere. A full name finds its masked form:
     * stands for any character, but not for all of them; also a family (\u5f20\u5bb6) by a full name. */
  function at(name, typed) {
    var i, j, same, family = /^(.+?)\*?\u5bb6$/.exec(name);
    if (family && !typed.indexOf(family[1])) return 0;
    for (i = 0; i + typed.length <= name.length; i++) {
      for (j = same = 0; j < typed.length; j++) {
        if (name.charAt(i + j) === typed.charAt(j)) same++;
        else if (name.charAt(i + j) !== "*") break;
      }
      if (j === typed.length && same) return i;
    }
    return -1;
  }

  /* rank is 0 for the very 户号, 1 for what begins so, 2 for what holds it, 3 for the rest. */
  function rank(row, typed, less) {
    var i = at(row.name, typed);
    if (row.short === less) return 0;
    if (!i || !row.id.indexOf(typed) || !row.short.indexOf(less)) return 1;
    return i > 0 || row.short.indexOf(less) > 0 || (row.id + row.name).indexOf(typed) >= 0 ? 2 : 3;
  }

  function chosen() {
    if (!pick || pick.value) return [lists[pick ? pick.value : 0]];
    return form.hasAttribute("data-all") ? lists : [];
  }

  /* say tells how the search went; what leads nowhere ends with the way to the lists by group. */
  function say(word, of) {
    var link = document.createElement("a");
    said.textContent = (form.getAttribute("data-" + word) || "").replace("#", hits.length);
    if (word !== "none" && word !== "failed") return;
    link.textContent = form.getAttribute("data-groups");
    link.href = of.length > 1 ? "#lists" : of[0].byGroup;
    link.addEventListener("click", function () { document.getElementById("lists").open = true; });
    said.appendChild(link);
  }

  function item(row) {
    var li = document.createElement("li"), a = document.createElement("a"), many = lists.length > 1, of = document.createElement(many ? "b" : "small"), parts;
    a.href = row.href;
    of.textContent = row.of;
    parts = [document.createTextNode(row.line), of];
    if (many) parts.reverse(); /* every village has the same numbers */
    a.appendChild(parts[0]);
    a.appendChild(document.createTextNode(" "));
    a.appendChild(parts[1]);
    li.appendChild(a);
    found.appendChild(li);
  }

  function draw() {
    var typed = fold(field.value), less = short(typed), of = chosen(), ranks = [[], [], [], []];
    function all(what) { return of.every(function (list) { return list[what]; }); }
    if (typed) of.forEach(function (list) {
      (list.rows || []).forEach(function (row) { ranks[rank(row, typed, less)].push(row); });
    });
    hits = ranks[0].concat(ranks[1], ranks[2]);
    hits.exact = ranks[0].length;
    found.textContent = "";
    hits.slice(0, most).forEach(item);
    say(!typed ? "" : !of.length ? "pick" : !all("rows") ? all("asked") ? "loading" : "failed" :
      hits.length > most ? "many" : hits.length ? "found" : "none", of);
  }

  function show() {
    if (field.value) chosen().forEach(load);
    draw();
  }

  /* The return key opens the only hit, or the only one with that very 户号. */
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    if (hits.length === 1 || hits.exact === 1) location.href = hits[0].href;
    else if (hits.length) found.querySelector("a").focus();
  });

  /* The arrows go from the field through the hits and back. */
  place.addEventListener("keydown", function (event) {
    var stops = [field].concat([].slice.call(found.querySelectorAll("a"))), i = stops.indexOf(document.activeElement);
    var next = stops[i + { ArrowDown: 1, Down: 1, ArrowUp: -1, Up: -1 }[event.key]];
    if (i < 0 || !next) return;
    event.preventDefault();
    next.focus();
  });

  function ready() { chosen().forEach(load); }

  field.addEventListener("focus", ready);
  field.addEventListener("input", function (event) { if (!event.isComposing) show(); });
  field.addEventListener("compositionend", show);
  if (pick) {
    lists.forEach(function (list, i) { pick.add(new Option(list.name, i)); });
    pick.addEventListener("change", function () { ready(); draw(); });
  }
  place.classList.add("ready"); /* the form shows */
  window.addEventListener("pageshow", show); /* what was typed before a hit was opened */
})();
