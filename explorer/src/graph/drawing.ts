/** The directed graph on its canvas: draws what it is given, moves nothing that is there, tells what was clicked. */

import cytoscape, { type Core, type ElementDefinition, type NodeSingular } from "cytoscape";
import type { End, Relation } from "../service/shapes.ts";
import { keyOf, tripleOf } from "../state/triple.ts";
import { colourOf, sheet, widthOf } from "./appearance.ts";
import { Layout, type Place } from "./layout.ts";

export interface Listeners {
  relation: (source: string, relation: string, target: string) => void;
  actor: (id: string) => void;
  nothing: () => void;
  moved: (id: string, x: number, y: number) => void;
}

export interface Drawn {
  relations: readonly Relation[];
  quads: ReadonlyMap<string, string>;
  pinned: Readonly<Record<string, Place>>;
}

/** What stands out: relations by their keys, and an actor; null where all are alike. */
export interface Emphasis {
  keys: ReadonlySet<string> | null;
  actor: string | null;
}

const MARGIN = 40; // pixels around all that is drawn
const CLOSEST = 1.5; // of two actors a picture that fills its room is too close
const MOST_NAMED = 1500; // relations; on more arrows nobody can read what is written

export class Drawing {
  readonly #cy: Core;
  readonly #container: HTMLElement;
  readonly #layout = new Layout((places) => this.#show(places));
  #wanted: Drawn = { relations: [], quads: new Map(), pinned: {} };
  #emphasis: Emphasis = { keys: null, actor: null };
  /** Where actors were before they were pinned, to go back to. */
  readonly #unpinned = new Map<string, Place>();

