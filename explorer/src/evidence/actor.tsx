/** An actor: what it is called and counted, and what can be done with it in the drawing. */

import { useState } from "preact/hooks";
import { Combobox } from "../ask/combobox.tsx";
import { actors } from "../ask/completion.ts";
import { path } from "../state/answer.ts";
import { profile } from "../state/evidence.ts";
import { change, view } from "../state/history.ts";
import { collapsing, connecting, expanding, hiding, unpinning } from "../state/view.ts";

export function ActorCard({ id }: { id: string }) {
  const { value } = profile.value;
  const now = view.value;
  const isExpanded = now.expanded.includes(id);
  return (
    <div class="actor">
      {value ? (
        <>
          <p>
            {value.kind} {value.id}: source of {value.outgoing} events, target of {value.incoming}
          </p>
          {value.aliases.length > 1 ? <Aliases aliases={value.aliases} /> : null}
        </>
      ) : null}
      <p class="tools">
        <button type="button" onClick={() => change(isExpanded ? collapsing(now, id) : expanding(now, id))}>
          {isExpanded ? "Without its other relations" : "Expand"}
        </button>
        <button type="button" onClick={() => change(hiding(now, id))}>
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
          {ends.join(" to ")}:{" "}
          {pending
            ? "searching …"
            : problem
              ? problem.detail
              : value?.length
                ? `${value.length} relations`
                : "no path"}{" "}
          <button type="button" class="link" onClick={() => change(connecting(view.value, null))}>
            Forget the path
          </button>
        </p>
      ) : null}
    </form>
  );
}
