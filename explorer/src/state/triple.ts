/** What tells a relation from all others, as a text: in an address, and as the id of an arrow. */

import type { Relation } from "../service/shapes.ts";
import type { Triple } from "./view.ts";

export function tripleOf({ source, relation, target }: Relation): Triple {
  return { source: source.id, relation, target: target.id };
}

/** The parts between commas; whatever an id holds, its commas and slashes are escaped. */
export function keyOf({ source, relation, target }: Triple): string {
  return [source, relation, target].map(encodeURIComponent).join(",");
}

/** The triple of a key; null where it is none. */
export function ofKey(key: string): Triple | null {
  const [source, relation, target] = unescaped(key);
  return source && relation && target ? { source, relation, target } : null;
}

/** The parts of a text between commas. */
export function unescaped(text: string): string[] {
  try {
    return text.split(",").map(decodeURIComponent);
  } catch {
    return []; // a % that escapes nothing
  }
}
