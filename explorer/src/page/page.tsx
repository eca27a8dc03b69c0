/** The page: a question, its reading, and the answer in three panels that show one selection. */

import { Ask } from "../ask/ask.tsx";
import { Reading } from "../ask/reading.tsx";
import { Evidence } from "../evidence/evidence.tsx";
import { Graph } from "../graph/graph.tsx";
import { Paste, ReadArticle } from "../paste/paste.tsx";
import { busy } from "../service/loading.ts";
import { answer, isStale } from "../state/answer.ts";
import { Table } from "../table/relations.tsx";
import { Take } from "../take/take.tsx";
import { Timeline } from "../timeline/timeline.tsx";
import { Key } from "./key.tsx";
import { Trouble } from "./trouble.tsx";

export function Page() {
  return (
    <>
      <header class="page">
        <h1>Who does what to whom</h1>
        <nav aria-label="Elsewhere">
          <a href="/docs">API</a> <a href="/v1/vocabulary">Vocabulary</a>
        </nav>
      </header>
      <main aria-busy={busy.value}>
        <div class="start">
          <Ask />
          <ReadArticle />
        </div>
        <Key />
        <Paste />
        <Trouble />
        <Reading />
        <div
          class={`answer${answer.value.value?.relations.length ? "" : " nothing"}${isStale.value ? " stale" : ""}`}
          aria-busy={answer.value.pending}
        >
          <Graph />
          <Timeline />
          <Evidence />
          <Table />
        </div>
        <Take />
      </main>
    </>
  );
}
