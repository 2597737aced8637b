
"use strict";
const form = document.querySelector(".filters");
const count = form.querySelector(".count");
const findings = [...document.querySelectorAll(".finding")];
const holders = [...document.querySelectorAll(".holder")];
const groups = [...document.querySelectorAll(".group")];
const entries = [...document.querySelectorAll(".contents li")];

// What a link on this page leads to.
const target = (link) => document.getElementById(decodeURIComponent(link.hash.slice(1)));

function filter() {
  const asked = new FormData(form);
  const severities = new Set(asked.getAll("severity"));
  const rule = asked.get("rule");
  for (const each of findings) {
    each.hidden = !severities.has(each.dataset.severity) || (rule !== "" && rule !== each.dataset.rule);
  }
  for (const holder of holders) {
    const pointers = [...holder.querySelectorAll(".elsewhere a")];
    for (const pointer of pointers) pointer.parentElement.hidden = target(pointer).hidden;
    const shown = [...holder.querySelectorAll(".finding"), ...pointers.map(target)];
    holder.hidden = shown.every((each) => each.hidden);
  }
  for (const group of groups) {
    group.hidden = ![...group.children].some((each) => each.matches(".holder") && !each.hidden);
  }
  for (const entry of entries) {
    entry.hidden = target(entry.querySelector("a")).hidden;
  }
  for (const contents of document.querySelectorAll(".contents")) {
    const shown = [...contents.querySelectorAll("li")].filter((each) => !each.hidden).length;
    contents.querySelector("summary span").textContent = `(${shown})`;
    contents.hidden = shown === 0;
  }
  const shown = findings.filter((each) => !each.hidden).length;
  count.textContent = `${shown} of ${findings.length} findings shown`;
  const nothing = document.querySelector(".nothing");
  if (nothing) nothing.hidden = shown > 0;
}

// A link may lead into a text that is folded, or to what the filters hide.
function reveal(place) {
  for (let each = place; each; each = each.parentElement) {
    if (each.matches("details")) each.open = true;
    each.hidden = false;
  }
  place?.scrollIntoView({ block: place.matches("mark, span") ? "center" : "start" });
}

form.addEventListener("input", filter);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(filter));
document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#"]');
  if (link) setTimeout(() => reveal(target(link)));
});
addEventListener("hashchange", () => reveal(target(location)));
form.hidden = findings.length === 0;
filter();
if (location.hash) reveal(target(location));
