/** Which names of actors and relations are written: as many as can be read side by side, those with most events first. */

export interface Name {
  readonly id: string;
  /** Its middle and its size, in pixels of the screen. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Those of these names, the most important first, that none before them covers, and those that must not be missed. */
export function legible(names: readonly Name[], always: ReadonlySet<string> = new Set()): Set<string> {
  const written = names.filter(({ id }) => always.has(id));
  for (const name of names)
    if (!always.has(name.id) && !written.some((other) => overlap(name, other))) written.push(name);
  return new Set(written.map(({ id }) => id));
}

function overlap(one: Name, other: Name): boolean {
  return (
    Math.abs(one.x - other.x) < (one.width + other.width) / 2 &&
    Math.abs(one.y - other.y) < (one.height + other.height) / 2
  );
}

/** The room that words take that are written along a line of this slope. */
export function along(dx: number, dy: number, width: number, height: number) {
  const length = Math.hypot(dx, dy) || 1;
  const [cos, sin] = [Math.abs(dx) / length, Math.abs(dy) / length];
  return { width: width * cos + height * sin, height: width * sin + height * cos };
}

/** A name as it is written: long ones are cut. */
export function shortened(name: string): string {
  const letters = [...name];
  return letters.length > LONGEST
    ? `${letters
        .slice(0, LONGEST - 1)
        .join("")
        .trimEnd()}…`
    : name;
}

const LONGEST = 24;
