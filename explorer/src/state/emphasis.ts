/** Which relations stand out while something is selected: the same ones in the drawing and in the table. */

import { computed } from "@preact/signals";
import { following } from "../service/loading.ts";
import { relationsOf } from "../service/relations.ts";
import { MOST_ROWS } from "./answer.ts";
import { toParameters } from "./filters.ts";
import { onPath, selectedFilters, selection, touched } from "./selected.ts";
import { keyOf, tripleOf } from "./triple.ts";

/** The relations that have events in the days that are selected. */
export const ofPeriod = following<ReadonlySet<string>>((abort) => {
  if (selection.value?.kind !== "period") return null;
  const asking = selectedFilters.value.map((within) => relationsOf(toParameters(within), MOST_ROWS, abort));
  const keys = Promise.all(asking).then(
    (all) => new Set(all.flatMap(({ relations }) => relations.map((row) => keyOf(tripleOf(row))))),
  );
  return { about: selection.value, answer: keys };
});

/** Keys of the relations that stand out; null where nothing is selected and all are alike. */
export const emphasised = computed<ReadonlySet<string> | null>(() => {
  if (selection.value?.kind === "period") return ofPeriod.value.value;
  const rows = selection.value ? touched.value : onPath.value;
  return rows?.length ? new Set(rows.map((row) => keyOf(tripleOf(row)))) : null;
});
