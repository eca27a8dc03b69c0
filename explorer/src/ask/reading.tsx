/** How the question was read, and each part of it to be changed. */

import type { Near } from "../service/shapes.ts";
import { answer, emptyGraph, names } from "../state/answer.ts";
import { fromParameters, withValues } from "../state/filters.ts";
import { change, view } from "../state/history.ts";
import { type Filters, filtering, fresh } from "../state/view.ts";
import { actors, relations, spoken } from "./completion.ts";
import { Tokens } from "./tokens.tsx";

const OWN_FIELDS = ["source", "relation", "target", "attributed_to", "since", "until", "modality", "negated"];
const DEFAULTS = ["level"]; // not worth a word while it is the usual one

const MODALITIES = [
  { value: "", label: "did (actual)", filters: [] },
  { value: "planned", label: "will or would (planned)", filters: ["planned"] },
  { value: "possible", label: "might (possible)", filters: ["possible"] },
  { value: "any", label: "did, will or might", filters: ["any"] },
];
const NEGATIONS = [
  { value: "", label: "happened", filters: [] },
  { value: "true", label: "denied or undone", filters: ["true"] },
  { value: "any", label: "either", filters: ["any"] },
];

export function Reading() {
  const { value, problem, pending } = answer.value;
  const { asked } = view.value;
  const filters = value?.filters ?? ("filters" in asked ? asked.filters : null);
  return (
    <section class="reading" aria-label="Reading">
      <p role="status">
        {pending
          ? "Asking …"
          : value?.reading
            ? `Read as: ${value.reading}.`
            : problem
              ? ""
              : "Asked by its parts."}
        {value && !pending && !value.relations.length ? " Nothing found." : ""}
        {value?.undated ? ` ${value.undated} events without a date are left out.` : ""}
      </p>
      {emptyGraph.value.value ? (
        <p class="empty">
          The graph is empty. Load articles with <code>gkg load</code>, or read one here.
        </p>
      ) : null}
      {value?.near.length ? <NearReadings near={value.near} /> : null}
      {filters ? <Parts filters={filters} /> : null}
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

/** Each part of the reading, to be changed. */
function Parts({ filters }: { filters: Filters }) {
  const set = (name: string, values: readonly string[]) =>
    change(filtering(view.value, withValues(filters, name, values)));
  const nameOf = (id: string) => names.value.get(id) ?? id;
  const said = (value: string) => value.split(",").map(nameOf).join(" and "); // only `between` has a comma
  const others = Object.entries(filters).filter(([name]) => ![...OWN_FIELDS, ...DEFAULTS].includes(name));
  return (
    <div class="parts">
      <Tokens
        label="Source"
        values={filters.source ?? []}
        nameOf={nameOf}
        suggest={actors}
        onChange={(values) => set("source", values)}
      />
      <Tokens
        label="Relation"
        values={filters.relation ?? []}
        nameOf={spoken}
        suggest={relations}
        onChange={(values) => set("relation", values)}
      />
      <Tokens
        label="Target"
        values={filters.target ?? []}
        nameOf={nameOf}
        suggest={actors}
        onChange={(values) => set("target", values)}
      />
      <Tokens
        label="Who says so"
        values={filters.attributed_to ?? []}
        nameOf={nameOf}
        suggest={actors}
        onChange={(values) => set("attributed_to", values)}
      />
      <Day label="From" value={filters.since?.[0]} onChange={(values) => set("since", values)} />
      <Day label="Before" value={filters.until?.[0]} onChange={(values) => set("until", values)} />
      <Choice
        label="Modality"
        choices={MODALITIES}
        values={filters.modality ?? []}
        onChange={(values) => set("modality", values)}
      />
      <Choice
        label="Negation"
        choices={NEGATIONS}
        values={filters.negated ?? []}
        onChange={(values) => set("negated", values)}
      />
      {others.map(([name, values]) => (
        <button
          key={name}
          type="button"
          class="token"
          aria-label={`Without ${name} ${values.map(said).join(" or ")}`}
          onClick={() => set(name, [])}
        >
          {name.replaceAll("_", " ")} {values.map(said).join(" or ")} <span aria-hidden="true">×</span>
        </button>
      ))}
    </div>
  );
}

function filtersOf(url: string): Filters {
  return fromParameters(new URL(url, location.href).searchParams);
}

function Day(given: { label: string; value: string | undefined; onChange: (values: string[]) => void }) {
  return (
    <label class="part">
      <span class="caption">{given.label}</span>
      <input
        type="date"
        value={given.value ?? ""}
        onChange={({ currentTarget: { value } }) => given.onChange(value ? [value] : [])}
      />
    </label>
  );
}

interface ChoiceGiven {
  label: string;
  choices: readonly { value: string; label: string; filters: readonly string[] }[];
  values: readonly string[];
  onChange: (values: readonly string[]) => void;
}

function Choice({ label, choices, values, onChange }: ChoiceGiven) {
  const now = choices.find(({ filters }) => filters.join() === values.join());
  return (
    <label class="part">
      <span class="caption">{label}</span>
      <select
        value={now?.value ?? "other"}
        onChange={({ currentTarget: { value } }) =>
          onChange(choices.find((choice) => choice.value === value)?.filters ?? [])
        }
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
        {now ? null : <option value="other">{values.join(" or ")}</option>}
      </select>
    </label>
  );
}
