/** What became of the path that was asked for, and what can be done with it. */

import { counted } from "../page/counted.ts";
import { change, view } from "../state/history.ts";
import { nameOf } from "../state/names.ts";
import { type Path, path } from "../state/shown.ts";
import { connecting, forgettingPath } from "../state/view.ts";

export function PathFound() {
  const ends = view.value.path;
  if (!ends) return null;
  const { value, pending, problem } = path.value;
  const [source, target] = ends;
  const others = problem?.said.candidates?.map(({ id, name }) => ({ id, label: `${name} (${id})` })) ?? [];
  const near = problem?.said.near?.map((name) => ({ id: name, label: name })) ?? [];
  const corrected = (id: string): [string, string] =>
    source === problem?.said.value ? [id, target] : [source, id];
  return (
    <p class="path" role="status">
      Path from {nameOf(source)} to {nameOf(target)}, by any relation in its direction:{" "}
      {pending ? "searching …" : problem ? problem.detail : value ? found(value) : ""}{" "}
      {[...others, ...near].map(({ id, label }) => (
        <button
          key={id}
          type="button"
          class="link"
          onClick={() => change(connecting(view.value, corrected(id)))}
        >
          {label}
        </button>
      ))}{" "}
      <button type="button" class="link" onClick={() => change(connecting(view.value, [target, source]))}>
        The other way
      </button>{" "}
      <button type="button" class="link" onClick={() => change(forgettingPath(view.value))}>
        Forget the path
      </button>
    </p>
  );
}

function found({ steps, relations, others }: Path): string {
  if (!steps) return "there is none.";
  const said = `${counted(steps, "step")}, ${counted(relations.length, "relation")}`;
  return others ? `${said}; there are other paths.` : `${said}.`;
}
