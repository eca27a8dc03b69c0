/** The sentences behind what is selected. */

import type { Event } from "../service/shapes.ts";
import { names } from "../state/answer.ts";
import { evidence, moreEvidence } from "../state/evidence.ts";
import { change, view } from "../state/history.ts";
import { type Selection, selecting } from "../state/view.ts";
import { ActorCard } from "./actor.tsx";
import { Sentence } from "./sentence.tsx";
import { called, qualified, when, why } from "./words.ts";

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
      <p class="key">
        <mark class="source">source</mark> <mark class="trigger">what it does</mark>{" "}
        <mark class="target">target</mark>
      </p>
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
        {called(event.source)} <b>{event.relation}</b> {called(event.target)}
      </p>
      <Sentence event={event} />
      {qualified(event).map((words) => (
        <p key={words} class="qualified">
          {words}
        </p>
      ))}
      <p class="from">
        <ArticleLink event={event} /> · {when(event)}
      </p>
      <details>
        <summary>Why it is read so</summary>
        <ul>
          {why(event).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
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
