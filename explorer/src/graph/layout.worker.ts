/** Finds places for actors, off the page's own thread. The same graph gets the same places. */

import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from "d3-force";
import type { LayoutAnswer, LayoutRequest } from "./layout.ts";

interface Node extends SimulationNodeDatum {
  id: string;
}

const ROOM = 34; // around an actor, so that names stay apart
const LENGTH = 150; // of an arrow, so that words have room on it
const TO_THE_MIDDLE = 0.07;
const FAR = 500; // beyond this actors do not push each other
const WIDE = 1.7; // the width of a drawing against its height, where screens are wide
const TALL = 0.75;
const MOST_STRETCHED = 2;
const TICKS_OF_ALL = 300;
const TICKS_OF_NEW = 120;
const TICKS_OF_LARGE = 60; // with so many actors each tick takes long
const LARGE = 1000; // actors

addEventListener("message", ({ data }: MessageEvent<LayoutRequest>) => {
  const nodes: Node[] = data.actors.map(({ id, at, stays }) => ({
    id,
    ...(at && { x: at[0], y: at[1] }),
    ...(at && stays && { fx: at[0], fy: at[1] }),
  }));
  const links: SimulationLinkDatum<Node>[] = data.pairs.map(([source, target]) => ({ source, target }));
  const simulation = forceSimulation(nodes)
    .force(
      "link",
      forceLink<Node, SimulationLinkDatum<Node>>(links)
        .id(({ id }) => id)
        .distance(LENGTH),
    )
    .force("charge", forceManyBody().strength(-480).distanceMax(FAR))
    .force("room", forceCollide(ROOM))
    .force("x", forceX().strength(TO_THE_MIDDLE))
    .force("y", forceY().strength(TO_THE_MIDDLE))
    .stop();
  const areNew = nodes.every(({ fx }) => fx === undefined);
  const ticks = areNew ? TICKS_OF_ALL : TICKS_OF_NEW;
  const fewer = nodes.length > LARGE ? TICKS_OF_LARGE : ticks;
  simulation.alphaDecay(1 - simulation.alphaMin() ** (1 / fewer)).tick(fewer); // until it has come to rest
  if (areNew) stretch(nodes, data.isTall ? TALL : WIDE);
  const places = nodes.map(({ id, x = 0, y = 0 }): [string, [number, number]] => [id, [x, y]]);
  const answer: LayoutAnswer = { turn: data.turn, places };
  postMessage(answer);
});

/** Draw places apart along one side, until they fill a screen of this shape. */
function stretch(nodes: readonly Node[], ratio: number): void {
  const extent = (values: number[]) => Math.max(1, Math.max(...values) - Math.min(...values));
  const width = extent(nodes.map(({ x = 0 }) => x));
  const height = extent(nodes.map(({ y = 0 }) => y));
  const factor = Math.min(MOST_STRETCHED, Math.max(1 / MOST_STRETCHED, width / height / ratio));
  for (const node of nodes) {
    if (factor < 1) node.x = (node.x ?? 0) / factor;
    else node.y = (node.y ?? 0) * factor;
  }
}
