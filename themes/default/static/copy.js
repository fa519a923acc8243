/* A button below each text with data-copy. On plain http and from file:// a text area alone can be copied. */
(function () {
  "use strict";
  var boxes = document.querySelectorAll("[data-copy]"), i;

  function copied(box) {
    var area = document.createElement("textarea"), done;
    area.value = box.textContent.trim();
    document.body.appendChild(area);
    area.select();
    done = document.execCommand("copy");
    document.body.removeChild(area);
    if (!done) window.getSelection().selectAllChildren(box);
    return done;
  }

  function offer(box) {
    var button = document.createElement("button");
    button.className = "copy";
    button.textContent = box.getAttribute("data-copy");
    button.addEventListener("click", function () {
      button.textContent = box.getAttribute(copied(box) ? "data-copied" : "data-failed");
      button.focus();
    });
    box.parentNode.insertBefore(button, box.nextSibling);
  }

  for (i = 0; i < boxes.length; i++) offer(boxes[i]);
})();
