/** A text field that completes: arrow keys choose, Enter takes, Escape closes (the ARIA pattern "combobox"). */

import { useId, useRef, useState } from "preact/hooks";

export interface Suggestion {
  value: string;
  label: string;
  hint: string;
}

interface Given {
  label: string;
  value: string;
  placeholder?: string;
  describedBy?: string;
  /** What may complete the text, soonest first. */
  suggest: (text: string) => Promise<Suggestion[]>;
  onInput: (text: string) => void;
  onTake: (suggestion: Suggestion) => void;
}

const PATIENCE = 120; // milliseconds without a keystroke before anybody is asked

export function Combobox({ label, value, placeholder, describedBy, suggest, onInput, onTake }: Given) {
  const id = useId();
  const [suggestions, setSuggestions] = useState<Suggestion[]>([]);
  const [at, setAt] = useState(-1);
  const turn = useRef(0);
  const field = useRef<HTMLInputElement>(null);

  const close = () => {
    turn.current += 1;
    setSuggestions([]);
    setAt(-1);
  };
  const take = (suggestion: Suggestion) => {
    close();
    onTake(suggestion);
    field.current?.focus();
  };
  const typed = (text: string) => {
    onInput(text);
    close(); // what completed another text completes this one no more
    const mine = turn.current;
    setTimeout(async () => {
      if (mine !== turn.current) return;
      const found = await suggest(text).catch(() => []); // without completion one can still type
      if (mine !== turn.current) return;
      setSuggestions(found);
      setAt(-1);
    }, PATIENCE);
  };
  const pressed = (event: KeyboardEvent) => {
    const count = suggestions.length;
    if (event.key === "Escape" && count) {
      event.preventDefault();
      close();
    } else if (event.key === "ArrowDown" && count) {
      event.preventDefault();
      setAt((at + 1) % count);
    } else if (event.key === "ArrowUp" && count) {
      event.preventDefault();
      setAt((at <= 0 ? count : at) - 1);
    } else if (event.key === "Enter" || event.key === "Tab") {
      const chosen = suggestions[at];
      if (!chosen) return close();
      event.preventDefault();
      take(chosen);
    }
  };

  return (
    <div class="combobox">
      <input
        ref={field}
        id={id}
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={suggestions.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
        aria-describedby={describedBy}
        autocomplete="off"
        spellcheck={false}
        maxLength={500}
        placeholder={placeholder}
        value={value}
        onInput={(event) => typed(event.currentTarget.value)}
        onKeyDown={pressed}
        onBlur={close}
      />
      <div id={`${id}-list`} role="listbox" aria-label={`${label}: suggestions`} hidden={!suggestions.length}>
        {suggestions.map((suggestion, index) => (
          <div
            key={suggestion.value}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onMouseDown={(event) => {
              event.preventDefault(); // the field keeps the focus
              take(suggestion);
            }}
          >
            {suggestion.label} <span class="hint">{suggestion.hint}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
