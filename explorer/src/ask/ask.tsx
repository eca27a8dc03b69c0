/** The box for a question in words, with examples to click. */

import { useEffect, useId, useState } from "preact/hooks";
import { FIRST_QUESTION } from "../state/address.ts";
import { change, view } from "../state/history.ts";
import { fresh } from "../state/view.ts";
import { Combobox } from "./combobox.tsx";
import { ofQuestion } from "./completion.ts";

export const EXAMPLES = [
  FIRST_QUESTION,
  "what happened between North Korea and Russia",
  "who has sanctioned Russia since 2014",
];

export function Ask() {
  const help = useId();
  const { asked } = view.value;
  const [text, setText] = useState("question" in asked ? asked.question : "");
  useEffect(() => setText("question" in asked ? asked.question : ""), [asked]);
  const ask = (question: string) => {
    if (question.trim()) change(fresh({ question: question.trim() }));
  };
  return (
    <search class="ask">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          ask(text);
        }}
      >
        <Combobox
          label="Question"
          value={text}
          placeholder="who does what to whom?"
          describedBy={help}
          suggest={ofQuestion}
          onInput={setText}
          onTake={({ value }) => setText(value)}
        />
        <button type="submit">Ask</button>
      </form>
      <p id={help} class="examples">
        Such as{" "}
        {EXAMPLES.map((example) => (
          <button key={example} type="button" class="link" onClick={() => ask(example)}>
            {example}
          </button>
        ))}
      </p>
    </search>
  );
}
