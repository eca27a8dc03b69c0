/** What is said about an event wherever one is shown: who does what, what qualifies it, and why it is read so. */

import type { Event } from "../service/shapes.ts";
import { called, qualified, why } from "./words.ts";

interface Given {
  event: Event;
}

export function Triple({ event }: Given) {
  return (
    <>
      {called(event.source)} <b>{event.relation}</b> {called(event.target)}
    </>
  );
}

export function Qualified({ event }: Given) {
  return (
    <>
      {qualified(event).map((words) => (
        <p key={words} class="qualified">
          {words}
        </p>
      ))}
    </>
  );
}

export function Why({ event }: Given) {
  return (
    <details>
      <summary>Why it is read so</summary>
      <ul>
        {why(event).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}

/** What the colours of the marks mean. */
export function Colours() {
  return (
    <p class="key">
      <mark class="source">source</mark> <mark class="trigger">what it does</mark>{" "}
      <mark class="target">target</mark>
    </p>
  );
}
