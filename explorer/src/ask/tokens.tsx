/** A filter with several values: those that are chosen, each to be taken away, and a field that adds one. */

import { useState } from "preact/hooks";
import { Combobox, type Suggestion } from "./combobox.tsx";

interface Given {
  label: string;
  /** What the field says while nothing is chosen. */
  empty: string;
  values: readonly string[];
  nameOf: (value: string) => string;
  suggest: (text: string) => Promise<Suggestion[]>;
  onChange: (values: readonly string[]) => void;
}

export function Tokens({ label, empty, values, nameOf, suggest, onChange }: Given) {
  const [text, setText] = useState("");
  const add = (value: string) => {
    setText("");
    if (value.trim() && !values.includes(value)) onChange([...values, value.trim()]);
  };
  return (
    <form
      class="tokens"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        add(text);
      }}
    >
      <span class="caption">{label}</span>
      {values.map((value) => (
        <button
          key={value}
          type="button"
          class="token"
          aria-label={`${label}: without ${nameOf(value)}`}
          onClick={({ currentTarget }) => {
            currentTarget.form?.querySelector("input")?.focus(); // this button will be gone
            onChange(values.filter((other) => other !== value));
          }}
        >
          {nameOf(value)} <span aria-hidden="true">×</span>
        </button>
      ))}
      <Combobox
        label={`${label}: add`}
        value={text}
        placeholder={values.length ? "or …" : empty}
        suggest={suggest}
        onInput={setText}
        onTake={({ value }) => add(value)}
      />
    </form>
  );
}
