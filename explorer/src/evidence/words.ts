/** An event's fields as a person would say them. */

import type { Event, Party } from "../service/shapes.ts";

/** Everything that qualifies an event: whether it happened, whether it is denied, who says so. */
export function qualified(event: Event): string[] {
  const words: string[] = [];
  if (event.modality === "planned") words.push("planned: it is to happen");
  if (event.modality === "possible") words.push("possible: it might happen or have happened");
  if (event.negated) words.push("negated: the text says that it did not happen");
  if (event.reciprocal) words.push("mutual: both do it to each other");
  if (event.content) words.push(`about ${event.content.toLowerCase().replaceAll("_", " ")}`);
  const { attributed_to: speaker } = event;
  if (speaker)
    words.push(`says ${called(speaker)}${speaker.via ? `, by way of ${called(speaker.via)}` : ""}`);
  return words;
}

/** An actor, and the person who acts for it. */
export function called(party: Party): string {
  return party.person ? `${party.name} (${party.person.name})` : party.name;
}

/** When an event happened, where its text says so, else when it was published. */
export function when({ date, date_granularity, published }: Event): string {
  if (date) return date.slice(0, { year: 4, month: 7, day: 10 }[date_granularity ?? "day"]);
  return published ? `published ${published.slice(0, 10)}` : "undated";
}

const WAYS: Record<string, string> = {
  name: "by name",
  coreference: "by a word that points back to it",
  metonym: "by what stands for it",
  role: "by a role",
};

/** Why the extractor read a sentence as it did, a line for each decision. */
export function why({ why, source, target, trigger, confidence }: Event): string[] {
  return [
    `“${trigger.text}” is read by the frame ${why.frame}`,
    `its ends are found by the rule ${why.rule}`,
    `source: ${source.mention ? `“${source.mention.text}”` : "implied"}, ${WAYS[why.source] ?? why.source}`,
    `target: ${target.mention ? `“${target.mention.text}”` : "implied"}, ${WAYS[why.target] ?? why.target}`,
    `right in about ${Math.round(confidence * 100)} of 100 such cases`,
  ];
}
