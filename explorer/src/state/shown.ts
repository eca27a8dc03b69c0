/** All relations on screen: those of the answer, of actors that were expanded, and of a path. */

import { computed } from "@preact/signals";
import { get } from "../service/client.ts";
import { following } from "../service/loading.ts";
import { relationsOf } from "../service/relations.ts";
import type { Paths, Relation } from "../service/shapes.ts";
import { answer, filters } from "./answer.ts";
import { conditionsOf, ofRelation, toParameters } from "./filters.ts";
import { view } from "./history.ts";
import { keyOf, tripleOf } from "./triple.ts";
import type { Filters } from "./view.ts";

const OF_AN_ACTOR = 300; // relations that come with an actor that is expanded

/** A relation, and the filters by which its events were counted: its sentences are found by the same ones. */
export interface Shown extends Relation {
  readonly within: Filters;
}

const expanded = computed(() => view.value.expanded);
const ends = computed(() => view.value.path);
const hidden = computed(() => view.value.hidden);

/** What actors that were expanded do and suffer besides, strongest first, and whether there is more. */
export const expansions = following<{ relations: Shown[]; truncated: boolean }>((abort) => {
  if (!expanded.value.length || !filters.value) return null;
  const conditions = conditionsOf(filters.value);
  const asking = expanded.value.map(async (id) => {
    const within = { ...conditions, actor: [id] };
    const found = await relationsOf(toParameters(within), OF_AN_ACTOR, abort);
    return { truncated: found.truncated, relations: found.relations.map((row) => ({ ...row, within })) };
  });
  const joined = Promise.all(asking).then((all) => ({
    relations: all.flatMap(({ relations }) => relations),
    truncated: all.some(({ truncated }) => truncated),
  }));
  return { about: filters.value, answer: joined };
});

export interface Path {
  readonly steps: number;
  readonly relations: readonly Shown[];
  /** Whether there are other chains as well. */
  readonly others: boolean;
}

/** A shortest chain between the two actors that were named; of no steps where there is none. */
export const path = following<Path>((abort) => {
  if (!ends.value || !filters.value) return null;
  const [source, target] = ends.value;
  const conditions = conditionsOf(filters.value);
  const parameters = toParameters({ ...conditions, source: [source], target: [target] });
  const asking = get<Paths>(`/v1/paths?${parameters}`, abort);
  const drawn = asking.then(({ paths, truncated }) => {
    const chain = paths[0] ?? [];
    const relations = chain.flatMap((step) => step.relations);
    return {
      steps: chain.length,
      relations: relations.map((row) => ({ ...row, within: ofRelation(conditions, tripleOf(row)) })),
      others: truncated || paths.length > 1,
    };
  });
  return { about: ends.value, answer: drawn };
});

/** Each relation once, as the answer counts it where it has it, less those of actors that are hidden. */
export const shown = computed<readonly Shown[]>(() => {
  const away = new Set(hidden.value);
  const within = filters.value ?? {};
  const once = new Map<string, Shown>();
  for (const relation of [
    ...(answer.value.value?.relations.map((row) => ({ ...row, within })) ?? []),
    ...(expansions.value.value?.relations ?? []),
  ]) {
    if (!away.has(relation.source.id) && !away.has(relation.target.id)) add(once, relation);
  }
  for (const relation of path.value.value?.relations ?? []) add(once, relation); // also by actors that are hidden
  return [...once.values()];
});

function add(once: Map<string, Shown>, relation: Shown): void {
  const key = keyOf(tripleOf(relation));
  if (!once.has(key)) once.set(key, relation);
}

/** Whether something of what is to be shown is still on its way. */
export const incomplete = computed(
  () => answer.value.pending || expansions.value.pending || path.value.pending,
);
