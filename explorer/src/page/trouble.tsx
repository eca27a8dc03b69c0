/** What went wrong with the question, and what may mend it. */

import { type Problem, UNREACHED } from "../service/client.ts";
import { askAgain } from "../service/loading.ts";
import { answer, vocabulary } from "../state/answer.ts";
import { ofPeriod } from "../state/emphasis.ts";
import { change, view } from "../state/history.ts";
import { expansions } from "../state/shown.ts";
import { selectedTimeline, timeline } from "../state/timeline.ts";
import { fresh, type View } from "../state/view.ts";

const BESIDES = [expansions, ofPeriod, timeline, selectedTimeline, vocabulary];

/** What went wrong with the question, or else with what is shown beside its answer. */
export function Trouble() {
  const { problem } = answer.value;
  const others = BESIDES.flatMap((state) => state.value.problem ?? []);
  const first = problem ?? others[0];
  if (!first) return null;
  return (
    <div class="trouble" role="alert">
      <p>{first.detail}</p>
      {problem ? <Mends problem={problem} /> : null}
      {first.status === UNREACHED || first.status === 429 || first.status >= 500 ? (
        <button type="button" onClick={askAgain}>
          Try again
        </button>
      ) : null}
    </div>
  );
}

/** What may be asked instead. */
function Mends({ problem: { said } }: { problem: Problem }) {
  const { candidates = [], near = [], questions = [] } = said;
  const mends = [
    ...candidates.map(({ id, name }) => ({ label: `${name} (${id})`, asked: instead(said.value, id) })),
    ...near.map((name) => ({ label: name, asked: instead(said.value, name) })),
    ...questions.map((question) => ({ label: question, asked: { question } })),
  ];
  if (!mends.length) return null;
  return (
    <p>
      Ask instead{" "}
      {mends.map(({ label, asked }) => (
        <button key={label} type="button" class="link" onClick={() => change(fresh(asked))}>
          {label}
        </button>
      ))}
    </p>
  );
}

/** What was asked, with another name in place of the one that is wrong. */
function instead(wrong: string | undefined, name: string): View["asked"] {
  const { asked } = view.value;
  if (wrong === undefined) return asked;
  if ("question" in asked) return { question: asked.question.replace(wrong, () => name) };
  const corrected = Object.entries(asked.filters).map(([filter, values]) => [
    filter,
    values.map((value) =>
      value
        .split(",")
        .map((part) => (part === wrong ? name : part))
        .join(","),
    ),
  ]);
  return { filters: Object.fromEntries(corrected) };
}
