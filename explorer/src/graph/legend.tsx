/** What colours, lines and shapes mean. */

import { QUADS, type SHAPES } from "./appearance.ts";

const OUTLINES: Record<keyof typeof SHAPES, string> = {
  country: "M8 1a7 7 0 1 0 .01 0z",
  sector: "M2 3h12v10H2z",
  organisation: "M4.5 2h7L15 8l-3.5 6h-7L1 8z",
  group: "M8 1l7 7-7 7-7-7z",
  party: "M8 1l7 5-3 9H4L1 6z",
  company: "M1 4h14v8H1z",
  media: "M1 3h9l5 5-5 5H1z",
  person: "M8 1l7 14H1z",
  people: "M5 1h6l4 4v6l-4 4H5l-4-4V5z",
};

export function Legend() {
  return (
    <details class="legend">
      <summary>Legend</summary>
      <ul>
        {QUADS.map((quad) => (
          <li key={quad}>
            <svg viewBox="0 0 24 10" aria-hidden="true" class={`arrow ${quad.replace(" ", "-")}`}>
              <path d="M0 4h16V0l8 5-8 5V6H0z" />
            </svg>
            {quad}
          </li>
        ))}
        <li>wider: more events</li>
        <li>an act of several actors has an event for each pair</li>
        <li>dashed: only claimed by somebody</li>
        {Object.entries(OUTLINES).map(([kind, outline]) => (
          <li key={kind}>
            <svg viewBox="0 0 16 16" aria-hidden="true" class="shape">
              <path d={outline} />
            </svg>
            {kind}
          </li>
        ))}
      </ul>
    </details>
  );
}
