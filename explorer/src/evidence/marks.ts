/** Cuts a text into pieces by the spans that are marked in it. Offsets count code points; strings here count UTF-16. */

import type { Event } from "../service/shapes.ts";

export interface Mark {
  kind: string;
  start: number;
  end: number;
}

export interface Piece {
  text: string;
  kinds: readonly string[];
}

/** What the parts of an event are called to whom points at one. */
export const ROLES: Readonly<Record<string, string>> = {
  source: "source",
  trigger: "what it does",
  target: "target",
};

/** The words of an event's source, trigger and target; an end that is only implied has none. */
export function marksOf({ source, trigger, target }: Event): Mark[] {
  const spans = { source: source.mention, trigger, target: target.mention };
  return Object.entries(spans).flatMap(([kind, span]) =>
    span ? [{ kind, start: span.start, end: span.end }] : [],
  );
}

/** The pieces of a text that begins at `from`, in order; together they are the text. Spans may overlap. */
export function pieces(text: string, from: number, marks: readonly Mark[]): Piece[] {
  const letters = Array.from(text);
  const inside = (at: number) => Math.max(0, Math.min(letters.length, at - from));
  const spans = marks.map((mark, place) => ({
    ...mark,
    place,
    start: inside(mark.start),
    end: inside(mark.end),
  }));
  const borders = new Set([0, letters.length, ...spans.flatMap(({ start, end }) => [start, end])]);
  const cuts = [...borders].sort((one, other) => one - other);
  const waiting = spans.sort((one, other) => other.start - one.start); // the next one is the last
  let covering: typeof spans = [];
  return cuts.slice(0, -1).map((start, index) => {
    while (waiting.at(-1)?.start === start) covering.push(...waiting.splice(-1));
    covering = covering.filter((span) => span.end > start).sort((one, other) => one.place - other.place);
    const text = letters.slice(start, cuts[index + 1]).join("");
    return { text, kinds: covering.map(({ kind }) => kind) };
  });
}
