/** Filters as the HTTP API writes them in an address, and which of them hold for a part of the answer. */

import type { Filters, Triple } from "./view.ts";

const NAMES = [
  ...["source", "target", "actor", "between", "code", "relation", "content", "plover", "quad", "person"],
  ...["since", "until", "negated", "modality", "attributed_to", "min_confidence", "article", "level"],
];

/** Those that say which events count at all, and neither who acts nor what is done. */
const CONDITIONS = ["since", "until", "negated", "modality", "attributed_to", "min_confidence", "level"];

export function toParameters(filters: Filters): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, values] of Object.entries(filters)) {
    for (const value of values) parameters.append(name, value);
  }
  return parameters;
}

/** What of an address is a filter. */
export function fromParameters(parameters: URLSearchParams): Filters {
  const given = NAMES.map((name) => [name, parameters.getAll(name)] as const);
  return Object.fromEntries(given.filter(([, values]) => values.length));
}

/** The filters of an answer, as its `query` says that they were understood: with ids for names, and all defaults. */
export function understood(query: Record<string, unknown>): Filters {
  const given = NAMES.filter((name) => query[name] !== undefined).map((name) => {
    const values = [query[name]].flat();
    const texts = values.map((value) => (Array.isArray(value) ? value.join(",") : String(value)));
    return [name, [...new Set(texts)]] as const; // "condemns" and "condemn" are one relation
  });
  return Object.fromEntries(given);
}

/** The same filters with other values for one of them; no values take it away. */
export function withValues(filters: Filters, name: string, values: readonly string[]): Filters {
  const { [name]: _, ...others } = filters;
  return values.length ? { ...others, [name]: values } : others;
}

/** The same events, whoever acts and whatever is done. */
export function conditionsOf(filters: Filters): Filters {
  return Object.fromEntries(Object.entries(filters).filter(([name]) => CONDITIONS.includes(name)));
}

/** The events of one relation among those of these filters. */
export function ofRelation(filters: Filters, { source, relation, target }: Triple): Filters {
  const { actor, between, ...others } = filters;
  return { ...others, source: [source], relation: [relation], target: [target] };
}

/** The events of one actor among those of these filters; null where they leave none. */
export function ofActor(filters: Filters, id: string): Filters | null {
  const { actor, between, ...others } = filters;
  const isOf = (pair: string) => pair.split(",").includes(id);
  if (actor && !actor.includes(id)) {
    const withOthers = actor.map((other) => `${other},${id}`);
    const both = between
      ? between.filter((pair) => isOf(pair) && actor.some((a) => pair.split(",").includes(a)))
      : withOthers;
    return both.length ? { ...others, between: both } : null;
  }
  const pairs = between?.filter(isOf);
  if (pairs && !pairs.length) return null;
  return { ...others, actor: [id], ...(pairs && { between: pairs }) };
}

/** The events of some days among those of these filters; null where they are other days. Days are ISO dates. */
export function ofPeriod(filters: Filters, since: string, until: string): Filters | null {
  const from = [since, ...(filters.since ?? [])].sort().at(-1) ?? since;
  const to = [until, ...(filters.until ?? [])].sort()[0] ?? until;
  return from < to ? { ...filters, since: [from], until: [to] } : null;
}
