/** What went wrong, and what is waited for; it stands beside the buttons that led to it. */

import { demanded } from "../service/key.ts";
import { desk, stop } from "./desk.ts";
import { waiting } from "./words.ts";

export function Said() {
  const { draft, pending, problem } = desk.value;
  return (
    <>
      {problem ? (
        <p class="wrong" role="alert">
          {problem}
        </p>
      ) : null}
      <p class="waiting" role="status">
        {pending ? (
          <>
            {demanded.value === null
              ? waiting(pending, draft.text.length)
              : "This server first asks for a key, above."}{" "}
            {pending === "reading" ? (
              <button type="button" class="link" onClick={stop}>
                Stop
              </button>
            ) : null}
          </>
        ) : null}
      </p>
    </>
  );
}
