/** An actor: what it is called and counted, and what can be done with it in the drawing. */

import { useRef, useState } from "preact/hooks";
import { Combobox } from "../ask/combobox.tsx";
import { actors } from "../ask/completion.ts";
import { counted } from "../page/counted.ts";
import { profile } from "../state/evidence.ts";
import { change, view } from "../state/history.ts";
import { touched } from "../state/selected.ts";
import { collapsing, connecting, expanding, hiding, unpinning } from "../state/view.ts";

const FIRST_NAMES = 6; // of what an actor is called

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
        On screen the source of {counted(eventsOf("source", id), "event")}, the target of{" "}
        {eventsOf("target", id)}.
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
  const names = aliases.filter((alias) => !isShouted(alias));
  const others = names.slice(FIRST_NAMES);
  return (
    <>
      <p class="aliases">Called {names.slice(0, FIRST_NAMES).join(", ")}</p>
      {others.length ? (
        <details>
          <summary>and by {counted(others.length, "other word")}</summary>
          {others.join(", ")}
        </details>
      ) : null}
    </>
  );
}

function PathFrom({ id }: { id: string }) {
  const [text, setText] = useState("");
  const form = useRef<HTMLFormElement>(null);
  const find = (target: string) => {
    setText("");
    if (!target.trim() || target === id) return;
    form.current?.closest<HTMLElement>(".evidence")?.focus(); // this field will be gone
    change(connecting(view.value, [id, target.trim()]));
  };
  return (
    <form
      ref={form}
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
    </form>
  );
}
