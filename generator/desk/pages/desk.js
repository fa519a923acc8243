/* A form of the desk: while it is filled in, what would be written is asked for and shown; nothing is written
   but by its button, and only if the files are still those for which it was shown. What the page shows of the files
   (what is still to be done, the notice as villagers see it) is shown anew after each save. */
(function () {
  "use strict";
  var form = document.getElementById("form"), button = document.getElementById("write"), undo = document.getElementById("undo"), done = document.getElementById("done"), then = document.getElementById("then"), would = document.getElementById("would");
  var asked = 0, seen = {}, waiting = null, left = "", ends = false, last;

  function all(selector) { return Array.prototype.slice.call(form.querySelectorAll(selector)); }

  function fields() {
    var list = {};
    all("[name]").forEach(function (f) {
      if ((f.type === "checkbox" || f.type === "radio") && !f.checked) return;
      if (f.closest("[hidden]") && (f.type !== "checkbox" || f.name === "same")) return;
      if (f.value === "") return;
      (list[f.name] = list[f.name] || []).push(f.value);
    });
    return list;
  }

  function post(name, body, answered) {
    var request = new XMLHttpRequest();
    request.open("POST", "api/" + name);
    request.setRequestHeader("Content-Type", "application/json");
    request.setRequestHeader("X-Gongshi-Desk", document.body.getAttribute("data-token"));
    request.onload = function () {
      var answer;
      try { answer = JSON.parse(request.responseText); } catch (e) { answer = { error: "程序的回答读不出来：刷新这一页再试。" }; }
      answered(request.status, answer);
    };
    request.onerror = function () { answered(0, { error: "连不上程序：看看它的窗口是不是关了。填的都还在这一页。" }); };
    request.send(JSON.stringify(body));
  }

  function list(id, texts, kind) {
    var at = document.getElementById(id);
    at.textContent = "";
    texts.forEach(function (text, i) {
      var li = document.createElement("li");
      li.textContent = text;
      if (kind) li.className = kind(i);
      at.appendChild(li);
    });
  }

  /* The first problem, or what is still to be done, stands beside the button, which is always in sight. */
  function say(problem) {
    var first = document.getElementById("first");
    first.textContent = problem.text;
    first.className = problem.severity || "";
  }

  function body(write) {
    return { place: form.getAttribute("data-place"), period: form.getAttribute("data-period"), fields: fields(), write: write, seen: seen };
  }

  function shown(status, answer) {
    var problems = answer.problems || [], changes = answer.changes || [], most = 200;
    would.textContent = "会这样写";
    if (changes.length > most) changes = changes.slice(0, most).concat("还有 " + (changes.length - most) + " 条");
    if (answer.error && !answer.lacks) problems = [{ severity: "error", text: answer.error }];
    list("told", answer.lacks ? [answer.lacks] : answer.told || []);
    list("changes", changes);
    list("problems", problems.map(function (p) { return p.text; }), function (i) { return problems[i].severity; });
    say(problems.filter(function (p) { return p.severity === "error"; })[0] || problems[0] || { text: answer.ready ? "" : answer.lacks || (answer.told || []).slice(-1)[0] || "" });
    seen = answer.seen || {};
    button.textContent = answer.does || button.getAttribute("data-does");
    button.disabled = !answer.ready;
    if (!answer.error) offer(answer.same || []);
  }

  /* What may be done where the same was written before on that day; nothing else is offered. */
  var offered = "";
  function offer(same) {
    var p = document.getElementById("again"), choice = document.getElementById("same");
    if (!p || !choice) return;
    var of = ["household", "target", "date"].map(function (id) { return (document.getElementById(id) || {}).value; }).join("\n");
    if (offered && of !== offered) choice.value = ""; /* what was chosen was for another record */
    if (same.length) offered = of;
    p.hidden = !same.length;
    [].forEach.call(choice.options, function (o) { o.hidden = o.disabled = o.value !== "" && same.indexOf(o.value) < 0; });
    if (choice.selectedIndex < 0 || choice.options[choice.selectedIndex].disabled) choice.value = "";
    soon();
  }

  function ask() {
    var mine = ++asked;
    button.disabled = true;
    post(form.getAttribute("data-name"), body(false), function (status, answer) { if (mine === asked) shown(status, answer); });
  }

  /* A box that is left says again what it said while it was typed in: nothing new, and the button that is pressed stays. */
  function soon() {
    var now = JSON.stringify(fields());
    if (now === last) return;
    last = now;
    done.textContent = "";
    then.hidden = true;
    button.disabled = true;
    clearTimeout(waiting);
    waiting = setTimeout(ask, 250);
  }

  /* What a choice asks for, and what is filled in and not saved. Today is not offered as the last day of a household. */
  function only() {
    var chosen = form.querySelector("[name=what]:checked"), day = document.getElementById("date"), leaving, amend = document.getElementById("amend");
    if (amend) amend.hidden = !form.querySelector("[data-answered]:checked");
    all("[data-field]").forEach(function (li) {
      var filled = form.querySelector("[name=" + li.getAttribute("data-field") + "]").value !== "";
      li.children[0].hidden = filled;
      li.children[1].hidden = !filled;
    });
    if (!chosen) return;
    all("[data-for]").forEach(function (p) { p.hidden = p.getAttribute("data-for").split(" ").indexOf(chosen.value) < 0; });
    leaving = chosen.value === "leaves" || chosen.value === "merges";
    if (leaving !== ends) day.value = leaving ? "" : day.defaultValue; /* a last day is no first one */
    ends = leaving;
  }

  function tick(on) {
    all(".ticks:not(.done) li").forEach(function (li) { if (!li.hidden) li.querySelector("input").checked = on; });
    soon();
  }

  /* Shows anew what follows from the files. What was asked for before another choice stood there is asked again. */
  function renew() {
    var request = new XMLHttpRequest(), at = document.activeElement && document.activeElement.id, were;
    request.open("GET", location.href);
    request.onload = function () {
      var fresh = new DOMParser().parseFromString(request.responseText, "text/html"), again;
      were = JSON.stringify(fields());
      ["checks", "seen", "there", "which"].forEach(function (id) {
        var now = document.getElementById(id), then = fresh.getElementById(id);
        if (now && then) now.parentNode.replaceChild(document.importNode(then, true), now);
      });
      only();
      again = at && document.getElementById(at);
      if (again && again !== document.activeElement) again.focus();
      if (were === JSON.stringify(fields())) return;
      last = JSON.stringify(fields());
      ask();
    };
    request.send();
  }

  /* Gives the browser a file to keep. */
  function keep(name, content) {
    var text = atob(content), bytes = new Uint8Array(text.length), link = document.createElement("a"), i;
    for (i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
    link.href = URL.createObjectURL(new Blob([bytes], { type: "application/zip" }));
    link.download = name;
    document.body.appendChild(link);
    link.click();
    document.body.removeChild(link);
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
  }

  document.addEventListener("click", function (e) {
    if (e.target.id === "print") document.querySelector("#seen iframe").contentWindow.print();
    if (e.target.id !== "backup") return;
    post("backup", { place: form.getAttribute("data-place") }, function (status, answer) {
      document.getElementById("kept").textContent = answer.error || "";
      if (answer.error) return;
      keep(answer.name, answer.content);
      post("kept", { place: form.getAttribute("data-place"), digest: answer.digest }, renew);
    });
  });
  /* A page that is not there yet is not printed. */
  function printable() {
    var frame = document.querySelector("#seen iframe"), print = document.getElementById("print");
    if (frame && print) print.hidden = !!(frame.contentDocument && frame.contentDocument.querySelector("p.none"));
  }
  document.addEventListener("load", printable, true);
  printable();
  /* Another program may have saved meanwhile. */
  document.addEventListener("visibilitychange", function () {
    var frame = document.querySelector("#seen iframe");
    if (frame && !document.hidden) frame.contentWindow.location.reload();
  });

  form.addEventListener("input", function (e) {
    if (e.target.id === "find") {
      all("#households li").forEach(function (li) { li.hidden = li.textContent.indexOf(e.target.value.trim()) < 0; });
      return;
    }
    only();
    soon();
  });
  form.addEventListener("change", function (e) { if (e.target.id !== "find") { only(); soon(); } });
  form.addEventListener("submit", function (e) {
    e.preventDefault();
    if (button.disabled) return;
    button.disabled = true;
    asked++;
    post(form.getAttribute("data-name"), body(true), function (status, answer) {
      if (!answer.written) {
        done.textContent = answer.error || "没有保存。";
        if (status === 409) ask(); else if (!answer.error) shown(status, answer);
        return;
      }
      done.textContent = button.getAttribute("data-did");
      would.textContent = "刚才写了这些";
      undo.hidden = !answer.digest;
      left = answer.digest;
      if (answer.then) {
        then.textContent = answer.then.Text;
        then.href = answer.then.To;
        then.hidden = false;
      }
      all("input[type=checkbox]").forEach(function (c) { c.checked = false; });
      all("[data-clear]").forEach(function (f, i) {
        if (f.type === "radio") f.checked = false; else f.value = f.getAttribute("data-clear");
        if (!i && !document.getElementById("households")) f.focus();
      });
      ["same", "date"].forEach(function (id) { /* what was chosen was for that record */
        var f = document.getElementById(id);
        if (f && id === "same") f.value = offered = "";
        if (f && id === "date" && form.querySelector("[name=what]")) f.value = ends ? "" : f.defaultValue;
      });
      last = JSON.stringify(fields());
      seen = {};
      renew();
    });
  });
  undo.addEventListener("click", function () {
    post("undo", { digest: left }, function (status, answer) {
      done.textContent = answer.error || "撤销了。";
      if (!answer.error) undo.hidden = then.hidden = true;
      ask();
      renew();
    });
  });
  ["all", "none"].forEach(function (id) {
    var b = document.getElementById(id);
    if (b) b.addEventListener("click", function () { tick(id === "all"); });
  });
  only();
  last = JSON.stringify(fields());
  ask();
})();
