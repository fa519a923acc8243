/* Finding a household, the mouse, the buttons; then the page begins. */
var hits = [], hit = 0, dragging;

function turn(by) {
  if (hits.length) move(hits[hit = (hit + by + hits.length) % hits.length], at % width);
}
function seek() {
  var text = clean(on.find.value);
  function exact(r) { return bare(rows[r].ID) === bare(text); }
  hits = Object.keys(rows).filter(exact);
  if (!hits.length) hits = Object.keys(rows).filter(function (r) { return text && (rows[r].ID + " " + rows[r].Head).indexOf(text) >= 0; });
  hit = 0;
  turn(0);
  say(text && words("hits", hits.length));
}
on.find.oninput = function (e) { if (!e.isComposing) seek(); };
on.find.addEventListener("compositionend", seek);
on.find.onkeydown = function (e) {
  var k = e.keyCode;
  if (e.isComposing || k === 229) return;
  if (k === 38 || k === 40) turn(k - 39);
  else if (k === 13 || k === 27) pen.focus();
  else return;
  e.preventDefault();
};

/* The row and column under the mouse; left of the items it is the whole row. */
function mouse(e) {
  var td = e.target;
  while (!/^T[DHR]$/.test(td.tagName)) td = td.parentNode;
  return { r: td.parentNode.getAttribute("aria-rowindex") - 3, c: td.cellIndex - 2 };
}
body.onmousedown = function (e) {
  var m = mouse(e);
  if (e.button || m.r < 0) return;
  e.preventDefault();
  pen.blur(); /* which ends a composition */
  dragging = true;
  move(m.r, m.c, e.shiftKey);
  if (m.c < 0) move(m.r, width, true);
  pen.focus({ preventScroll: true });
};
body.onmouseover = function (e) {
  var m = mouse(e);
  dragging = dragging && e.buttons > 0;
  if (dragging && m.r >= 0) move(m.r, m.c, true);
};
body.ondblclick = function () { begin(true); };

document.onclick = function (e) {
  var id = e.target.id || e.target.parentNode.id;
  if (acts[id]) act(id);
};
on.ask.onclose = function () { pen.focus(); };
document.onkeydown = function (e) {
  if (!e.ctrlKey && !e.metaKey || e.keyCode !== 83) return;
  e.preventDefault();
  if (!e.isComposing) act("save");
};
window.onbeforeunload = function (e) {
  commit();
  keep();
  if (changes().length) e.returnValue = "1";
};
box.onscroll = window.onresize = function () { requestAnimationFrame(draw); };

recall();
judge(sheet.Problems);
changed();
pen.focus();
