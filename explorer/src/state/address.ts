/** The address of a view: `?q=` for a question, the API's own filters otherwise, and what was made of the drawing. */

import { fromParameters, toParameters } from "./filters.ts";
import { fresh, type Selection, type View } from "./view.ts";

export const FIRST_QUESTION = "who condemns whom";

export function toAddress(view: View): string {
  const { asked, selection, path } = view;
  const parameters =
    "question" in asked ? new URLSearchParams({ q: asked.question }) : toParameters(asked.filters);
  if (selection) parameters.set("selected", selectionText(selection));
  for (const id of view.expanded) parameters.append("expanded", id);
  for (const id of view.hidden) parameters.append("hidden", id);
  for (const [id, [x, y]] of Object.entries(view.pinned)) parameters.append("pinned", `${id},${x},${y}`);
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
      return [selection.source, selection.relation, selection.target].join(",");
    case "actor":
      return selection.id;
    case "period":
      return `${selection.since}/${selection.until}`;
  }
}

function selectionOf(text: string | null): Selection | null {
  if (!text) return null;
  const [since, until] = text.split("/");
  if (since && until) return { kind: "period", since, until };
  const [source, relation, target] = text.split(",");
  if (source && relation && target) return { kind: "relation", source, relation, target };
  return { kind: "actor", id: text };
}

function pinnedOf(text: string): [string, [number, number]][] {
  const [id, x, y] = text.split(",");
  const place: [number, number] = [Number(x), Number(y)];
  return id && place.every(Number.isFinite) ? [[id, place]] : [];
}
