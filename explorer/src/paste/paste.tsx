/** The panel in which an article is read before it is stored, and the button that opens it. */

import { useEffect, useRef } from "preact/hooks";
import { desk, toggle } from "./desk.ts";
import { hovering, listen } from "./dropping.ts";
import { Found } from "./found.tsx";
import { Writing } from "./writing.tsx";

const PANEL = "paste";

export function ReadArticle() {
  const button = useRef<HTMLButtonElement>(null);
  const { open } = desk.value;
  const wasOpen = useRef(open);
  useEffect(listen, []);
  useEffect(() => {
    if (wasOpen.current && !open) button.current?.focus(); // the panel took what had the focus with it
    wasOpen.current = open;
  }, [open]);
  return (
    <button
      ref={button}
      type="button"
      class={hovering.value ? "read-article over" : "read-article"}
      aria-expanded={open}
      aria-controls={open ? PANEL : undefined}
      onClick={toggle}
    >
      Read an article
    </button>
  );
}

export function Paste() {
  const { open, events, pending, arrivals } = desk.value;
  if (!open) return null;
  return (
    <section
      id={PANEL}
      class={hovering.value ? "paste over" : "paste"}
      aria-label="Read an article"
      aria-busy={pending !== null}
    >
      {events ? <Found events={events} /> : <Writing key={arrivals} />}
    </section>
  );
}
