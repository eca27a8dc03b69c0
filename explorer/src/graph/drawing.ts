/** The directed graph on its canvas: draws what it is given, moves nothing that is there, tells what was clicked. */

import cytoscape, { type Core, type ElementDefinition, type NodeSingular } from "cytoscape";
import type { Named, Relation } from "../service/shapes.ts";
import { keyOf } from "../state/answer.ts";
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

const MARGIN = 40; // pixels around all that is drawn
const SLIDE = 350; // milliseconds that actors take to their new places
const MANY = 400; // actors; more are put, not slid

export class Drawing {
  readonly #cy: Core;
  readonly #layout = new Layout((places) => this.#place(places));
  #fits = true;

  constructor(container: HTMLElement, listeners: Listeners) {
    this.#cy = cytoscape({ container, style: sheet(), minZoom: 0.05, maxZoom: 4 });
    this.#cy.on("tap", (event) => {
      if (event.target === this.#cy) listeners.nothing();
    });
    this.#cy.on("tap", "edge", ({ target }) =>
      listeners.relation(target.data("source"), target.data("relation"), target.data("target")),
    );
    this.#cy.on("tap", "node", ({ target }) => listeners.actor(target.id()));
    this.#cy.on("dragfree", "node", ({ target }) => {
      const { x, y } = target.position();
      listeners.moved(target.id(), x, y);
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.restyle());
  }

  /** Draw these relations and no others. Actors that are there stay where they are. */
  draw({ relations, quads, pinned }: Drawn): void {
    const wanted = new Map<string, ElementDefinition>();
    for (const [id, actor] of actorsOf(relations)) wanted.set(id, nodeOf(actor));
    for (const relation of relations) wanted.set(keyOf(relation), edgeOf(relation, quads));
    const cy = this.#cy;
    let isOther = false;
    cy.batch(() => {
      for (const old of cy.elements().toArray()) if (!wanted.has(old.id())) old.remove();
      const added: ElementDefinition[] = [];
      for (const [id, element] of wanted) {
        const there = cy.getElementById(id);
        if (there.nonempty()) there.data(element.data);
        else added.push(element);
      }
      isOther = added.length > 0;
      cy.add(added);
      for (const node of cy.nodes().toArray() as NodeSingular[]) {
        const at = pinned[node.id()];
        node.toggleClass("pinned", at !== undefined);
        if (at) node.addClass("placed").position({ x: at[0], y: at[1] });
      }
    });
    this.#fits ||= cy.nodes(".placed").empty();
    if (isOther) this.#findPlaces();
  }

  /** Let these stand out and all others fade; null makes all alike. */
  emphasise(keys: ReadonlySet<string> | null, actor: string | null): void {
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

  fit(): void {
    this.#cy.fit(undefined, MARGIN);
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

  /** Where an actor is, in the drawing's own units. */
  placeOf(id: string): Place {
    const { x, y } = this.#cy.getElementById(id).position();
    return [x, y];
  }

  #findPlaces(): void {
    const actors = this.#cy.nodes().map((node) => {
      const stays = node.hasClass("placed");
      return {
        id: node.id(),
        at: stays ? this.placeOf(node.id()) : this.#besideNeighbours(node.id()),
        stays,
      };
    });
    const pairs = new Set(
      this.#cy.edges().map((edge) => [edge.source().id(), edge.target().id()].sort().join(" ")),
    );
    this.#layout.find(
      actors,
      [...pairs].map((pair) => pair.split(" ") as [string, string]),
    );
  }

  /** Where a new actor begins: between those it has relations with, where they have a place. */
  #besideNeighbours(id: string): Place | null {
    const placed = this.#cy.getElementById(id).neighborhood("node.placed");
    if (placed.empty()) return null;
    const [x, y] = this.placeOf(placed.first().id());
    return [x + 1, y + 1];
  }

  #place(places: Map<string, Place>): void {
    const isSlow = this.#cy.nodes().length > MANY;
    this.#cy.batch(() => {
      for (const node of this.#cy.nodes().toArray() as NodeSingular[]) {
        const place = places.get(node.id());
        if (place && !node.hasClass("placed")) node.position({ x: place[0], y: place[1] }).addClass("placed");
      }
    });
    if (!this.#fits) return;
    this.#fits = false;
    if (isSlow || matchMedia("(prefers-reduced-motion: reduce)").matches) this.fit();
    else this.#cy.animate({ fit: { eles: this.#cy.elements(), padding: MARGIN }, duration: SLIDE });
  }
}

function actorsOf(relations: readonly Relation[]): Map<string, Named & { events: number }> {
  const actors = new Map<string, Named & { events: number }>();
  for (const { source, target, events } of relations) {
    for (const actor of [source, target]) {
      actors.set(actor.id, { ...actor, events: events + (actors.get(actor.id)?.events ?? 0) });
    }
  }
  return actors;
}

function nodeOf({ id, name, kind, events }: Named & { events: number }): ElementDefinition {
  return { group: "nodes", data: { id, name, kind, size: Math.min(46, 14 + 3 * Math.sqrt(events)) } };
}

function edgeOf(relation: Relation, quads: ReadonlyMap<string, string>): ElementDefinition {
  return {
    group: "edges",
    data: {
      id: keyOf(relation),
      source: relation.source.id,
      target: relation.target.id,
      relation: relation.relation,
      said: relation.relation.toLowerCase().replaceAll("_", " "),
      quad: quads.get(relation.relation),
      width: widthOf(relation.events),
      onlyClaimed: relation.claimed === relation.events,
    },
  };
}
