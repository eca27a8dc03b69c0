/** What went wrong with the question, and what may mend it. */

import { UNREACHED } from "../service/client.ts";
import { answer } from "../state/answer.ts";
import { change, view } from "../state/history.ts";
import { fresh } from "../state/view.ts";

export function Trouble() {
  const { problem } = answer.value;
  if (!problem) return null;
  const { detail, candidates, near, value, status } = problem;
  const { asked } = view.value;
  const instead = (other: string) =>
    "question" in asked && value && asked.question.includes(value)
      ? asked.question.replace(value, other)
      : other;
  const mends = [
    ...candidates.map(({ id, name }) => ({ label: `${name} (${id})`, question: instead(id) })),
    ...near.map((other) => ({ label: other, question: instead(other) })),
  ];
  return (
    <div class="trouble" role="alert">
      <p>{detail}</p>
      {mends.length ? (
        <p>
          Ask instead{" "}
          {mends.map(({ label, question }) => (
            <button key={label} type="button" class="link" onClick={() => change(fresh({ question }))}>
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
