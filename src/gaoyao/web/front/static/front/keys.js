/* Keys for frequent acts: j or n next, k previous, e first value to edit, l list, y confirm, ? help.  Never while something is typed. */
"use strict";
document.addEventListener("keydown", function (event) {
  const typing = event.target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
  if (typing || document.querySelector("dialog[open]") || event.ctrlKey || event.metaKey || event.altKey) return;
  const rel = { j: "next", n: "next", k: "prev", l: "up" }[event.key];
  const link = rel ? document.querySelector('a[rel="' + rel + '"]') : event.key === "e" ? document.querySelector("a.edit") : document.querySelector('button[data-key="' + CSS.escape(event.key) + '"]');
  if (link) {
    event.preventDefault();
    link.click();
  }
});
document.addEventListener("change", function (event) {
  const all = event.target.closest("input[data-all]");
  if (!all) return;
  Array.from(all.form.elements).forEach(function (one) {
    if (one.type === "checkbox" && one.name === all.dataset.all) one.checked = all.checked;
  });
});
document.addEventListener("click", function (event) {
  const opener = event.target.closest("button[data-opens]");
  if (opener) document.getElementById(opener.dataset.opens).showModal();
});
document.addEventListener("change", function (event) {
  const input = event.target.closest("input[type=file].away");
  if (!input) return;
  const names = Array.from(input.files, function (one) { return (one.webkitRelativePath || one.name).split("/")[0]; });
  const first = Array.from(new Set(names)).slice(0, 3).join("、");
  input.closest("p").querySelector("output").textContent = names.length > 1 ? first + "，共 " + names.length + " 个文件" : first;
});
document.addEventListener("htmx:afterSwap", function (event) {
  const first = event.detail.target.querySelector("input:checked, select, textarea, input:not([type=hidden])");
  if (first) first.focus();
});
