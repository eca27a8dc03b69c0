/** What may complete a word: actors of the graph and relations of the codebook. */

import { get } from "../service/client.ts";
import type { Actors } from "../service/shapes.ts";
import { vocabulary } from "../state/answer.ts";
import type { Suggestion } from "./combobox.tsx";

const MOST = 7;
const WORDS = 3; // as many words at the end of a question may be one name: "European Court of ..." grows with them

export async function actors(text: string): Promise<Suggestion[]> {
  const begun = text.trim();
  if (!begun) return [];
  const found = await get<Actors>(`/v1/actors?${new URLSearchParams({ q: begun, limit: String(MOST) })}`);
  return found.actors.map(({ id, name, kind }) => ({ value: id, label: name, hint: `${kind} ${id}` }));
}

export async function relations(text: string): Promise<Suggestion[]> {
  const begun = text.trim().toUpperCase().replaceAll(" ", "_");
  if (!begun) return [];
  const known = vocabulary.value.value?.relations ?? [];
  const matching = [
    ...known.filter(({ name }) => name.startsWith(begun)),
    ...known.filter(({ name }) => name.includes(begun) && !name.startsWith(begun)),
  ];
  return matching
    .slice(0, MOST)
    .map(({ name, definition }) => ({ value: name, label: name, hint: definition }));
}

/** Completes the end of a question: its last word as a relation, its last words as a name that begins like them. */
export async function ofQuestion(question: string): Promise<Suggestion[]> {
  const words = question.split(/\s+/);
  if (!words.at(-1)) return [];
  const ends = Array.from({ length: Math.min(WORDS, words.length) }, (_, i) =>
    words.slice(-1 - i).join(" "),
  ).reverse();
  const named = await Promise.all(ends.map(async (end) => ({ end, found: await actors(end) })));
  const completed: Suggestion[] = [];
  for (const { end, found } of named) {
    const isBegun = ({ label }: Suggestion) => label.toLowerCase().startsWith(end.toLowerCase());
    completed.push(
      ...found.filter(isBegun).map((actor) => ({ ...actor, value: ending(question, end, actor.label) })),
    );
  }
  const last = words.at(-1) ?? "";
  for (const { label, hint } of last.length > 1 ? await relations(last) : []) {
    if (!label.startsWith(last.toUpperCase())) continue;
    completed.push({ value: ending(question, last, spoken(label)), label: spoken(label), hint });
  }
  const once = new Map(completed.map((suggestion) => [suggestion.value, suggestion]));
  return [...once.values()].slice(0, MOST);
}

/** A relation as it is said in a question: CALL_FOR is "call for". */
export function spoken(relation: string): string {
  return relation.toLowerCase().replaceAll("_", " ");
}

function ending(question: string, old: string, fresh: string): string {
  return `${question.slice(0, question.length - old.length)}${fresh} `;
}
