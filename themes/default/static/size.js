/* 标准 / 大字 / 超大. Stands before the style sheet, so that the first paint has the size. Where
   file:// keeps no storage, or one for each file, the tab's own name carries the size along. */
(function () {
  "use strict";
  var root = document.documentElement, key = "gongshi-size", sizes = ["standard", "large", "larger"];

  function kept() {
    var size = window.name.replace(key + "=", "");
    try { if (sizes.indexOf(size) < 0) size = localStorage.getItem(key); } catch (refused) { /* standard */ }
    return sizes.indexOf(size) < 0 ? "standard" : size;
  }

  function keep(size) {
    window.name = key + "=" + size;
    try { localStorage.setItem(key, size); } catch (refused) { /* the name is kept */ }
  }

  function wear() {
    var size = kept(), i, buttons = document.querySelectorAll(".sizes [value]");
    for (i = 0; i < sizes.length; i++) root.classList.remove(sizes[i]);
    root.classList.add("js");
    root.classList.add(size);
    for (i = 0; i < buttons.length; i++) buttons[i].setAttribute("aria-pressed", String(buttons[i].value === size));
  }

  function choose(event) {
    keep(event.currentTarget.value);
    wear();
  }

  wear();
  document.addEventListener("DOMContentLoaded", function () {
    var buttons = document.querySelectorAll(".sizes [value]"), i;
    for (i = 0; i < buttons.length; i++) buttons[i].addEventListener("click", choose);
  });
  window.addEventListener("pageshow", wear); /* a page that "back" brings up again may wear an old size */
})();
