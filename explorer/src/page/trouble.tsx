/** What went wrong with the question, and what may mend it. */

import { UNREACHED } from "../service/client.ts";
import { answer } from "../state/answer.ts";
import { change, view } from "../state/history.ts";
import { fresh, type View } from "../state/view.ts";

export function Trouble() {
  const { problem } = answer.value;
  if (!problem) return null;
  const { detail, status, said } = problem;
  const { candidates = [], near = [], questions = [] } = said;
  const mends = [
    ...candidates.map(({ id, name }) => ({ label: `${name} (${id})`, asked: instead(said.value, id) })),
    ...near.map((name) => ({ label: name, asked: instead(said.value, name) })),
    ...questions.map((question) => ({ label: question, asked: { question } })),
  ];
  return (
    <div class="trouble" role="alert">
      <p>{detail}</p>
      {mends.length ? (
        <p>
          Ask instead{" "}
          {mends.map(({ label, asked }) => (
            <button key={label} type="button" class="link" onClick={() => change(fresh(asked))}>
              {label}
            </button>
          ))}
        </p>
      ) : null}
      {status === UNREACHED || status >= 500 ? (
        <button type="button" onClick={() => location.reload()}>
          Try again
        </button>
      ) : null}
    </div>
  );
}

/** What was asked, with another name in place of the one that is wrong. */
function instead(wrong: string | undefined, name: string): View["asked"] {
  const { asked } = view.value;
  if (wrong === undefined) return asked;
  if ("question" in asked) return { question: asked.question.replace(wrong, name) };
  const corrected = Object.entries(asked.filters).map(([filter, values]) => [
    filter,
    values.map((value) => (value === wrong ? name : value)),
  ]);
  return { filters: Object.fromEntries(corrected) };
}
