/** Asks for a key where the server demands one. */

import { useState } from "preact/hooks";
import { demanded, give } from "../service/key.ts";

export function Key() {
  const [text, setText] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);
  if (demanded.value === null) return null;
  return (
    <form
      class="key"
      aria-label="Key"
      onSubmit={(event) => {
        event.preventDefault();
        const problem = give(text);
        setWrong(problem);
        if (!problem) setText("");
      }}
    >
      <label>
        This server answers who has a key. It stays in this tab until you close it.
        <input
          type="password"
          autocomplete="off"
          spellcheck={false}
          required
          autofocus
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <button type="submit">Use this key</button>
      <p role="alert">{wrong ?? demanded.value}</p>
    </form>
  );
}
