/** How actors and relations look; colours come from the style sheet, so that light and dark are decided there. */

import type { StylesheetJson } from "cytoscape";

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

/** A colour of the style sheet as it is just now, light or dark. */
export function colourOf(name: string): string {
  const probe = document.createElement("i");
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
        label: "data(name)",
        color: ink,
        "font-family": "system-ui, sans-serif",
        "font-size": 12,
        "min-zoomed-font-size": 7,
        "text-valign": "bottom",
        "text-margin-y": 4,
        "text-wrap": "ellipsis",
        "text-max-width": "140px",
        "text-outline-color": paper,
        "text-outline-width": 2,
      },
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
        width: "data(width)",
        "line-color": quiet,
        "target-arrow-color": quiet,
        "target-arrow-shape": "triangle",
        "arrow-scale": 1.1,
        "curve-style": "bezier",
        "control-point-step-size": 36,
        color: ink,
        "font-family": "system-ui, sans-serif",
        "font-size": 9,
        "min-zoomed-font-size": 8,
        "text-rotation": "autorotate",
        "text-outline-color": paper,
        "text-outline-width": 2,
      },
    },
    { selector: "edge[?isNamed], edge.chosen", style: { label: "data(words)" } },
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
        "font-size": 12,
        "z-index": 10,
        "arrow-scale": 1.5,
        "overlay-color": accent,
        "overlay-opacity": 0.18,
        "overlay-padding": 4,
      },
    },
  ] as StylesheetJson;
}
