/** Which words of an article are marked: the triggers of all events lightly, the parts of the chosen one strongly. */

import { type Mark, marksOf } from "../evidence/marks.ts";
import type { Event } from "../service/shapes.ts";

/** The events in the order of the text, those of the title first. */
export function inOrder(events: readonly Event[]): Event[] {
  const [title, text] = (["title", "text"] as const).map((field) =>
    events
      .filter((event) => event.field === field)
      .sort((one, other) => one.trigger.start - other.trigger.start),
  );
  return [...(title ?? []), ...(text ?? [])];
}

/** The marks of the title or of the text. A trigger goes by the id of its event, the chosen one's parts by their roles. */
export function marksIn(field: Event["field"], events: readonly Event[], chosen: string | null): Mark[] {
  return events
    .filter((event) => event.field === field)
    .flatMap((event) => {
      const { start, end } = event.trigger;
      return [{ kind: event.id, start, end }, ...(event.id === chosen ? marksOf(event) : [])];
    });
}

/** The one after the chosen of those that share a place, so that who clicks on comes to all of them. */
export function nextOf(ids: readonly string[], chosen: string | null): string | null {
  return ids[(ids.indexOf(chosen ?? "") + 1) % ids.length] ?? null;
}

/** The event before or after the chosen one, from the last one to the first; where none is chosen, an end. */
export function stepped(events: readonly Event[], chosen: string | null, step: 1 | -1): string | null {
  const at = events.findIndex(({ id }) => id === chosen);
  const to = at < 0 && step < 0 ? events.length - 1 : at + step;
  return events[(to + events.length) % events.length]?.id ?? null;
}
