/** The sentences behind what is selected. */

import { counted } from "../page/counted.ts";
import type { Event } from "../service/shapes.ts";
import { vocabulary } from "../state/answer.ts";
import { evidence, type Evidence as Found, moreEvidence } from "../state/evidence.ts";
import { change, view } from "../state/history.ts";
import { nameOf } from "../state/names.ts";
import { touched } from "../state/selected.ts";
import { incomplete } from "../state/shown.ts";
import { type Selection, selecting } from "../state/view.ts";
import { stretchInWords } from "../timeline/steps.ts";
import { Colours, Qualified, Triple, Why } from "./about.tsx";
import { ActorCard } from "./actor.tsx";
import { Sentence } from "./sentence.tsx";
import { when } from "./words.ts";

export function Evidence() {
  const { selection } = view.value;
  const { value, problem } = evidence.value;
  const isWaiting = evidence.value.pending || incomplete.value;
  return (
    <section
      class={selection ? "evidence open" : "evidence"}
      aria-label="Evidence"
      aria-busy={isWaiting}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) close(event.currentTarget);
      }}
    >
      {selection ? (
        <>
          <header>
            <h2>{titleOf(selection)}</h2>
            <button
              type="button"
              class="link"
              onClick={({ currentTarget }) => close(currentTarget.closest<HTMLElement>(".evidence"))}
            >
              Close
            </button>
          </header>
          {selection.kind === "relation" ? <Definition of={selection.relation} /> : null}
          {selection.kind === "actor" ? <ActorCard id={selection.id} /> : null}
          <Colours />
          {problem ? <p role="alert">{problem.detail}</p> : null}
          <p class="empty" role="status">
            {isWaiting ? "Asking …" : value ? summary(value, selection) : ""}
          </p>
          <ol>
            {value?.events.map((event) => (
              <Item key={event.id} event={event} />
            ))}
          </ol>
          {value?.more ? (
            <button type="button" onClick={moreEvidence} aria-disabled={isWaiting}>
              More sentences
            </button>
          ) : null}
        </>
      ) : (
        <p class="empty">Select an arrow, an actor, a row or a bar to see the sentences behind it.</p>
      )}
    </section>
  );
}

/** How many of the events are listed: of a relation as many as its row says, of all else there may be more. */
function summary({ events, more }: Found, selection: Selection): string {
  if (!events.length) return "Nothing on screen belongs to it.";
  const [row] = touched.value;
  const said = counted(events.length, "event");
  const acts = new Set(events.map(({ act }) => act)).size;
  if (!more) return acts < events.length ? `${said} of ${counted(acts, "act")}.` : `${said}.`;
  return selection.kind === "relation" && row
    ? `${events.length} of ${row.events} events.`
    : `The latest ${said}.`;
}

/** What a relation of the codebook means. */
function Definition({ of }: { of: string }) {
  const found = vocabulary.value.value?.relations.find(({ name }) => name === of);
  if (!found) return null;
  return (
    <p class="definition">
      {found.definition} PLOVER {found.plover}, CAMEO {found.cameo}, {found.quad}.
    </p>
  );
}

/** Select nothing; the focus stays here when the button that had it is gone. */
function close(panel: HTMLElement | null): void {
  panel?.focus();
  change(selecting(view.value, null));
}

function Item({ event }: { event: Event }) {
  return (
    <li>
      <p class="triple">
        <Triple event={event} />
      </p>
      <Sentence event={event} />
      <Qualified event={event} />
      <p class="from">
        <ArticleLink event={event} /> · {when(event)}
      </p>
      <Why event={event} />
    </li>
  );
}

function ArticleLink({ event }: { event: Event }) {
  const name = event.title || event.article;
  if (!/^https?:\/\//i.test(event.url ?? "")) return <>{name}</>;
  return (
    <a href={event.url ?? ""} rel="noreferrer" target="_blank">
      {name}
    </a>
  );
}

function titleOf(selection: Selection): string {
  switch (selection.kind) {
    case "relation":
      return `${nameOf(selection.source)} ${selection.relation} ${nameOf(selection.target)}`;
    case "actor":
      return nameOf(selection.id);
    case "period":
      return stretchInWords(selection.since, selection.until);
  }
}
