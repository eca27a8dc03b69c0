"use strict";

const $ = (id) => document.getElementById(id);
let asked = 0; // answers that come late, after another question, are dropped
let filters = new URLSearchParams();
let nextRows = null;
let nextEvents = null;

async function answer(url) {
  const response = await fetchWithKey(url);
  const body = await response.json();
  if (!response.ok) throw Object.assign(new Error(body.detail), body);
  return body;
}

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function showProblem(error) {
  const choices = (error.candidates || []).map((c) => `${c.name} (${c.id})`);
  $("problem").textContent = error.message + (choices.length && !error.message.includes(choices[0]) ? ` ${choices.join(", ")}` : "");
  $("problem").hidden = false;
}

async function ask(question) {
  const turn = ++asked;
  $("problem").hidden = $("answer").hidden = $("evidence").hidden = true;
  $("reading").textContent = "Asking …";
  try {
    const found = await answer("/v1/ask?" + new URLSearchParams({ q: question }));
    if (turn !== asked) return;
    filters = new URL(found.url).searchParams;
    $("rows").replaceChildren();
    $("reading").textContent = "Read as: " + found.reading + "." +
      (found.relations.length ? "" : " Nothing found.") +
      (found.undated ? ` ${found.undated} events without a date are left out.` : "");
    $("answer").hidden = !found.relations.length;
    $("json").href = "/v1/relations?" + filters;
    for (const link of document.querySelectorAll("[data-format]")) {
      link.href = `/v1/export.${link.dataset.format}?` + filters;
    }
    addRows(found);
  } catch (error) {
    if (turn !== asked) return;
    $("reading").textContent = "";
    showProblem(error);
  }
}

function addRows(found) {
  for (const row of found.relations) {
    const opener = element("button", { type: "button", textContent: row.source.name });
    const line = element("tr", {},
      element("td", {}, opener),
      element("td", { textContent: row.relation }),
      element("td", { textContent: row.target.name }),
      element("td", { className: "number", textContent: row.events }),
      element("td", { className: "number", textContent: row.articles }),
      element("td", { className: "day", textContent: row.first || "" }),
      element("td", { className: "day", textContent: row.last || "" }));
    opener.setAttribute("aria-label", `Evidence: ${row.source.name} ${row.relation} ${row.target.name}`);
    line.addEventListener("click", () => showEvidence(row, line));
    $("rows").append(line);
  }
  nextRows = found.next;
  $("more").hidden = !nextRows;
}

async function showEvidence(row, line) {
  const turn = asked;
  for (const other of $("rows").querySelectorAll(".chosen")) other.classList.remove("chosen");
  line.classList.add("chosen");
  const narrowed = new URLSearchParams(filters);
  for (const key of ["source", "target", "relation", "between"]) narrowed.delete(key);
  narrowed.append("source", row.source.id);
  narrowed.append("relation", row.relation);
  narrowed.append("target", row.target.id);
  try {
    const found = await answer("/v1/events?" + narrowed);
    if (turn !== asked || !line.classList.contains("chosen")) return;
    $("sentences").replaceChildren();
    $("evidence-title").textContent = `${row.source.name} ${row.relation} ${row.target.name}`;
    $("evidence").hidden = false;
    addSentences(found);
    $("evidence-title").focus();
  } catch (error) {
    showProblem(error);
  }
}

function addSentences(found) {
  for (const event of found.events) {
    const said = [event.published, event.title].filter(Boolean).join(" · ") || event.article;
    const notes = [
      event.modality === "actual" ? "" : event.modality,
      event.negated ? "negated" : "",
      event.attributed_to ? "says " + event.attributed_to.name : "",
    ].filter(Boolean).join(", ");
    const from = element("span", { className: "from" });
    from.append(/^https?:\/\//i.test(event.url || "") ? element("a", { href: event.url, rel: "noreferrer", textContent: said }) : said);
    if (notes) from.append(" · " + notes);
    $("sentences").append(element("li", {}, ...highlighted(event), from));
  }
  nextEvents = found.next;
  $("more-evidence").hidden = !nextEvents;
}

/* Offsets are code points into the article; a string here counts UTF-16 units. Spans may overlap. */
function highlighted(event) {
  const letters = Array.from(event.sentence.text);
  const kinds = new Array(letters.length).fill("");
  const spans = [["source", event.source.mention], ["target", event.target.mention], ["trigger", event.trigger]];
  for (const [kind, span] of spans) {
    if (!span) continue;
    const start = Math.max(0, span.start - event.sentence.start);
    kinds.fill(kind, start, Math.max(start, span.end - event.sentence.start));
  }
  const parts = [];
  for (let i = 0; i < letters.length;) {
    let end = i + 1;
    while (end < letters.length && kinds[end] === kinds[i]) end += 1;
    const text = letters.slice(i, end).join("");
    parts.push(kinds[i] ? element("mark", { className: kinds[i], textContent: text, title: kinds[i] }) : text);
    i = end;
  }
  return parts;
}

/* The pages of a list go on where they ended; the server names the next one by its own address. */
const here = (url) => { const u = new URL(url); return u.pathname + u.search; };

$("more").addEventListener("click", async () => {
  const turn = asked;
  try {
    const found = await answer(here(nextRows));
    if (turn === asked) addRows(found);
  } catch (error) { showProblem(error); }
});
$("more-evidence").addEventListener("click", async () => {
  try { addSentences(await answer(here(nextEvents))); } catch (error) { showProblem(error); }
});
$("form").addEventListener("submit", (event) => {
  event.preventDefault();
  const question = $("question").value;
  history.pushState(null, "", "?" + new URLSearchParams({ q: question }));
  ask(question);
});
document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="/v1/"]');
  if (!link || !sessionStorage.getItem("gkg-key")) return;
  event.preventDefault();
  saveWithKey(link.href).catch(showProblem);
});
for (const example of document.querySelectorAll(".example")) {
  example.addEventListener("click", () => {
    $("question").value = example.textContent;
    $("form").requestSubmit();
  });
}
function fromAddress() {
  $("question").value = new URLSearchParams(location.search).get("q") || "who condemns whom";
  ask($("question").value);
}
window.addEventListener("popstate", fromAddress);
fromAddress();
