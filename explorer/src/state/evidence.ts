/** The events behind what is selected, as many as are wanted. */

import { computed, signal } from "@preact/signals";
import { get } from "../service/client.ts";
import { following } from "../service/loading.ts";
import type { Event, Events, Profile } from "../service/shapes.ts";
import { toParameters } from "./filters.ts";
import { isCounted } from "./folding.ts";
import { view } from "./history.ts";
import { selectedFilters, selection } from "./selected.ts";
import type { Filters, Selection } from "./view.ts";

const AT_A_TIME = 20; // events more at each click
const PAGE = 100; // events asked for at a time

const wanted = signal<{ of: Selection | null; count: number }>({ of: null, count: AT_A_TIME });
const count = computed(() => (wanted.value.of === selection.value ? wanted.value.count : AT_A_TIME));

export interface Evidence {
  readonly events: readonly Event[];
  readonly more: boolean;
}

export const evidence = following<Evidence>((abort) => {
  const chosen = selection.value;
  if (!chosen) return null;
  const { hidden } = view.value;
  const isOf = (event: Event, filters: Filters) => isCounted(event, filters, chosen, hidden);
  return { about: chosen, answer: read(selectedFilters.value, isOf, count.value, abort) };
});

export function moreEvidence(): void {
  wanted.value = { of: selection.value, count: count.value + AT_A_TIME };
}

/** The first events of several questions, one question after the other, each event once. */
async function read(
  questions: readonly Filters[],
  isOf: (event: Event, filters: Filters) => boolean,
  count: number,
  abort: AbortSignal,
): Promise<Evidence> {
  const found = new Map<string, Event>();
  for (const filters of questions) {
    const parameters = toParameters(filters);
    parameters.set("limit", String(PAGE));
    for (let next: string | null = `/v1/events?${parameters}`; next; ) {
      const page: Events = await get<Events>(next, abort);
      for (const event of page.events) if (isOf(event, filters)) found.set(event.id, event);
      if (found.size > count) return { events: [...found.values()].slice(0, count), more: true };
      next = page.next && new URL(page.next).pathname + new URL(page.next).search;
    }
  }
  return { events: [...found.values()], more: false };
}

/** The actor that is selected. */
export const profile = following<Profile>((abort) => {
  const chosen = selection.value;
  if (chosen?.kind !== "actor") return null;
  return { about: chosen.id, answer: get<Profile>(`/v1/actors/${encodeURIComponent(chosen.id)}`, abort) };
});
