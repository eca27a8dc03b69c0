/** The directed graph on its canvas: draws what it is given, moves nothing that is there, tells what was clicked. */

import cytoscape, {
  type Core,
  type EdgeSingular,
  type ElementDefinition,
  type NodeSingular,
  type SingularElementArgument,
} from "cytoscape";
import type { Shown } from "../state/shown.ts";
import { keyOf, tripleOf } from "../state/triple.ts";
import { colourOf, sheet } from "./appearance.ts";
import { actorsOf, edgeOf, nodeOf } from "./elements.ts";
import { Layout, type Place } from "./layout.ts";
import { legible } from "./names.ts";
import { fontOf, nameOn, nameUnder } from "./writing.ts";

export interface Listeners {
  relation: (source: string, relation: string, target: string) => void;
  actor: (id: string) => void;
  nothing: () => void;
  moved: (id: string, x: number, y: number) => void;
}

export interface Drawn {
  /** What it is the answer to: the drawing follows another answer that is out of sight. */
  of: unknown;
  relations: readonly Shown[];
  /** The quad class of each relation of the codebook. */
  quads: ReadonlyMap<string, string>;
  pinned: Readonly<Record<string, Place>>;
}

/** What stands out: relations by their keys, and an actor; null where all are alike. */
export interface Emphasis {
  keys: ReadonlySet<string> | null;
  actor: string | null;
}

const BESIDE = 60; // pixels left and right of all that is drawn, for names
const ABOVE = 48; // above, where the tools are, and below
const CLOSEST = 1.5; // of two actors a picture that fills its room is too close
const TALL = "(max-aspect-ratio: 4/5)"; // a phone held upright
const SMALL = 0.6; // the zoom below which actors would be too small
const MOST_THICKENED = 1.7;
const RESTS = 80; // milliseconds without another zoom, until names are written anew
const MOST_NAMED = 1500; // arrows; among more of them only those that stand out have words

export class Drawing {
  readonly #cy: Core;
  readonly #container: HTMLElement;
  readonly #layout = new Layout((places) => this.#show(places));
  #wanted: Drawn = { of: null, relations: [], quads: new Map(), pinned: {} };
  #emphasis: Emphasis = { keys: null, actor: null };
  #zooming: ReturnType<typeof setTimeout> | undefined;
  #shown: unknown = null;
  #written = 0; // the zoom at which names were written
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
    this.#cy.on("zoom", () => {
      clearTimeout(this.#zooming);
      this.#zooming = setTimeout(() => {
        if (this.#cy.zoom() !== this.#written) this.#write();
      }, RESTS);
    });
    this.#cy.on("dragfree", "node", ({ target }) => {
      const { x, y } = target.position();
      this.#write();
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
    this.#layout.find({ actors, pairs: [...pairs.values()], isTall: matchMedia(TALL).matches });
  }

  /** Let these stand out and all others fade. */
  emphasise(emphasis: Emphasis): void {
    this.#emphasis = emphasis;
    this.#mark();
    this.#write();
  }

  #mark(): void {
    const { keys, actor } = this.#emphasis;
    const ends = new Set<string>(actor ? [actor] : []);
    for (const edge of this.#cy.edges().toArray()) {
      if (!keys?.has(edge.id())) continue;
      ends.add(edge.data("source"));
      ends.add(edge.data("target"));
    }
    this.#cy.batch(() => {
      for (const element of this.#cy.elements().toArray()) {
        const isChosen = element.isEdge() ? (keys?.has(element.id()) ?? false) : element.id() === actor;
        const stays = keys === null || isChosen || ends.has(element.id());
        if (element.hasClass("chosen") !== isChosen) element.toggleClass("chosen", isChosen);
        if (element.hasClass("faded") === stays) element.toggleClass("faded", !stays);
      }
    });
  }

  restyle(): void {
    this.#cy.style(sheet());
  }

  /** Show all of it. */
  fit(): void {
    const box = this.#cy.nodes().boundingBox({ includeLabels: false }); // names are as large at every zoom
    const [width, height] = [this.#cy.width(), this.#cy.height()];
    const across = (width - 2 * Math.min(BESIDE, width / 8)) / Math.max(1, box.w);
    const down = (height - 2 * ABOVE) / Math.max(1, box.h);
    const zoom = Math.min(CLOSEST, across, down);
    const pan = {
      x: width / 2 - (zoom * (box.x1 + box.x2)) / 2,
      y: height / 2 - (zoom * (box.y1 + box.y2)) / 2,
    };
    this.#cy.viewport({ zoom, pan });
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

  /** Write the names that there is room for; those of what stands out come first, and actors before relations. */
  #write(): void {
    const zoom = this.#cy.zoom();
    this.#written = zoom;
    this.#thicken(zoom);
    const rank = (element: SingularElementArgument) =>
      (element.hasClass("faded") ? 0 : 1e6) + (element.isNode() ? 1e3 : 0) + element.data("weight");
    const elements = this.#cy.elements().toArray();
    const ranked = elements.sort((one, other) => rank(other) - rank(one));
    const edges = this.#cy.edges().length;
    const written = legible(
      ranked.flatMap((element) => {
        if (element.isNode()) return [nameUnder(element, zoom)];
        return edges <= MOST_NAMED || element.hasClass("chosen") ? nameOn(element as EdgeSingular, zoom) : [];
      }),
      this.#alwaysNamed(),
    );
    this.#cy.batch(() => {
      for (const element of elements) {
        const isWritten = written.has(element.id());
        if (isWritten) element.data("font", fontOf(element) / zoom);
        if (element.hasClass("named") !== isWritten) element.toggleClass("named", isWritten);
      }
    });
  }

  /** A relation that alone stands out, with both its ends, and an actor that is selected. */
  #alwaysNamed(): Set<string> {
    const { keys, actor } = this.#emphasis;
    const only = keys?.size === 1 ? this.#cy.edges().filter((edge) => keys.has(edge.id())) : null;
    const named = only ? only.union(only.connectedNodes()).map((element) => element.id()) : [];
    return new Set(actor ? [...named, actor] : named);
  }

  /** Where all is small, draw actors and arrows larger than they are, so that they can be seen and hit. */
  #thicken(zoom: number): void {
    if (this.#cy.edges().length > MOST_NAMED) return;
    const factor = Math.min(MOST_THICKENED, Math.max(1, SMALL / zoom));
    this.#cy.batch(() => {
      for (const element of this.#cy.elements().toArray()) {
        const size = element.data("weight") * factor;
        if (element.data("size") !== size) element.data("size", size);
      }
    });
  }

  /** How many actors are in what of the drawing is on screen. */
  #inSight(): number {
    const { x1, x2, y1, y2 } = this.#cy.extent();
    return this.#cy.nodes().filter((node) => {
      const { x, y } = node.position();
      return x > x1 && x < x2 && y > y1 && y < y2;
    }).length;
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
    for (const relation of relations) wanted.set(keyOf(tripleOf(relation)), edgeOf(relation, quads));
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
    this.#mark();
    const isAnother = this.#shown !== this.#wanted.of;
    this.#shown = this.#wanted.of;
    if (added > actors.size / 2 || (isAnother && this.#inSight() < actors.size / 2)) this.fit();
    this.#write();
    this.#container.setAttribute("aria-busy", "false");
  }
}
