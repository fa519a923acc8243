/* Compares a paper notice with what was sealed. The page has every seal's code; what was sealed
   (seals/<no>.js: gongshiSeal = {head, lines}) is loaded when somebody asks. Its digest is worked
   out here: browsers give none to pages from a disk or from plain http. */
(function () {
  "use strict";
  var place = document.querySelector(".check"), form = place.querySelector("form"), field = form.querySelector("input");
  var said = place.querySelector("[role=status]"), rows = [].slice.call(document.querySelectorAll("[data-sealed]"));
  var characters = document.querySelector("[data-characters]").textContent, K = [], H = [];

  /* The constants of SHA-256 are the first 32 bits of roots of the first 64 primes. */
  (function () {
    var n = 2, i, prime;
    function bits(x) { return (x - Math.floor(x)) * 4294967296 | 0; }
    for (; K.length < 64; n++) {
      for (prime = true, i = 2; i * i <= n; i++) if (n % i === 0) prime = false;
      if (!prime) continue;
      if (H.length < 8) H.push(bits(Math.pow(n, 1 / 2)));
      K.push(bits(Math.pow(n, 1 / 3)));
    }
  })();

  function turn(x, n) { return x >>> n | x << 32 - n; }

  /* mix adds one block of 16 words to the state h. */
  function mix(h, w) {
    var a = h[0], b = h[1], c = h[2], d = h[3], e = h[4], f = h[5], g = h[6], k = h[7], i, x, y;
    for (i = 16; i < 64; i++) {
      x = w[i - 15];
      y = w[i - 2];
      w[i] = w[i - 16] + w[i - 7] + (turn(x, 7) ^ turn(x, 18) ^ x >>> 3) + (turn(y, 17) ^ turn(y, 19) ^ y >>> 10) | 0;
    }
    for (i = 0; i < 64; i++) {
      x = k + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + (e & f ^ ~e & g) + K[i] + w[i] | 0;
      y = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + (a & b ^ a & c ^ b & c) | 0;
      k = g; g = f; f = e; e = d + x | 0;
      d = c; c = b; b = a; a = x + y | 0;
    }
    [a, b, c, d, e, f, g, k].forEach(function (part, i) { h[i] = h[i] + part | 0; });
  }

  function sha256(text) {
    var bytes = unescape(encodeURIComponent(text)), h = H.slice(), w = [], n = bytes.length, end = (n + 8 >> 6) + 1, block, i, at;
    for (block = 0; block < end; block++) {
      for (i = 0; i < 16; i++) w[i] = 0;
      for (i = 0; i < 64; i++) {
        at = block * 64 + i;
        w[i >> 2] |= (at < n ? bytes.charCodeAt(at) : at === n ? 128 : 0) << 24 - i % 4 * 8;
      }
      if (block === end - 1) {
        w[14] = Math.floor(n / 536870912);
        w[15] = n << 3;
      }
      mix(h, w);
    }
    return h.map(function (x) { return ("0000000" + (x >>> 0).toString(16)).slice(-8); }).join("");
  }

  /* spoken is a digest's code in characters: each stands for 11 bits. */
  function spoken(digest) {
    var bits = "", code = "", i;
    for (i = 0; i < 17; i++) bits += ("000" + parseInt(digest.charAt(i), 16).toString(2)).slice(-4);
    for (i = 0; i < 6; i++) code += characters.charAt(parseInt(bits.slice(i * 11, i * 11 + 11), 2));
    return code;
  }

  /* fold is a code as it is compared. No code has the letters o, i and l. */
  function fold(typed) {
    return typed.replace(/[\uff01-\uff5e]/g, function (c) {
      return String.fromCharCode(c.charCodeAt(0) - 0xfee0);
    }).toLowerCase().replace(/[\s,.\-\u3001\u3002]+/g, "").replace(/o/g, "0").replace(/[il]/g, "1");
  }

  function isCode(code) {
    if (/^[0-9a-f]{16}$/.test(code)) return true;
    return code.length === 6 && code.split("").every(function (c) { return characters.indexOf(c) >= 0; });
  }

  /* say shows one of the answers, with what it names filled in. */
  function say(which, filled) {
    [].forEach.call(said.children, function (answer) {
      answer.hidden = answer.getAttribute("data-answer") !== which;
    });
    [].forEach.call(said.querySelectorAll("[data-put]"), function (at) {
      var name = at.getAttribute("data-put");
      if (filled && name in filled) at.textContent = filled[name];
    });
    [].forEach.call(said.querySelectorAll("[data-if]"), function (at) {
      at.hidden = !(filled && filled[at.getAttribute("data-if")]);
    });
    if (!which) return;
    form.scrollIntoView();
    if (said.getBoundingClientRect().top > window.innerHeight / 2) said.scrollIntoView();
  }

  function codes(row) { return [].map.call(row.querySelectorAll("[data-seal]"), function (at) { return fold(at.textContent); }); }

  function periodOf(row) { return row.querySelector("th > :first-child").textContent; }

  /* newer is the day of the last seal of a corrected period, where that has all corrections. */
  function newer(row) {
    var last = rows.filter(function (r) { return periodOf(r) === periodOf(row); })[0];
    return last.hasAttribute("data-outdated") ? "" : last.querySelector("time").textContent;
  }

  /* judge works the seal out and compares it with the code that was typed. */
  function judge(row, code, seal) {
    var wrong = [], hidden = 0, households = 0, units = 0, old = row.hasAttribute("data-outdated"), anew = old && newer(row), lines, digest;
    lines = seal.lines.map(function (line) {
      if (typeof line === "string") { hidden++; return line; }
      var is = sha256(line[1] + "\n" + line[2]);
      if (/^\u6237\|[^|]*\|[^|]*\|\u5355\u4f4d\|/.test(line[2])) units++;
      else if (/^\u6237\|/.test(line[2])) households++;
      if (is !== line[3]) wrong.push(line[0]);
      return is;
    }).sort();
    digest = sha256(seal.head + lines.join("\n") + "\n");
    if ((digest.slice(0, 16) === code || spoken(digest) === code) && seal.head.split("\n").slice(2, 5).join(" ") === row.getAttribute("data-sealed")) {
      [].forEach.call(document.querySelectorAll("[data-code]"), function (at) { at.textContent = row.querySelector(".code").textContent; });
      return say("same", {
        period: periodOf(row), date: row.querySelector("time").textContent, households: households, units: units, hidden: hidden,
        latest: !old, old: old, newer: anew, fixed: old && !anew
      });
    }
    say("differs", { period: periodOf(row), where: wrong.join("\u3001") });
  }

  function load(row, code) {
    var script = document.createElement("script");
    say("busy");
    window.gongshiSeal = null;
    script.src = row.querySelector("a[download]").getAttribute("href").replace(/data\/seal-(\d+)\.csv$/, "seals/$1.js");
    script.onload = function () {
      if (window.gongshiSeal) judge(row, code, window.gongshiSeal);
      else say("failed", { period: periodOf(row) });
    };
    script.onerror = function () { say("failed", { period: periodOf(row) }); };
    document.head.appendChild(script);
  }

  function check() {
    field.blur(); /* a phone puts its keyboard away */
    var code = fold(field.value), row = rows.filter(function (r) { return codes(r).indexOf(code) >= 0; })[0];
    if (!isCode(code)) say(code ? "form" : "", { count: code.length });
    else if (row) load(row, code);
    else say("unknown");
  }

  /* A notice's QR code leads here with its code. */
  function follow() {
    var code = "";
    try { code = decodeURIComponent(location.hash.slice(1)); } catch (e) { return; }
    if (!isCode(fold(code))) return;
    field.value = code.replace(/^([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})$/, "$1 $2 $3 $4");
    check();
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    check();
  });
  place.classList.add("ready"); /* the form shows */
  window.addEventListener("hashchange", follow);
  follow();
})();
