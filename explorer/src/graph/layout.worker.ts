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
const FAR = 1200; // beyond this actors do not push each other
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
        .distance(120),
    )
    .force("charge", forceManyBody().strength(-420).distanceMax(FAR))
    .force("room", forceCollide(ROOM))
    .force("x", forceX().strength(0.05))
    .force("y", forceY().strength(0.09)) // screens are wider than high
    .stop();
  const ticks = nodes.some(({ fx }) => fx !== undefined) ? TICKS_OF_NEW : TICKS_OF_ALL;
  const fewer = nodes.length > LARGE ? TICKS_OF_LARGE : ticks;
  simulation.alphaDecay(1 - simulation.alphaMin() ** (1 / fewer)).tick(fewer); // until it has come to rest
  const places = nodes.map(({ id, x = 0, y = 0 }): [string, [number, number]] => [id, [x, y]]);
  const answer: LayoutAnswer = { turn: data.turn, places };
  postMessage(answer);
});
