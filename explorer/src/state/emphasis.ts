/** Which relations stand out while something is selected: the same ones in the drawing and in the table. */

import { computed } from "@preact/signals";
import { get } from "../service/client.ts";
import { following } from "../service/loading.ts";
import type { Relations } from "../service/shapes.ts";
import { answer, keyOf, path, shown } from "./answer.ts";
import { narrowed, toParameters } from "./filters.ts";
import { view } from "./history.ts";

const MOST = 1000;

const selection = computed(() => view.value.selection);

const ofPeriod = following<ReadonlySet<string>>((abort) => {
  const filters = answer.value.value?.filters;
  if (selection.value?.kind !== "period" || !filters) return null;
  const parameters = toParameters(narrowed(filters, selection.value));
  parameters.set("limit", String(MOST));
  return get<Relations>(`/v1/relations?${parameters}`, abort).then(
    (page) => new Set(page.relations.map(keyOf)),
  );
});

/** Keys of the relations that stand out; null where nothing is selected and all are alike. */
export const emphasised = computed<ReadonlySet<string> | null>(() => {
  const chosen = selection.value;
  switch (chosen?.kind) {
    case "relation":
      return new Set([[chosen.source, chosen.relation, chosen.target].join(",")]);
    case "actor": {
      const touching = shown.value.filter(({ source, target }) => [source.id, target.id].includes(chosen.id));
      return new Set(touching.map(keyOf));
    }
    case "period":
      return ofPeriod.value.value;
    default:
      return view.value.path && path.value.value ? new Set(path.value.value.map(keyOf)) : null;
  }
});
