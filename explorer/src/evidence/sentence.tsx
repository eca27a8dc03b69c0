/** A sentence with its source, trigger and target marked. */

import type { Event } from "../service/shapes.ts";
import { marksOf, pieces, ROLES } from "./marks.ts";

export function Sentence({ event }: { event: Event }) {
  const { sentence } = event;
  let at = 0;
  return (
    <blockquote>
      {pieces(sentence.text, sentence.start, marksOf(event)).map(({ text, kinds }) => {
        at += text.length;
        if (!kinds.length) return text;
        return (
          <mark key={at} class={kinds.join(" ")} title={kinds.map((kind) => ROLES[kind]).join(" and ")}>
            {text}
          </mark>
        );
      })}
    </blockquote>
  );
}
