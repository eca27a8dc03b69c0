/** What is drawn of actors and relations: cytoscape's elements with the data that the style sheet reads. */

import type { ElementDefinition } from "cytoscape";
import type { End, Relation } from "../service/shapes.ts";
import { quadOf } from "../state/quads.ts";
import type { Shown } from "../state/shown.ts";
import { keyOf, tripleOf } from "../state/triple.ts";
import { widthOf } from "./appearance.ts";
import { shortened } from "./names.ts";

/** The actors of some relations, and in how many events each has a part. */
export function actorsOf(relations: readonly Relation[]): Map<string, End & { events: number }> {
  const actors = new Map<string, End & { events: number }>();
  for (const { source, target, events } of relations) {
    for (const actor of [source, target]) {
      actors.set(actor.id, { ...actor, events: events + (actors.get(actor.id)?.events ?? 0) });
    }
  }
  return actors;
}

export function nodeOf({ id, name, kind, events }: End & { events: number }): ElementDefinition {
  const size = Math.min(46, 14 + 3 * Math.sqrt(events));
  return { group: "nodes", data: { id, name, kind, size, weight: size, words: shortened(name) } };
}

/** `quads` has the quad class of each relation of the codebook. */
export function edgeOf(relation: Shown, quads: ReadonlyMap<string, string>): ElementDefinition {
  const width = widthOf(relation.events);
  return {
    group: "edges",
    data: {
      id: keyOf(tripleOf(relation)),
      source: relation.source.id,
      target: relation.target.id,
      relation: relation.relation,
      words: relation.relation.toLowerCase().replaceAll("_", " "),
      quad: quadOf(quads.get(relation.relation) ?? "", relation.within),
      size: width,
      weight: width,
      onlyClaimed: relation.claimed === relation.events,
    },
  };
}
