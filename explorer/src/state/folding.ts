/** Whom the service counts an actor as: at the level of states a military as its country. */

import type { Event } from "../service/shapes.ts";
import type { Filters, Selection } from "./view.ts";

/** The ends under which an event is counted; where both would be one, as when Egypt's military acts on Egypt, as they are. */
export function endsOf(event: Event, filters: Filters): readonly [string, string] {
  const ends = [event.source.id, event.target.id] as const;
  if (filters.level?.[0] === "actor") return ends;
  const folded = [stateOf(ends[0]), stateOf(ends[1])] as const;
  return folded[0] === folded[1] ? ends : folded;
}

/**
 * Whether an event is counted in what is selected, between actors that are not hidden. Who asks for USA gets its
 * military too, and who asks for a people its parts, which may be rows of their own.
 */
export function isCounted(
  event: Event,
  filters: Filters,
  selection: Selection,
  hidden: readonly string[] = [],
): boolean {
  const [source, target] = endsOf(event, filters);
  if (hidden.includes(source) || hidden.includes(target)) return false;
  switch (selection.kind) {
    case "relation":
      return source === selection.source && target === selection.target;
    case "actor":
      return source === selection.id || target === selection.id;
    case "period":
      return true;
  }
}

function stateOf(id: string): string {
  return /^[A-Z]{3}-MIL$/.test(id) ? id.slice(0, 3) : id;
}
