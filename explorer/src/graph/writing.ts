/** Where the names of actors and relations stand on the screen, and how much room they take. */

import type { EdgeSingular, NodeSingular, SingularElementArgument } from "cytoscape";
import { FONT, NAME, WORDS } from "./appearance.ts";
import { along, type Name } from "./names.ts";

const LINE = 1.3; // the height of a line of text against its letters
const BEYOND = 0.8; // of an arrow; words that take more of it hide where it goes

/** The name of an actor, below it. */
export function nameUnder(node: NodeSingular, zoom: number): Name {
  const { x, y } = node.position();
  const height = NAME * LINE;
  const under = (y + node.data("size") / 2) * zoom + height / 2;
  return { id: node.id(), x: x * zoom, y: under, width: widthOf(node), height };
}

/** The words on an arrow, along it; none where it is too short for them. */
export function nameOn(edge: EdgeSingular, zoom: number): Name[] {
  const [from, to, middle] = [edge.source().position(), edge.target().position(), edge.midpoint()];
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const width = widthOf(edge);
  if (!edge.hasClass("chosen") && width > BEYOND * Math.hypot(dx, dy) * zoom) return [];
  return [{ id: edge.id(), x: middle.x * zoom, y: middle.y * zoom, ...along(dx, dy, width, WORDS * LINE) }];
}

/** How high the letters are, in pixels of the screen. */
export function fontOf(element: SingularElementArgument): number {
  return element.isNode() ? NAME : WORDS;
}

const pen = document.createElement("canvas").getContext("2d");
const widths = new Map<string, number>();

function widthOf(element: SingularElementArgument): number {
  const words: string = element.data("words");
  const font = `${fontOf(element)}px ${FONT}`;
  const key = `${font} ${words}`;
  const known = widths.get(key);
  if (known !== undefined || !pen) return known ?? 0;
  pen.font = font;
  const { width } = pen.measureText(words);
  widths.set(key, width);
  return width;
}
