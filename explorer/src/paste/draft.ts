/** An article as it is written here, what is sent of it, and what the graph is asked for once it is stored. */

import type { Event } from "../service/shapes.ts";
import type { Filters } from "../state/view.ts";

export interface Draft {
  readonly text: string;
  readonly title: string;
  /** An ISO day, or nothing. */
  readonly published: string;
  readonly url: string;
}

export const EMPTY: Draft = { text: "", title: "", published: "", url: "" };

/** The article that the service is sent: the text as it is, of the rest what is given. */
export function articleOf({ text, ...particulars }: Draft): Record<string, string> {
  const given = Object.entries(particulars).map(([name, value]) => [name, value.trim()] as const);
  return { text, ...Object.fromEntries(given.filter(([, value]) => value)) };
}

/** Filters that leave the events of one article, all that were found: also what is planned, possible or denied. */
export function filtersOf(article: string, events: readonly Event[]): Filters {
  return {
    article: [article],
    ...(events.some(({ modality }) => modality !== "actual") ? { modality: ["any"] } : {}),
    ...(events.some(({ negated }) => negated) ? { negated: ["any"] } : {}),
  };
}
