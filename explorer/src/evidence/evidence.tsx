/** The sentences behind what is selected. */

import type { Event } from "../service/shapes.ts";
import { evidence, moreEvidence } from "../state/evidence.ts";
import { change, view } from "../state/history.ts";
import { nameOf } from "../state/names.ts";
import { touched } from "../state/selected.ts";
import { incomplete } from "../state/shown.ts";
import { type Selection, selecting } from "../state/view.ts";
import { Colours, Qualified, Triple, Why } from "./about.tsx";
import { ActorCard } from "./actor.tsx";
import { Sentence } from "./sentence.tsx";
import { when } from "./words.ts";

export function Evidence() {
  const { selection } = view.value;
  const { value, problem } = evidence.value;
  const isWaiting = evidence.value.pending || incomplete.value;
  return (
    <section class="evidence" aria-label="Evidence" aria-busy={isWaiting} tabIndex={-1}>
      {selection ? (
        <>
          <header>
            <h2>{titleOf(selection)}</h2>
            <button
              type="button"
              class="link"
              onClick={({ currentTarget }) => {
                currentTarget.closest<HTMLElement>(".evidence")?.focus(); // this button will be gone
                change(selecting(view.value, null));
              }}
            >
              Close
            </button>
          </header>
          {selection.kind === "actor" ? <ActorCard id={selection.id} /> : null}
          <Colours />
          {problem ? <p role="alert">{problem.detail}</p> : null}
          <p class="empty" role="status">
            {isWaiting ? "Asking …" : value ? counted(value.events.length, value.more, selection) : ""}
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
function counted(listed: number, isCut: boolean, selection: Selection): string {
  if (!listed) return "Nothing on screen belongs to it.";
  const [row] = touched.value;
  const said = listed === 1 ? "1 event" : `${listed} events`;
  if (!isCut) return `${said}.`;
  return selection.kind === "relation" && row ? `${listed} of ${row.events} events.` : `The latest ${said}.`;
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
      return `${selection.since} to before ${selection.until}`;
  }
}
