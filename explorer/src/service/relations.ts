/** Lists of relations, read page by page. */

import { get } from "./client.ts";
import type { Relation, Relations } from "./shapes.ts";

const PAGE = 1000; // as many as the service gives at a time

/** The strongest relations, at most so many, and what their first page says besides. Throws Problem. */
export async function relationsOf(
  parameters: URLSearchParams,
  most: number,
  abort: AbortSignal,
): Promise<Omit<Relations, "next">> {
  const asked = new URLSearchParams(parameters);
  asked.set("limit", String(Math.min(most, PAGE)));
  let page = await get<Relations>(`/v1/relations?${asked}`, abort);
  const { query, undated } = page;
  const relations: Relation[] = [...page.relations];
  while (page.next && relations.length < most) {
    const { pathname, search } = new URL(page.next);
    page = await get<Relations>(pathname + search, abort);
    relations.push(...page.relations);
  }
  const truncated = page.next !== null || relations.length > most;
  return { query, relations: relations.slice(0, most), undated, truncated };
}
