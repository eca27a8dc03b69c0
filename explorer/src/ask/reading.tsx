/** How the question was read, and each part of it to be changed. */

import { signal } from "@preact/signals";
import { useState } from "preact/hooks";
import { counted } from "../page/counted.ts";
import type { Near } from "../service/shapes.ts";
import { answer, emptyGraph, isStale } from "../state/answer.ts";
import { fromParameters, withValues } from "../state/filters.ts";
import { canRedo, canUndo, change, redo, undo, view } from "../state/history.ts";
import { nameOf } from "../state/names.ts";
import { type Filters, filtering, fresh } from "../state/view.ts";
import { actors, relations, spoken } from "./completion.ts";
import { Tokens } from "./tokens.tsx";

const TOKENS = [
  { label: "Source", empty: "anybody", name: "source", suggest: actors },
  { label: "Relation", empty: "anything", name: "relation", suggest: relations },
  { label: "Target", empty: "anybody", name: "target", suggest: actors },
  { label: "Who says so", empty: "anybody", name: "attributed_to", suggest: actors },
];
const MODALITIES = [
  { value: "actual", label: "did (actual)" },
  { value: "planned", label: "will or would (planned)" },
  { value: "possible", label: "might (possible)" },
  { value: "any", label: "did, will or might" },
];
const NEGATIONS = [
  { value: "false", label: "happened" },
  { value: "true", label: "denied or undone" },
  { value: "any", label: "either" },
];
const SHARES = [
  { value: "0", label: "any" },
  { value: "0.5", label: "50 of 100" },
  { value: "0.7", label: "70 of 100" },
  { value: "0.8", label: "80 of 100" },
  { value: "0.9", label: "90 of 100" },
];
const OWN_FIELDS = [
  ...TOKENS.map(({ name }) => name),
  ...["since", "until", "modality", "negated", "min_confidence"],
];
const EARLIEST = "1000-01-01"; // while a year is typed it is 0002, 0020 and 0202 before it is 2022

const wide = matchMedia("(min-width: 48rem)");
const isRoomy = signal(wide.matches); // on a phone the parts would fill the first screen
wide.addEventListener("change", () => {
  isRoomy.value = wide.matches;
});

export function Reading() {
  const { value, problem, pending } = answer.value;
  const { asked } = view.value;
  const filters = "filters" in asked && isStale.value ? asked.filters : value?.filters;
  return (
    <section class="reading" aria-label="Reading">
      <div class="line">
        <p role="status">
          {pending
            ? "Asking …"
            : value?.reading
              ? `Read as: ${value.reading}.`
              : problem
                ? ""
                : "Asked by its parts."}
          {value && !pending && !value.relations.length ? " Nothing found." : ""}
          {value?.undated && !pending ? ` ${counted(value.undated, "event")} without a date left out.` : ""}
        </p>
        <p class="steps-back">
          <button type="button" aria-disabled={!canUndo.value} onClick={undo}>
            Undo
          </button>{" "}
          <button type="button" aria-disabled={!canRedo.value} onClick={redo}>
            Redo
          </button>
        </p>
      </div>
      {emptyGraph.value.value ? (
        <p class="empty">
          The graph is empty. Load articles with <code>gkg load</code>, or read one here.
        </p>
      ) : null}
      {value?.near.length ? <NearReadings near={value.near} /> : null}
      {filters ? (
        <details class="refine" open={isRoomy.value}>
          <summary>Change its parts</summary>
          <Parts filters={filters} isOld={isStale.value && !("filters" in asked)} />
        </details>
      ) : null}
    </section>
  );
}

/** Other readings of the question. */
function NearReadings({ near }: { near: readonly Near[] }) {
  return (
    <p class="near">
      It might also mean{" "}
      {near.map(({ reading, url }) => (
        <button
          key={url}
          type="button"
          class="link"
          onClick={() => change(fresh({ filters: filtersOf(url) }))}
        >
          {reading}
        </button>
      ))}
    </p>
  );
}

/** Each part of the reading, to be changed; those of an earlier question cannot be. */
function Parts({ filters, isOld }: { filters: Filters; isOld: boolean }) {
  const set = (name: string, values: readonly string[]) =>
    change(filtering(view.value, withValues(filters, name, values)));
  const said = (value: string) => value.split(",").map(nameOf).join(" and "); // only `between` has a comma
  const others = Object.entries(filters).filter(
    ([name, [value]]) => !OWN_FIELDS.includes(name) && !(name === "level" && value === "state"),
  );
  return (
    <fieldset class="parts" disabled={isOld} aria-label="Parts of the question">
      {TOKENS.map(({ label, empty, name, suggest }) => (
        <Tokens
          key={name}
          label={label}
          empty={empty}
          values={filters[name] ?? []}
          nameOf={name === "relation" ? spoken : nameOf}
          suggest={suggest}
          onChange={(values) => set(name, values)}
        />
      ))}
      <Day label="From" value={filters.since?.[0] ?? ""} onChange={(values) => set("since", values)} />
      <Day label="Before" value={filters.until?.[0] ?? ""} onChange={(values) => set("until", values)} />
      <Choice
        label="Modality"
        choices={MODALITIES}
        values={filters.modality}
        onChange={(value) => set("modality", [value])}
      />
      <Choice
        label="Negation"
        choices={NEGATIONS}
        values={filters.negated}
        onChange={(value) => set("negated", [value])}
      />
      <Choice
        label="Right in at least"
        choices={SHARES}
        values={filters.min_confidence}
        onChange={(value) => set("min_confidence", value === "0" ? [] : [value])}
      />
      {others.map(([name, values]) => (
        <button
          key={name}
          type="button"
          class="token other"
          aria-label={`Without ${name} ${values.map(said).join(" or ")}`}
          onClick={() => set(name, [])}
        >
          {name.replaceAll("_", " ")} {values.map(said).join(" or ")} <span aria-hidden="true">×</span>
        </button>
      ))}
    </fieldset>
  );
}

function filtersOf(url: string): Filters {
  return fromParameters(new URL(url, location.href).searchParams);
}

function Day(given: { label: string; value: string; onChange: (values: string[]) => void }) {
  const [text, setText] = useState(given.value);
  const [of, setOf] = useState(given.value);
  if (of !== given.value) {
    setOf(given.value);
    setText(given.value);
  }
  return (
    <label class="part">
      <span class="caption">{given.label}</span>
      <input
        type="date"
        value={text}
        onChange={({ currentTarget: { value } }) => {
          setText(value);
          if (!value || value >= EARLIEST) given.onChange(value ? [value] : []);
        }}
      />
    </label>
  );
}

interface ChoiceGiven {
  label: string;
  choices: readonly { value: string; label: string }[];
  /** What is in force; undefined while only the service knows. */
  values: readonly string[] | undefined;
  onChange: (value: string) => void;
}

function Choice({ label, choices, values, onChange }: ChoiceGiven) {
  const inForce = values?.join(" or ") ?? choices[0]?.value;
  return (
    <label class="part">
      <span class="caption">{label}</span>
      <select value={inForce} onChange={({ currentTarget: { value } }) => onChange(value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
        {choices.some(({ value }) => value === inForce) ? null : (
          <option value={inForce} disabled>
            {inForce}
          </option>
        )}
      </select>
    </label>
  );
}
