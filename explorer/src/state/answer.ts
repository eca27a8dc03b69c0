/** The answer to what the view asks: its reading, its filters as they were understood, and its relations. */

import { computed } from "@preact/signals";
import { get } from "../service/client.ts";
import { following } from "../service/loading.ts";
import { relationsOf } from "../service/relations.ts";
import type { Actors, Asked, Near, Relation, Vocabulary } from "../service/shapes.ts";
import { toParameters, understood } from "./filters.ts";
import { view } from "./history.ts";
import type { Filters, View } from "./view.ts";

export const FIRST_ROWS = 300; // relations shown at first, the strongest; more can be read than these
export const MOST_ROWS = 5000; // more cannot be told apart, nor drawn within seconds

export interface Answer {
  /** What this is the answer to. */
  readonly asked: View["asked"];
  /** A sentence that says what was asked for; null where filters were set by hand. */
  readonly reading: string | null;
  readonly near: readonly Near[];
  readonly filters: Filters;
  readonly relations: readonly Relation[];
  readonly undated: number;
  /** Whether there are more relations than these. */
  readonly truncated: boolean;
}

const asked = computed(() => view.value.asked);
const most = computed(() => (view.value.whole ? MOST_ROWS : FIRST_ROWS));

export const answer = following<Answer>((abort) => ({
  about: "the view", // one question's answer stays, dimmed, until the next one's is there
  answer: answered(asked.value, most.value, abort),
}));

async function answered(what: View["asked"], rows: number, abort: AbortSignal): Promise<Answer> {
  if ("filters" in what) {
    return { asked: what, reading: null, near: [], ...(await read(toParameters(what.filters), rows, abort)) };
  }
  const found = await get<Asked>(`/v1/ask?${new URLSearchParams({ q: what.question, limit: "1" })}`, abort);
  const { searchParams } = new URL(found.url);
  return {
    asked: what,
    reading: found.reading,
    near: found.near,
    ...(await read(searchParams, rows, abort)),
  };
}

async function read(parameters: URLSearchParams, rows: number, abort: AbortSignal) {
  const { query, ...found } = await relationsOf(parameters, rows, abort);
  return { ...found, filters: understood(query) };
}

/** Whether the answer on screen is that to an earlier question. */
export const isStale = computed(() => answer.value.value?.asked !== asked.value);

/** The filters of the answer on screen; null while there is none. */
export const filters = computed<Filters | null>(() => answer.value.value?.filters ?? null);

/** Whether there is nothing in the graph at all; asked for only where an answer is empty. */
export const emptyGraph = following<boolean>((abort) => {
  if (answer.value.value?.relations.length !== 0) return null;
  const asking = get<Actors>("/v1/actors?limit=1", abort);
  return { about: "the graph", answer: asking.then(({ actors }) => actors.length === 0) };
});

export const vocabulary = following<Vocabulary>((abort) => ({
  about: "the codebook",
  answer: get<Vocabulary>("/v1/vocabulary", abort),
}));
