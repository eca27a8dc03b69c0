/** All events beside the text; the chosen one with all that can be said of it. */

import { useEffect, useRef, useState } from "preact/hooks";
import { Qualified, Triple, Why } from "../evidence/about.tsx";
import { when } from "../evidence/words.ts";
import { reveal } from "../page/reveal.ts";
import type { Event } from "../service/shapes.ts";
import { choose } from "./desk.ts";
import { stepped } from "./marked.ts";

const MOST = 200; // events listed at a time; a long article has thousands
const STEPS: Record<string, 1 | -1> = { ArrowUp: -1, ArrowDown: 1 };

interface Given {
  events: readonly Event[];
  chosen: string | null;
}

export function EventList({ events, chosen }: Given) {
  const box = useRef<HTMLDivElement>(null);
  const [first, setFirst] = useState(0);
  const at = events.findIndex(({ id }) => id === chosen);
  const listed = events.slice(first, first + MOST);
  useEffect(() => {
    if (at >= 0) setFirst(at - (at % MOST));
  }, [at]);
  useEffect(() => {
    if (at >= 0) reveal(box.current, "li.chosen");
  }, [at, first]);
  const pressed = (event: KeyboardEvent, id: string) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const next = stepped(listed, id, step);
    choose(next);
    box.current?.querySelector<HTMLElement>(`[data-event="${next}"]`)?.focus();
  };
  return (
    <div ref={box} class="events">
      <ol aria-label="Events">
        {listed.map((event) => (
          <li key={event.id} class={event.id === chosen ? "chosen" : ""}>
            <button
              type="button"
              class="cell"
              data-event={event.id}
              aria-pressed={event.id === chosen}
              onClick={() => choose(event.id === chosen ? null : event.id)}
              onKeyDown={(press) => pressed(press, event.id)}
            >
              <Triple event={event} />
            </button>
            <Qualified event={event} />
            {event.id === chosen ? (
              <>
                <p class="from">{when(event)}</p>
                <Why event={event} />
              </>
            ) : null}
          </li>
        ))}
      </ol>
      {events.length > MOST ? (
        <p class="pages">
          {first + 1} to {first + listed.length} of {events.length}
          <button type="button" disabled={first === 0} onClick={() => setFirst(first - MOST)}>
            Earlier
          </button>
          <button
            type="button"
            disabled={first + MOST >= events.length}
            onClick={() => setFirst(first + MOST)}
          >
            Later
          </button>
        </p>
      ) : null}
    </div>
  );
}
