/** What the panel says. */

import type { Outcome } from "../service/shapes.ts";

export function found(count: number): string {
  if (!count) return "No event was found";
  return count === 1 ? "1 event found" : `${count} events found`;
}

/** What became of an article that was sent to be stored. */
export function became({ outcome, events }: Outcome): string {
  const held = ["no event of it is", "its event is", `its ${events} events are`][Math.min(events, 2)];
  switch (outcome) {
    case "loaded":
      return `Stored: ${held} in the graph now.`;
    case "replaced":
      return `Replaced: the same text was stored before in another form; ${held} in the graph now.`;
    case "unchanged":
      return `Unchanged: it was stored before; ${held} in the graph.`;
    case "rejected":
      return "Rejected.";
  }
}

const SLOW = 30_000; // characters that take some seconds

/** What is said while the text is read or stored; a text that is being stored is read anew. */
export function waiting(pending: "reading" | "storing", length: number): string {
  const what = pending === "reading" ? "Reading …" : "Storing …";
  return length > SLOW ? `${what} A long text takes up to some minutes.` : what;
}
