/** Cuts a text into pieces by the spans that are marked in it. Offsets count code points; strings here count UTF-16. */

export interface Mark {
  kind: string;
  start: number;
  end: number;
}

export interface Piece {
  text: string;
  kinds: readonly string[];
}

/** The pieces of a text that begins at `from`, in order; together they are the text. Spans may overlap. */
export function pieces(text: string, from: number, marks: readonly Mark[]): Piece[] {
  const letters = Array.from(text);
  const inside = (at: number) => Math.max(0, Math.min(letters.length, at - from));
  const borders = new Set([0, letters.length]);
  for (const { start, end } of marks) borders.add(inside(start)).add(inside(end));
  const cuts = [...borders].sort((one, other) => one - other);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? letters.length;
    const covering = marks.filter((mark) => inside(mark.start) <= start && inside(mark.end) >= end);
    return { text: letters.slice(start, end).join(""), kinds: covering.map(({ kind }) => kind) };
  });
}
