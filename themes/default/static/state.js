// Moves on what a page says of the days of publicity while nobody builds the site anew.
// In: elements with data-turns = "<seconds from 1970> <words>|…", in order of time; they
// hold text alone. Out: the words of the last moment that has passed, put into them. Before
// the first one, and without scripts, what was built stands.
(function () {
  "use strict";
  function turn() {
    var all = document.querySelectorAll("[data-turns]"), now = Date.now() / 1000, i, k, turns, at, words;
    for (i = 0; i < all.length; i++) {
      turns = all[i].getAttribute("data-turns").split("|");
      for (k = turns.length - 1; k >= 0; k--) {
        at = turns[k].indexOf(" ");
        if (Number(turns[k].slice(0, at)) <= now) {
          words = turns[k].slice(at + 1);
          if (all[i].textContent !== words) all[i].textContent = words;
          break;
        }
      }
    }
  }
  turn();
  setInterval(turn, 60000);
})();
