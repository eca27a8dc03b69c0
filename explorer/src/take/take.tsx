/** Ways to take the answer away: as files, as an address, as Cypher. */

import { useSignal } from "@preact/signals";
import { get, Problem } from "../service/client.ts";
import { hasKey } from "../service/key.ts";
import { answer, isStale } from "../state/answer.ts";
import { toParameters } from "../state/filters.ts";
import { saveWithKey } from "./save.ts";

const FILES = [
  { name: "GraphML", path: "/v1/export.graphml" },
  { name: "GEXF", path: "/v1/export.gexf" },
  { name: "CSV", path: "/v1/export.csv" },
  { name: "JSON lines", path: "/v1/export.jsonl" },
];

interface Cypher {
  cypher: string;
  browser: string | null;
}

export function Take() {
  const { value } = answer.value;
  if (!value?.relations.length || isStale.value) return null;
  const parameters = String(toParameters(value.filters));
  return <Ways key={parameters} parameters={parameters} />;
}

/** The ways for one question; what was said of another one goes with it. */
function Ways({ parameters }: { parameters: string }) {
  const said = useSignal("");
  const cypher = useSignal<Cypher | null>(null);
  const attempt = async (what: () => Promise<string>) => {
    try {
      said.value = await what();
    } catch (error) {
      said.value = error instanceof Problem ? error.detail : "The browser does not allow this page to copy.";
    }
  };
  const copyLink = () => navigator.clipboard.writeText(location.href).then(() => "Link copied.");
  const copyCypher = async () => {
    cypher.value = await get<Cypher>(`/v1/cypher?${parameters}`);
    await navigator.clipboard.writeText(cypher.value.cypher);
    return "Cypher copied.";
  };
  return (
    <section class="take" aria-label="Take away">
      <p>
        The whole answer, with actors that are hidden and without what was expanded, as{" "}
        {FILES.map(({ name, path }) => (
          <a
            key={name}
            href={`${path}?${parameters}`}
            download
            onClick={(event) => {
              if (!hasKey()) return;
              event.preventDefault();
              attempt(() => saveWithKey(`${path}?${parameters}`).then(() => ""));
            }}
          >
            {name}
          </a>
        ))}
        <button type="button" onClick={() => attempt(copyLink)}>
          Copy link to this view
        </button>
        <button type="button" onClick={() => attempt(copyCypher)}>
          Copy Cypher
        </button>{" "}
        <span role="status">{said}</span>
      </p>
      {cypher.value ? (
        <p>
          <code>{cypher.value.cypher}</code>{" "}
          {cypher.value.browser ? (
            <a href={cypher.value.browser} rel="noreferrer" target="_blank">
              Open in Neo4j Browser
            </a>
          ) : null}
        </p>
      ) : null}
    </section>
  );
}
