/** Filters as the HTTP API writes them in an address. */

import type { Filters, Selection } from "./view.ts";

export const FILTER_NAMES = [
  ...["source", "target", "actor", "between", "code", "relation", "content", "plover", "quad", "person"],
  ...["since", "until", "negated", "modality", "attributed_to", "min_confidence", "article", "level"],
] as const;

export function toParameters(filters: Filters): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, values] of Object.entries(filters)) {
    for (const value of values) parameters.append(name, value);
  }
  return parameters;
}

/** What of an address is a filter. */
export function fromParameters(parameters: URLSearchParams): Filters {
  const given = FILTER_NAMES.map((name) => [name, parameters.getAll(name)] as const);
  return Object.fromEntries(given.filter(([, values]) => values.length));
}

/** The same filters with other values for one of them; no values take it away. */
export function withValues(filters: Filters, name: string, values: readonly string[]): Filters {
  const { [name]: _, ...others } = filters;
  return values.length ? { ...others, [name]: values } : others;
}

/**
 * The filters of the events behind a selection: those of the answer, narrowed to it. Of an actor that is expanded
 * the answer's own ends do not matter.
 */
export function narrowed(filters: Filters, selection: Selection, expanded: readonly string[] = []): Filters {
  switch (selection.kind) {
    case "relation": {
      const { source, target, actor, between, relation, ...others } = filters;
      return {
        ...others,
        source: [selection.source],
        relation: [selection.relation],
        target: [selection.target],
      };
    }
    case "actor": {
      if (!expanded.includes(selection.id)) return { ...filters, actor: [selection.id] };
      const { source, target, actor, between, relation, plover, quad, ...others } = filters;
      return { ...others, actor: [selection.id] };
    }
    case "period":
      return { ...filters, since: [selection.since], until: [selection.until] };
  }
}
