/** The address of a view: `?q=` for a question, the API's own filters otherwise, and what was made of the drawing. */

import { fromParameters, toParameters } from "./filters.ts";
import { keyOf, ofKey, unescaped } from "./triple.ts";
import { fresh, type Selection, type View } from "./view.ts";

export const FIRST_QUESTION = "who condemns whom";

export function toAddress(view: View): string {
  const { asked, whole, selection, path } = view;
  const parameters =
    "question" in asked ? new URLSearchParams({ q: asked.question }) : toParameters(asked.filters);
  if (whole) parameters.set("whole", "true");
  if (selection) parameters.set("selected", selectionText(selection));
  for (const id of view.expanded) parameters.append("expanded", id);
  for (const id of view.hidden) parameters.append("hidden", id);
  for (const [id, [x, y]] of Object.entries(view.pinned)) {
    parameters.append("pinned", `${encodeURIComponent(id)},${x},${y}`);
  }
  for (const end of path ?? []) parameters.append("path", end);
  return `?${parameters}`;
}

/** The view of an address. What it does not understand it leaves out. */
export function fromAddress(search: string): View {
  const parameters = new URLSearchParams(search);
  const question = parameters.get("q");
  const filters = fromParameters(parameters);
  const asked =
    question === null && Object.keys(filters).length ? { filters } : { question: question || FIRST_QUESTION };
  const [source, target] = parameters.getAll("path");
  return {
    ...fresh(asked),
    whole: parameters.get("whole") === "true",
    selection: selectionOf(parameters.get("selected")),
    expanded: parameters.getAll("expanded"),
    hidden: parameters.getAll("hidden"),
    pinned: Object.fromEntries(parameters.getAll("pinned").flatMap(pinnedOf)),
    path: source && target ? [source, target] : null,
  };
}

function selectionText(selection: Selection): string {
  switch (selection.kind) {
    case "relation":
      return keyOf(selection);
    case "actor":
      return encodeURIComponent(selection.id);
    case "period":
      return `${selection.since}/${selection.until}`;
  }
}

function selectionOf(text: string | null): Selection | null {
  if (!text) return null;
  const [since, until] = text.split("/");
  if (since && until) return { kind: "period", since, until };
  const triple = ofKey(text);
  if (triple) return { kind: "relation", ...triple };
  const [id] = unescaped(text);
  return id ? { kind: "actor", id } : null;
}

function pinnedOf(text: string): [string, [number, number]][] {
  const [id, x, y] = unescaped(text);
  const place: [number, number] = [Number(x), Number(y)];
  return id && place.every(Number.isFinite) ? [[id, place]] : [];
}
