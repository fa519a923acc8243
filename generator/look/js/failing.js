// What a page shows and offers, for looking at it with some of its scripts missing.

// shownLines are the texts that a reader sees with every fold open, but for those in drawings, of which scripts make others.
function shownLines() {
  var walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [], text;
  unfold();
  while (walk.nextNode()) {
    text = walk.currentNode.nodeValue.replace(/\s+/g, " ").trim();
    if (text && !walk.currentNode.parentElement.closest("svg, .echarts, button") && seen(walk.currentNode.parentElement)) found.push(text);
  }
  return found;
}

// deadControls uses every control that a reader may reach, and lists those that do nothing.
function deadControls() {
  var dead = [], done = new Set(), acted = false, next;
  var watch = new MutationObserver(function () { acted = true; });
  function note() { acted = true; }
  watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  window.open = Element.prototype.requestFullscreen = note;
  // A window's help shows all that its keys do, and closes after each.
  function reached(e) {
    var help = e.closest(".help");
    return help ? !e.closest("[hidden]:not(.help)") && !document.querySelector(".controls").hidden : seen(e);
  }
  function find() {
    return [].find.call(document.querySelectorAll("button, input:not(.widen), select"), function (e) { return !done.has(e) && reached(e); });
  }
  while ((next = find())) {
    done.add(next);
    watch.takeRecords();
    acted = false;
    if (next.localName === "button") next.click();
    else {
      next.value = next.options ? next.options[next.options.length - 1].value : "1";
      ["focus", "input", "change"].forEach(function (name) { next.dispatchEvent(new Event(name, { bubbles: true })); });
      if (next.form && !next.form.dispatchEvent(new Event("submit", { cancelable: true }))) acted = true;
    }
    if (watch.takeRecords().length === 0 && !acted) dead.push(where(next) + " " + next.textContent.trim().slice(0, 20));
  }
  each(".picture", function (e) { if (seen(e) && !e.querySelector("button")) dead.push(where(e) + " has no button"); });
  each(".controls > *", function (e) { if (e.innerText && seen(e) && getComputedStyle(e).opacity < 1) dead.push(where(e) + " cannot be seen"); });
  return dead;
}
