/** An actor: what it is called and counted, and what can be done with it in the drawing. */

import { useState } from "preact/hooks";
import { Combobox } from "../ask/combobox.tsx";
import { actors } from "../ask/completion.ts";
import { profile } from "../state/evidence.ts";
import { change, view } from "../state/history.ts";
import { nameOf } from "../state/names.ts";
import { touched } from "../state/selected.ts";
import { type Path, path } from "../state/shown.ts";
import { collapsing, connecting, expanding, hiding, unpinning } from "../state/view.ts";

export function ActorCard({ id }: { id: string }) {
  const { value } = profile.value;
  const now = view.value;
  const isExpanded = now.expanded.includes(id);
  return (
    <div class="actor">
      {value ? (
        <p>
          {value.kind} {value.id}
        </p>
      ) : null}
      <p>
        On screen the source of {eventsOf("source", id)} events, the target of {eventsOf("target", id)}.
      </p>
      {value && value.aliases.length > 1 ? <Aliases aliases={value.aliases} /> : null}
      <p class="tools">
        <button type="button" onClick={() => change(isExpanded ? collapsing(now, id) : expanding(now, id))}>
          {isExpanded ? "Without its other relations" : "Expand"}
        </button>
        <button
          type="button"
          onClick={({ currentTarget }) => {
            currentTarget.closest<HTMLElement>(".evidence")?.focus(); // this button will be gone
            change(hiding(now, id));
          }}
        >
          Hide
        </button>
        {now.pinned[id] ? (
          <button type="button" onClick={() => change(unpinning(now, id))}>
            Unpin
          </button>
        ) : null}
      </p>
      <PathFrom id={id} />
    </div>
  );
}

function eventsOf(end: "source" | "target", id: string): number {
  return touched.value.reduce((sum, row) => sum + (row[end].id === id ? row.events : 0), 0);
}

/** What it is called; the same in the capitals of the wires says nothing new. */
function Aliases({ aliases }: { aliases: string[] }) {
  const isShouted = (alias: string) =>
    aliases.some((other) => other !== alias && other.toUpperCase() === alias);
  return <p class="aliases">Called {aliases.filter((alias) => !isShouted(alias)).join(", ")}</p>;
}

function PathFrom({ id }: { id: string }) {
  const [text, setText] = useState("");
  const ends = view.value.path;
  const { value, pending, problem } = path.value;
  const find = (target: string) => {
    setText("");
    if (target.trim() && target !== id) change(connecting(view.value, [id, target.trim()]));
  };
  return (
    <form
      class="path"
      onSubmit={(event) => {
        event.preventDefault();
        find(text);
      }}
    >
      <Combobox
        label="Path to"
        value={text}
        placeholder="path to …"
        suggest={actors}
        onInput={setText}
        onTake={({ value: target }) => find(target)}
      />
      {ends ? (
        <p role="status">
          {ends.map(nameOf).join(" to ")}:{" "}
          {pending ? "searching …" : problem ? problem.detail : value ? found(value) : ""}{" "}
          <button type="button" class="link" onClick={() => change(connecting(view.value, null))}>
            Forget the path
          </button>
        </p>
      ) : null}
    </form>
  );
}

function found({ steps, relations, others }: Path): string {
  if (!steps) return "no path";
  const said = `${steps === 1 ? "1 step" : `${steps} steps`}, ${relations.length} relations`;
  return others ? `${said}; there are other paths` : said;
}
