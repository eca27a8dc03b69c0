/** The answer to what the view asks: its reading, its filters, and the relations that are shown. */

import { computed, signal } from "@preact/signals";
import { get } from "../service/client.ts";
import { following } from "../service/loading.ts";
import type { Actors, Asked, Near, Paths, Relation, Relations, Vocabulary } from "../service/shapes.ts";
import { fromParameters, toParameters } from "./filters.ts";
import { view } from "./history.ts";
import type { Filters, View } from "./view.ts";

export const FIRST_ROWS = 300; // relations shown at first, the strongest; more can be read than these
export const MOST_ROWS = 5000; // more cannot be told apart, nor drawn within seconds
const OF_AN_ACTOR = 300; // relations that come with an actor that is expanded
const PAGE = 1000;

export interface Answer {
  /** A sentence that says what was asked for; null where filters were set by hand. */
  readonly reading: string | null;
  readonly near: readonly Near[];
  readonly filters: Filters;
  readonly relations: readonly Relation[];
  readonly undated: number;
  /** Whether there are more relations than these. */
  readonly truncated: boolean;
}

const asked = computed<View["asked"]>(() => view.value.asked);
const wanted = signal<{ of: View["asked"] | null; rows: number }>({ of: null, rows: FIRST_ROWS });

export const answer = following<Answer>((abort) => {
  const { of, rows } = wanted.value;
  return answered(asked.value, of === asked.value ? rows : FIRST_ROWS, abort);
});

/** Show all relations, as far as they can be drawn. */
export function showMore(): void {
  wanted.value = { of: asked.value, rows: MOST_ROWS };
}

async function answered(what: View["asked"], rows: number, abort: AbortSignal): Promise<Answer> {
  if ("filters" in what) return { reading: null, near: [], ...(await read(what.filters, rows, abort)) };
  const found = await get<Asked>(`/v1/ask?${new URLSearchParams({ q: what.question, limit: "1" })}`, abort);
  const filters = fromParameters(new URL(found.url, location.href).searchParams);
  return { reading: found.reading, near: found.near, ...(await read(filters, rows, abort)) };
}

async function read(filters: Filters, rows: number, abort: AbortSignal) {
  const parameters = toParameters(filters);
  parameters.set("limit", String(Math.min(rows, PAGE)));
  let page = await get<Relations>(`/v1/relations?${parameters}`, abort);
  const relations = [...page.relations];
  while (page.next && relations.length < rows) {
    const { pathname, search } = new URL(page.next);
    page = await get<Relations>(pathname + search, abort);
    relations.push(...page.relations);
  }
  return {
    filters,
    relations: relations.slice(0, rows),
    undated: page.undated,
    truncated: page.next !== null,
  };
}

const expandedActors = computed(() => view.value.expanded);
const filtersInForce = computed<Filters | null>(() => answer.value.value?.filters ?? null);

/** What actors that were expanded do and suffer besides, strongest first, and whether there is more. */
export const expansions = following<{ relations: Relation[]; truncated: boolean }>((abort) => {
  const filters = filtersInForce.value;
  if (!expandedActors.value.length || !filters) return null;
  const { source, target, actor, between, relation, plover, quad, ...others } = filters;
  const pages = expandedActors.value.map((id) => {
    const parameters = toParameters({ ...others, actor: [id] });
    parameters.set("limit", String(OF_AN_ACTOR));
    return get<Relations>(`/v1/relations?${parameters}`, abort);
  });
  return Promise.all(pages).then((all) => ({
    relations: all.flatMap((page) => page.relations),
    truncated: all.some((page) => page.next !== null),
  }));
});

const ends = computed(() => view.value.path);

/** The chain of relations between two actors that was asked for; without relations where there is none. */
export const path = following<Relation[]>((abort) => {
  const filters = filtersInForce.value;
  if (!ends.value || !filters) return null;
  const [source, target] = ends.value;
  const { since, until, min_confidence } = filters;
  const given = Object.fromEntries(
    Object.entries({ since, until, min_confidence }).filter(([, value]) => value),
  );
  const parameters = toParameters({ ...(given as Filters), source: [source], target: [target] });
  return get<Paths>(`/v1/paths?${parameters}`, abort).then(
    ({ paths }) => paths[0]?.flatMap((step) => step.relations) ?? [],
  );
});

/** All relations on screen, once each: those of the answer, of expanded actors and of the path, less what is hidden. */
export const shown = computed<readonly Relation[]>(() => {
  const hidden = new Set(view.value.hidden);
  const all = [
    ...(answer.value.value?.relations ?? []),
    ...(expansions.value.value?.relations ?? []),
    ...(path.value.value ?? []),
  ];
  const once = new Map<string, Relation>();
  for (const relation of all) {
    const key = keyOf(relation); // as the answer counts it, where it has it
    if (!once.has(key)) once.set(key, relation);
  }
  return [...once.values()].filter(({ source, target }) => !hidden.has(source.id) && !hidden.has(target.id));
});

/** Whether there is nothing in the graph at all; asked for only where an answer is empty. */
export const emptyGraph = following<boolean>((abort) => {
  if (answer.value.value?.relations.length !== 0) return null;
  return get<Actors>("/v1/actors?limit=1", abort).then(({ actors }) => actors.length === 0);
});

/** Whether something of what is to be shown is still on its way. */
export const incomplete = computed(
  () => answer.value.pending || expansions.value.pending || path.value.pending,
);

/** What actors on screen are called; of others only the id is known. */
export const names = computed<ReadonlyMap<string, string>>(
  () =>
    new Map(shown.value.flatMap(({ source, target }) => [source, target]).map(({ id, name }) => [id, name])),
);

/** What tells a relation from all others. */
export function keyOf({ source, relation, target }: Relation): string {
  return [source.id, relation, target.id].join(",");
}

export const vocabulary = following<Vocabulary>((abort) => get<Vocabulary>("/v1/vocabulary", abort));
