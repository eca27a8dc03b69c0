/** How many acts happened when: of the whole answer, and of what of it is selected. */

import { get } from "../service/client.ts";
import { following } from "../service/loading.ts";
import type { Bucket, Timeline } from "../service/shapes.ts";
import { filters } from "./answer.ts";
import { toParameters } from "./filters.ts";
import { selectedOfAnswer } from "./selected.ts";
import type { Filters } from "./view.ts";

const MOST_BARS = 80; // more are too thin to point at
const DAYS: Record<Bucket, number> = { day: 1, week: 7, month: 30, year: 365 };
const BUCKETS = ["day", "week", "month"] as const;

/** The answer by the finest steps that still can be pointed at. */
export const timeline = following<Timeline>((abort) => {
  if (!filters.value) return null;
  return { about: filters.value, answer: finest(filters.value, abort) };
});

async function finest(given: Filters, abort: AbortSignal): Promise<Timeline> {
  const ask = (bucket: Bucket) => get<Timeline>(`/v1/timeline?${bucketed(given, bucket)}`, abort);
  const years = await ask("year");
  const [first, last] = [years.timeline[0], years.timeline.at(-1)];
  if (!first || !last) return years;
  const from = later(first.start, given.since?.[0] ?? first.start);
  const to = earlier(`${last.start.slice(0, 4)}-12-31`, given.until?.[0] ?? "9999-12-31");
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  const bucket = BUCKETS.find((step) => days / DAYS[step] <= MOST_BARS);
  return bucket ? ask(bucket) : years;
}

/** The share of what is selected, in the same steps. */
export const selectedTimeline = following<Timeline>((abort) => {
  const bucket = timeline.value.value?.bucket;
  if (!selectedOfAnswer.value || !bucket) return null;
  const parameters = bucketed(selectedOfAnswer.value, bucket);
  return { about: selectedOfAnswer.value, answer: get<Timeline>(`/v1/timeline?${parameters}`, abort) };
});

function bucketed(given: Filters, bucket: Bucket): URLSearchParams {
  const parameters = toParameters(given);
  parameters.set("bucket", bucket);
  return parameters;
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}
