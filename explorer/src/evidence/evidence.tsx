/** The sentences behind what is selected. */

import type { Event } from "../service/shapes.ts";
import { names } from "../state/answer.ts";
import { evidence, moreEvidence } from "../state/evidence.ts";
import { change, view } from "../state/history.ts";
import { type Selection, selecting } from "../state/view.ts";
import { Colours, Qualified, Triple, Why } from "./about.tsx";
import { ActorCard } from "./actor.tsx";
import { Sentence } from "./sentence.tsx";
import { when } from "./words.ts";

export function Evidence() {
  const { selection } = view.value;
  const { value, problem, pending } = evidence.value;
  if (!selection) {
    return (
      <section class="evidence" aria-label="Evidence">
        <p class="empty">Select an arrow, an actor, a row or a bar to see the sentences behind it.</p>
      </section>
    );
  }
  return (
    <section class="evidence" aria-label="Evidence" aria-busy={pending}>
      <header>
        <h2>{titleOf(selection)}</h2>
        <button type="button" class="link" onClick={() => change(selecting(view.value, null))}>
          Close
        </button>
      </header>
      {selection.kind === "actor" ? <ActorCard id={selection.id} /> : null}
      <Colours />
      {problem ? <p role="alert">{problem.detail}</p> : null}
      {value && !value.events.length ? (
        <p class="empty">No sentence fits all parts of the question.</p>
      ) : null}
      <ol>
        {value?.events.map((event) => (
          <Item key={event.id} event={event} />
        ))}
      </ol>
      {value?.more ? (
        <button type="button" onClick={moreEvidence} disabled={pending}>
          More sentences
        </button>
      ) : null}
    </section>
  );
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
  const nameOf = (id: string) => names.value.get(id) ?? id;
  switch (selection.kind) {
    case "relation":
      return `${nameOf(selection.source)} ${selection.relation} ${nameOf(selection.target)}`;
    case "actor":
      return nameOf(selection.id);
    case "period":
      return `${selection.since} to before ${selection.until}`;
  }
}
