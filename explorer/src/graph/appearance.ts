/** How actors and relations look; colours come from the style sheet, so that light and dark are decided there. */

import type { NodeSingular, SingularElementArgument, StylesheetJson } from "cytoscape";

/** Quad classes, in the words of the API. */
export const QUADS = [
  "verbal cooperation",
  "material cooperation",
  "verbal conflict",
  "material conflict",
] as const;

/** The shape of each kind of actor. */
export const SHAPES = {
  country: "ellipse",
  sector: "round-rectangle",
  organisation: "hexagon",
  group: "diamond",
  party: "pentagon",
  company: "rectangle",
  media: "tag",
  person: "triangle",
  people: "round-octagon",
} as const;

export const FONT = "system-ui, sans-serif";
/** Pixels that the names of actors and of relations are high on the screen, at every zoom. */
export const NAME = 12;
export const WORDS = 10;

/** A colour of the style sheet as it is just now, light or dark. */
export function colourOf(name: string): string {
  const probe = document.createElement("i");
  probe.style.forcedColorAdjust = "none"; // a canvas has no system colours to adapt to
  probe.style.color = `var(--${name.replaceAll(" ", "-")})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** The width of an arrow in pixels: four times the events, twice the width. */
export function widthOf(events: number): number {
  return Math.min(12, 1.2 * Math.sqrt(events));
}

const NAMED = {
  label: "data(words)",
  "font-size": "data(font)",
  "text-outline-width": (element: SingularElementArgument) => element.data("font") / 6,
};

export function sheet(): StylesheetJson {
  const [ink, paper, accent, quiet] = ["ink", "raised", "accent", "quiet"].map(colourOf) as [
    string,
    string,
    string,
    string,
  ];
  return [
    {
      selector: "node",
      style: {
        shape: "ellipse",
        width: "data(size)",
        height: "data(size)",
        "background-color": colourOf("actor"),
        "border-width": 1.5,
        "border-color": paper,
        color: ink,
        "font-family": FONT,
        "text-valign": "bottom",
        "text-outline-color": paper,
      },
    },
    {
      selector: "node.named", // as large on the screen at every zoom
      style: { ...NAMED, "text-margin-y": (node: NodeSingular) => node.data("font") / 4 },
    },
    ...Object.entries(SHAPES).map(([kind, shape]) => ({
      selector: `node[kind = "${kind}"]`,
      style: { shape },
    })),
    { selector: "node.pinned", style: { "border-color": ink, "border-style": "double", "border-width": 4 } },
    { selector: "node.chosen", style: { "border-color": accent, "border-width": 4 } },
    {
      selector: "edge",
      style: {
        width: "data(size)",
        "line-color": quiet,
        "target-arrow-color": quiet,
        "target-arrow-shape": "triangle",
        "arrow-scale": 1.1,
        "curve-style": "bezier",
        "control-point-step-size": 36,
        color: ink,
        "font-family": FONT,
        "text-rotation": "autorotate",
        "text-outline-color": paper,
      },
    },
    { selector: "edge.named", style: { ...NAMED } },
    ...QUADS.map((quad) => ({
      selector: `edge[quad = "${quad}"]`,
      style: { "line-color": colourOf(quad), "target-arrow-color": colourOf(quad) },
    })),
    {
      selector: "edge[?onlyClaimed]",
      style: { "line-style": "dashed" },
    },
    { selector: ".faded", style: { opacity: 0.3, "text-opacity": 0.6 } },
    {
      selector: "edge.chosen",
      style: {
        "z-index": 10,
        "arrow-scale": 1.5,
        "overlay-color": accent,
        "overlay-opacity": 0.18,
        "overlay-padding": 4,
      },
    },
  ] as StylesheetJson;
}
