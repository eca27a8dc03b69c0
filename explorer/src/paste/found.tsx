/** The article with its events: how many, where in the text, and what can be done with it. */

import { useEffect, useRef } from "preact/hooks";
import { Colours, Triple } from "../evidence/about.tsx";
import type { Event } from "../service/shapes.ts";
import { another, choose, desk, discard, rewrite, showInGraph, store } from "./desk.ts";
import { EventList } from "./list.tsx";
import { stepped } from "./marked.ts";
import { Said } from "./said.tsx";
import { MarkedArticle } from "./text.tsx";
import { became, found } from "./words.ts";

interface Given {
  events: readonly Event[];
}

export function Found({ events }: Given) {
  const title = useRef<HTMLHeadingElement>(null);
  const { draft, chosen, outcome } = desk.value;
  useEffect(() => title.current?.focus(), [events, outcome]); // the button that led here is gone
  return (
    <>
      <h2 ref={title} tabIndex={-1}>
        {outcome ? became(outcome) : `${found(events.length)}. Nothing is stored yet.`}
      </h2>
      {events.length ? (
        <Stepper events={events} />
      ) : (
        <p class="empty">
          Events are who does what to whom, in English, between states, organisations, groups and people who
          act for them: “France condemned Russia.”
        </p>
      )}
      <div class={events.length ? "read" : "read alone"}>
        <MarkedArticle draft={draft} events={events} chosen={chosen} />
        {events.length ? <EventList events={events} chosen={chosen} /> : null}
      </div>
      <div class="foot">
        <Said />
        <Steps />
      </div>
    </>
  );
}

/** Goes through the events one by one, and says which one is marked. */
function Stepper({ events }: Given) {
  const { chosen } = desk.value;
  const at = events.findIndex(({ id }) => id === chosen);
  const event = events[at];
  return (
    <div class="stepper">
      <button type="button" aria-label="Event before" onClick={() => choose(stepped(events, chosen, -1))}>
        ‹
      </button>
      <button type="button" aria-label="Event after" onClick={() => choose(stepped(events, chosen, 1))}>
        ›
      </button>
      <p role="status">
        {event ? (
          <>
            {at + 1} of {events.length}: <Triple event={event} />
          </>
        ) : (
          "Choose an event in the list, or what it is read from in the text."
        )}
      </p>
      {event ? <Colours /> : null}
    </div>
  );
}

/** What can be done with the article. */
function Steps() {
  const { outcome, pending, events } = desk.value;
  const isBusy = pending !== null;
  if (outcome) {
    return (
      <p class="steps">
        {outcome.events ? (
          <button type="button" class="first" onClick={showInGraph}>
            Show in the graph
          </button>
        ) : null}
        <button type="button" onClick={another}>
          Read another
        </button>
        <button type="button" onClick={discard}>
          Close
        </button>
      </p>
    );
  }
  return (
    <p class="steps">
      <button type="button" class={events?.length ? "first" : ""} aria-disabled={isBusy} onClick={store}>
        Store it
      </button>
      <button type="button" aria-disabled={isBusy} onClick={rewrite}>
        Change the text
      </button>
      <button type="button" aria-disabled={isBusy} onClick={discard}>
        Discard
      </button>
    </p>
  );
}
