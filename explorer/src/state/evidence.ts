/** The events behind what is selected, page by page. */

import { computed, signal } from "@preact/signals";
import { get } from "../service/client.ts";
import { following } from "../service/loading.ts";
import type { Event, Events, Profile } from "../service/shapes.ts";
import { answer } from "./answer.ts";
import { narrowed, toParameters } from "./filters.ts";
import { view } from "./history.ts";

const PAGE = 20;

const selection = computed(() => view.value.selection);
const filters = computed(() => answer.value.value?.filters ?? null);
const pages = signal<{ of: unknown; count: number }>({ of: null, count: 1 });

export interface Evidence {
  readonly events: readonly Event[];
  readonly more: boolean;
}

export const evidence = following<Evidence>((abort) => {
  if (!selection.value || !filters.value) return null;
  const parameters = toParameters(narrowed(filters.value, selection.value, view.value.expanded));
  const count = pages.value.of === selection.value ? pages.value.count : 1;
  parameters.set("limit", String(count * PAGE));
  return get<Events>(`/v1/events?${parameters}`, abort).then(({ events, next }) => ({
    events,
    more: next !== null,
  }));
});

export function moreEvidence(): void {
  const { of, count } = pages.value;
  pages.value = { of: selection.value, count: (of === selection.value ? count : 1) + 1 };
}

/** The actor that is selected. */
export const profile = following<Profile>((abort) => {
  if (selection.value?.kind !== "actor") return null;
  return get<Profile>(`/v1/actors/${encodeURIComponent(selection.value.id)}`, abort);
});
