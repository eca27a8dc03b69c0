/** The article as it was given, every event marked in its place. */

import { useEffect, useRef } from "preact/hooks";
import { pieces, ROLES } from "../evidence/marks.ts";
import { reveal } from "../page/reveal.ts";
import type { Event } from "../service/shapes.ts";
import { choose } from "./desk.ts";
import type { Draft } from "./draft.ts";
import { marksIn, nextOf, stepped } from "./marked.ts";

interface Given {
  draft: Draft;
  events: readonly Event[];
  chosen: string | null;
}

const STEPS: Record<string, 1 | -1> = { ArrowLeft: -1, ArrowRight: 1 };

export function MarkedArticle({ draft, events, chosen }: Given) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen) reveal(box.current, "mark.trigger");
  }, [chosen]);
  const pressed = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (step) choose(stepped(events, chosen, step));
    else if (event.key === "Escape") choose(null);
    else return;
    event.preventDefault();
  };
  const clicked = ({ target }: MouseEvent) => {
    const ids = target instanceof Element ? target.closest<HTMLElement>("mark.found")?.dataset.events : null;
    if (ids) choose(nextOf(ids.split(" "), chosen));
  };
  const title = draft.title.trim();
  return (
    <div
      ref={box}
      class="article"
      role="group"
      aria-label="The article; left and right arrow keys go through its events"
      tabIndex={0}
      onKeyDown={pressed}
      onClick={clicked}
    >
      {title ? (
        <h3>
          <Marked text={title} field="title" events={events} chosen={chosen} />
        </h3>
      ) : null}
      <div class="text">
        <Marked text={draft.text} field="text" events={events} chosen={chosen} />
      </div>
    </div>
  );
}

interface MarkedGiven extends Omit<Given, "draft"> {
  text: string;
  field: Event["field"];
}

function Marked({ text, field, events, chosen }: MarkedGiven) {
  let at = 0;
  return (
    <>
      {pieces(text, 0, marksIn(field, events, chosen)).map(({ text: words, kinds }) => {
        at += words.length;
        if (!kinds.length) return words;
        const roles = kinds.filter((kind) => kind in ROLES);
        const ids = kinds.filter((kind) => !(kind in ROLES));
        return (
          <mark
            key={at}
            class={[...roles, ...(ids.length ? ["found"] : [])].join(" ")}
            data-events={ids.join(" ") || undefined}
            title={roles.map((role) => ROLES[role]).join(" and ") || undefined}
          >
            {words}
          </mark>
        );
      })}
    </>
  );
}
