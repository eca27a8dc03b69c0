/** How many acts happened when: of the whole answer, and of what is selected. */

import { computed } from "@preact/signals";
import { get } from "../service/client.ts";
import { following } from "../service/loading.ts";
import type { Timeline } from "../service/shapes.ts";
import { answer } from "./answer.ts";
import { narrowed, toParameters } from "./filters.ts";
import { view } from "./history.ts";
import type { Filters } from "./view.ts";

const MOST_BARS = 80; // more are too thin to point at
const BUCKETS = ["day", "week", "month", "year"] as const;

const filters = computed<Filters | null>(() => {
  if (!answer.value.value) return null;
  const { since, until, ...others } = answer.value.value.filters;
  return others;
});

/** The whole answer, whatever days it is restricted to: the finest steps that still can be pointed at. */
export const timeline = following<Timeline>((abort) => (filters.value ? finest(filters.value, abort) : null));

async function finest(given: Filters, abort: AbortSignal): Promise<Timeline> {
  const ask = (bucket: string) => get<Timeline>(`/v1/timeline?${bucketed(given, bucket)}`, abort);
  const years = await ask("year");
  const [first, last] = [years.timeline[0], years.timeline.at(-1)];
  if (!first || !last) return years;
  const span = Number(last.start.slice(0, 4)) - Number(first.start.slice(0, 4)) + 1;
  const perYear = { day: 365, week: 52, month: 12, year: 1 };
  const bucket = BUCKETS.find((step) => span * perYear[step] <= MOST_BARS) ?? "year";
  return bucket === "year" ? years : ask(bucket);
}

/** The share of what is selected, in the same steps. */
export const selectedTimeline = following<Timeline>((abort) => {
  const { selection, expanded } = view.value;
  const bucket = timeline.value.value?.bucket;
  if (!selection || selection.kind === "period" || !filters.value || !bucket) return null;
  return get<Timeline>(
    `/v1/timeline?${bucketed(narrowed(filters.value, selection, expanded), bucket)}`,
    abort,
  );
});

function bucketed(given: Filters, bucket: string): URLSearchParams {
  const parameters = toParameters(given);
  parameters.set("bucket", bucket);
  return parameters;
}
