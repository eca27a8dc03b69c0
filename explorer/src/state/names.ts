/** What actors are called that the page names: those on screen, and those that are only asked for. */

import { computed } from "@preact/signals";
import { get } from "../service/client.ts";
import { following } from "../service/loading.ts";
import type { Named } from "../service/shapes.ts";
import { answer, filters } from "./answer.ts";
import { view } from "./history.ts";
import { path, shown } from "./shown.ts";

const ACTORS = ["source", "target", "actor", "between", "attributed_to"]; // the filters that name some

const onScreen = computed(
  () => new Map(shown.value.flatMap(({ source, target }) => [source, target]).map(named)),
);

/** The actors of the filters, and of the path that no relation on screen has. */
const missing = computed(() => {
  const asked = ACTORS.flatMap((name) => filters.value?.[name] ?? []).flatMap((value) => value.split(","));
  const ids = [...asked, ...((path.value.value && view.value.path) ?? [])];
  return [...new Set(ids)].filter((id) => !onScreen.value.has(id)).sort();
});
const missingKey = computed(() => JSON.stringify(answer.value.pending ? [] : missing.value));

const looked = following<readonly Named[]>((abort) => {
  const ids: string[] = JSON.parse(missingKey.value);
  if (!ids.length) return null;
  const asking = ids.map((id) => get<Named>(`/v1/actors/${encodeURIComponent(id)}`, abort));
  const found = Promise.allSettled(asking).then((all) =>
    all.flatMap((one) => (one.status === "fulfilled" ? [one.value] : [])),
  );
  return { about: "names", answer: found };
});

const names = computed(() => new Map([...(looked.value.value ?? []).map(named), ...onScreen.value]));

/** What an actor is called; its id where nothing else is known of it. */
export function nameOf(id: string): string {
  return names.value.get(id) ?? id;
}

function named({ id, name }: Named): [string, string] {
  return [id, name];
}
