/** The article as it is written, pasted, dropped or chosen. */

import { useEffect, useId, useRef } from "preact/hooks";
import { desk, discard, read, write } from "./desk.ts";
import { take } from "./dropping.ts";
import { ENDINGS } from "./file.ts";
import { Said } from "./said.tsx";

export function Writing() {
  const help = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const { draft, pending } = desk.value;
  const isBusy = pending !== null;
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(0, 0); // a text that was dropped is seen from its beginning
  }, []);
  useEffect(() => {
    if (!isBusy && document.activeElement === document.body) field.current?.focus(); // Stop is gone
  }, [isBusy]);
  return (
    <form
      class="writing"
      aria-label="Article"
      onSubmit={(event) => {
        event.preventDefault();
        read();
      }}
    >
      <h2>Read an article</h2>
      <p id={help} class="empty">
        Its events are marked in the text. Nothing is stored until you say so.
      </p>
      <label>
        <span class="caption">Text: paste it, or drop a file ({ENDINGS.join(", ")})</span>
        <textarea
          ref={field}
          rows={9}
          required
          readOnly={isBusy}
          aria-describedby={help}
          placeholder="France condemned Russia on Monday. …"
          value={draft.text}
          onInput={({ currentTarget: { value } }) => write({ text: value })}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey))
              event.currentTarget.form?.requestSubmit();
          }}
        />
      </label>
      <div class="particulars">
        <label>
          <span class="caption">Title (optional)</span>
          <input
            type="text"
            readOnly={isBusy}
            value={draft.title}
            onInput={({ currentTarget: { value } }) => write({ title: value })}
          />
        </label>
        <label>
          <span class="caption">Published (optional)</span>
          <input
            type="date"
            readOnly={isBusy}
            value={draft.published}
            onInput={({ currentTarget: { value } }) => write({ published: value })}
          />
        </label>
        <label>
          <span class="caption">Link (optional)</span>
          <input
            type="url"
            placeholder="https://"
            readOnly={isBusy}
            value={draft.url}
            onInput={({ currentTarget: { value } }) => write({ url: value })}
          />
        </label>
      </div>
      <p class="steps">
        <button type="submit" aria-disabled={isBusy}>
          Read
        </button>
        <button type="button" onClick={() => chooser.current?.click()}>
          Choose a file
        </button>
        <input
          ref={chooser}
          type="file"
          hidden
          aria-label="File with an article"
          accept={[...ENDINGS, "text/plain"].join(",")}
          onChange={({ currentTarget: chosen }) => {
            take([...(chosen.files ?? [])]);
            chosen.value = ""; // the same file may be chosen again
          }}
        />
        <button type="button" onClick={discard}>
          Discard
        </button>
      </p>
      <Said />
    </form>
  );
}
