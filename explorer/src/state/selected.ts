/** What is selected: which relations on screen belong to it, and which events. */

import { computed } from "@preact/signals";
import { filters } from "./answer.ts";
import { ofActor, ofPeriod, ofRelation } from "./filters.ts";
import { view } from "./history.ts";
import { path, type Shown, shown } from "./shown.ts";
import { keyOf, tripleOf } from "./triple.ts";
import type { Filters, Selection } from "./view.ts";

export const selection = computed(() => view.value.selection);

/** The relations that a relation or an actor is or has on screen. */
export const touched = computed<readonly Shown[]>(() => {
  const chosen = selection.value;
  if (chosen?.kind === "relation") {
    return shown.value.filter((row) => keyOf(tripleOf(row)) === keyOf(chosen));
  }
  if (chosen?.kind === "actor") {
    return shown.value.filter(({ source, target }) => source.id === chosen.id || target.id === chosen.id);
  }
  return [];
});

/** Filters that give the events of the selection, counted as the relations on screen are; together they give all. */
export const selectedFilters = computed<readonly Filters[]>(() => {
  const chosen = selection.value;
  if (!chosen) return [];
  const rows = chosen.kind === "period" ? shown.value : touched.value;
  const origins = [...new Set(rows.map(({ within }) => within))];
  return origins.map((within) => narrowed(within, chosen)).filter((narrower) => narrower !== null);
});

/** The part of the selection that the answer itself has, and not what was expanded. */
export const selectedOfAnswer = computed<Filters | null>(() => {
  const chosen = selection.value;
  if (!chosen || !filters.value || !touched.value.some(({ within }) => within === filters.value)) return null;
  return narrowed(filters.value, chosen);
});

/** The relations of the path, where nothing else is selected. */
export const onPath = computed(() => (selection.value ? null : (path.value.value?.relations ?? null)));

function narrowed(within: Filters, chosen: Selection): Filters | null {
  switch (chosen.kind) {
    case "relation":
      return ofRelation(within, chosen);
    case "actor":
      return ofActor(within, chosen.id);
    case "period":
      return ofPeriod(within, chosen.since, chosen.until);
  }
}