  constructor(container: HTMLElement, listeners: Listeners) {
    this.#container = container;
    this.#cy = cytoscape({ container, style: sheet(), minZoom: 0.05, maxZoom: 4, textureOnViewport: true });
    this.#cy.on("tap", (event) => {
      if (event.target === this.#cy) listeners.nothing();
    });
    this.#cy.on("tap", "edge", ({ target }) =>
      listeners.relation(target.data("source"), target.data("relation"), target.data("target")),
    );
    this.#cy.on("tap", "node", ({ target }) => listeners.actor(target.id()));
    this.#cy.on("grab", "node", ({ target }) => {
      const { x, y } = target.position();
      if (!this.#wanted.pinned[target.id()]) this.#unpinned.set(target.id(), [x, y]);
    });
    this.#cy.on("dragfree", "node", ({ target }) => {
      const { x, y } = target.position();
      listeners.moved(target.id(), x, y);
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.restyle());
  }

  /** Draw these relations and no others, as soon as new actors have places. Those that are there stay. */
  draw(wanted: Drawn): void {
    this.#wanted = wanted;
    const beside = this.#besideOthers();
    const actors = [...actorsOf(wanted.relations).keys()].map((id) => {
      const at = wanted.pinned[id] ?? this.#placeOf(id);
      return { id, at: at ?? beside.get(id) ?? null, stays: at !== null };
    });
    if (actors.every(({ stays }) => stays)) {
      this.#show(new Map());
      return;
    }
    this.#container.setAttribute("aria-busy", "true");
    const pairs = new Map<string, [string, string]>();
    for (const { source, target } of wanted.relations) {
      const pair: [string, string] = source.id < target.id ? [source.id, target.id] : [target.id, source.id];
      pairs.set(pair.join(" "), pair);
    }
    this.#layout.find(actors, [...pairs.values()]);
  }

  /** Let these stand out and all others fade. */
  emphasise(emphasis: Emphasis): void {
    this.#emphasis = emphasis;
    const { keys, actor } = emphasis;
    this.#cy.batch(() => {
      this.#cy.elements().removeClass("chosen faded");
      if (keys === null) return;
      const edges = this.#cy.edges().filter((edge) => keys.has(edge.id()));
      const kept = edges.union(edges.connectedNodes());
      this.#cy.elements().not(kept).addClass("faded");
      edges.addClass("chosen");
      if (actor) this.#cy.getElementById(actor).removeClass("faded").addClass("chosen");
    });
  }

  restyle(): void {
    this.#cy.style(sheet());
  }

  /** Show all of it. */
  fit(): void {
    this.#cy.fit(undefined, MARGIN);
    if (this.#cy.zoom() <= CLOSEST) return;
    this.#cy.zoom(CLOSEST);
    this.#cy.center();
  }

  zoom(factor: number): void {
    const centre = { x: this.#cy.width() / 2, y: this.#cy.height() / 2 };
    this.#cy.zoom({ level: this.#cy.zoom() * factor, renderedPosition: centre });
  }

  pan(x: number, y: number): void {
    this.#cy.panBy({ x, y });
  }

  resize(): void {
    this.#cy.resize();
  }

  /** A picture of what is on screen, twice as fine. */
  picture(): Promise<Blob> {
    return this.#cy.png({ output: "blob-promise", scale: 2, bg: colourOf("raised") });
  }

  /** Where an actor is, in the drawing's own units; null where it is not drawn. */
  #placeOf(id: string): Place | null {
    const node = this.#cy.getElementById(id);
    if (node.empty()) return null;
    const { x, y } = node.position();
    return [x, y];
  }

  /** Where new actors begin: beside one that they have a relation with and that is there. */
  #besideOthers(): Map<string, Place> {
    const beside = new Map<string, Place>();
    for (const { source, target } of this.#wanted.relations) {
      const [one, other] = [this.#placeOf(source.id), this.#placeOf(target.id)];
      if (one && !other) beside.set(target.id, [one[0] + 1, one[1] + 1]);
      if (other && !one) beside.set(source.id, [other[0] + 1, other[1] + 1]);
    }
    return beside;
  }

  /** Show what is wanted, new actors at these places. */
  #show(places: ReadonlyMap<string, Place>): void {
    const { relations, quads, pinned } = this.#wanted;
    const actors = actorsOf(relations);
    const wanted = new Map<string, ElementDefinition>();
    for (const [id, actor] of actors) wanted.set(id, nodeOf(actor));
    const isNamed = relations.length <= MOST_NAMED;
    for (const relation of relations) wanted.set(keyOf(tripleOf(relation)), edgeOf(relation, quads, isNamed));
    let added = 0;
    this.#cy.batch(() => {
      for (const old of this.#cy.elements().toArray()) if (!wanted.has(old.id())) old.remove();
      const fresh: ElementDefinition[] = [];
      for (const [id, element] of wanted) {
        const there = this.#cy.getElementById(id);
        const [x, y] = places.get(id) ?? [0, 0];
        if (there.nonempty()) there.data(element.data);
        else fresh.push({ ...element, position: { x, y } });
      }
      added = this.#cy.add(fresh).nodes().length;
      for (const node of this.#cy.nodes().toArray() as NodeSingular[]) {
        const at = pinned[node.id()];
        node.toggleClass("pinned", at !== undefined);
        const place = at ?? this.#unpinned.get(node.id());
        if (place) node.position({ x: place[0], y: place[1] });
        if (!at) this.#unpinned.delete(node.id());
      }
    });
    this.emphasise(this.#emphasis);
    this.#container.setAttribute("aria-busy", "false");
    if (added > actors.size / 2) this.fit();
  }
}

function actorsOf(relations: readonly Relation[]): Map<string, End & { events: number }> {
  const actors = new Map<string, End & { events: number }>();
  for (const { source, target, events } of relations) {
    for (const actor of [source, target]) {
      actors.set(actor.id, { ...actor, events: events + (actors.get(actor.id)?.events ?? 0) });
    }
  }
  return actors;
}

function nodeOf({ id, name, kind, events }: End & { events: number }): ElementDefinition {
  return { group: "nodes", data: { id, name, kind, size: Math.min(46, 14 + 3 * Math.sqrt(events)) } };
}

function edgeOf(relation: Relation, quads: ReadonlyMap<string, string>, isNamed: boolean): ElementDefinition {
  return {
    group: "edges",
    data: {
      id: keyOf(tripleOf(relation)),
      source: relation.source.id,
      target: relation.target.id,
      relation: relation.relation,
      words: relation.relation.toLowerCase().replaceAll("_", " "),
      isNamed,
      quad: quads.get(relation.relation),
      width: widthOf(relation.events),
      onlyClaimed: relation.claimed === relation.events,
    },
  };
}
