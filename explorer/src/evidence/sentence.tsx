/** A sentence with its source, trigger and target marked. */

import type { Event } from "../service/shapes.ts";
import { pieces } from "./marks.ts";

const NAMES: Record<string, string> = { source: "source", trigger: "what it does", target: "target" };

export function Sentence({ event }: { event: Event }) {
  const { sentence, source, trigger, target } = event;
  const spans = { source: source.mention, trigger, target: target.mention };
  const marks = Object.entries(spans).flatMap(([kind, span]) => (span ? [{ kind, ...span }] : []));
  let at = 0;
  return (
    <blockquote>
      {pieces(sentence.text, sentence.start, marks).map(({ text, kinds }) => {
        at += text.length;
        if (!kinds.length) return text;
        return (
          <mark key={at} class={kinds.join(" ")} title={kinds.map((kind) => NAMES[kind]).join(" and ")}>
            {text}
          </mark>
        );
      })}
    </blockquote>
  );
}
