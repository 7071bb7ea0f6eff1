/* Keys for frequent acts: j next, k previous, e first value to edit, l list.  Never while something is typed. */
"use strict";
document.addEventListener("keydown", function (event) {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const rel = { j: "next", k: "prev", l: "up" }[event.key];
  const link = rel ? document.querySelector('a[rel="' + rel + '"]') : event.key === "e" ? document.querySelector("a.edit") : null;
  if (link) {
    event.preventDefault();
    link.click();
  }
});
document.addEventListener("change", function (event) {
  const all = event.target.closest("input[data-all]");
  if (!all) return;
  all.form.querySelectorAll('input[type="checkbox"][name="' + all.dataset.all + '"]').forEach(function (one) {
    one.checked = all.checked;
  });
});
document.addEventListener("htmx:afterSwap", function (event) {
  const first = event.detail.target.querySelector("input:checked, select, textarea, input:not([type=hidden])");
  if (first) first.focus();
});
