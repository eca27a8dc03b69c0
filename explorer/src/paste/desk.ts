/**
 * The article that somebody reads here before it is stored. It is a signal of its own and no part of the view: a text
 * is too long for an address, and neither Undo nor the browser's way back may take it from who is at work on it.
 */

import { computed, signal } from "@preact/signals";
import { Problem, post } from "../service/client.ts";
import { askAgain } from "../service/loading.ts";
import type { Event, Extracted, Outcome, Outcomes } from "../service/shapes.ts";
import { change } from "../state/history.ts";
import { fresh } from "../state/view.ts";
import { articleOf, type Draft, EMPTY, filtersOf } from "./draft.ts";
import { inOrder } from "./marked.ts";

export interface Desk {
  readonly open: boolean;
  readonly draft: Draft;
  /** Grows whenever a text comes from elsewhere than the keyboard. */
  readonly arrivals: number;
  /** The events of the draft, in the order of the text; null while it is being written. */
  readonly events: readonly Event[] | null;
  /** The id of the event that is looked at. */
  readonly chosen: string | null;
  /** What became of it; null while nothing is stored. */
  readonly outcome: Outcome | null;
  readonly pending: "reading" | "storing" | null;
  /** What went wrong, in a sentence. */
  readonly problem: string | null;
}

const CLEAR: Desk = {
  open: false,
  draft: EMPTY,
  arrivals: 0,
  events: null,
  chosen: null,
  outcome: null,
  pending: null,
  problem: null,
};

const now = signal<Desk>(CLEAR);
let running = new AbortController();

export const desk = computed(() => now.value);

/** Open the panel, or fold it away with all that is in it. */
export function toggle(): void {
  set({ open: !now.value.open });
}

/** Forget the article and close. */
export function discard(): void {
  if (now.value.pending === "storing") return; // what is being stored stays on screen
  running.abort();
  now.value = CLEAR;
}

/** Begin with another one. */
export function another(): void {
  discard();
  toggle();
}

export function write(part: Partial<Draft>): void {
  set({ draft: { ...now.value.draft, ...part }, problem: null });
}

/** Take a text that was dropped or chosen in place of the one that is there. */
export function arrive(text: string): void {
  const { draft, arrivals, pending } = now.value;
  if (pending === "storing") return;
  running.abort();
  const particulars = draft.text.trim() ? EMPTY : draft;
  now.value = { ...CLEAR, open: true, draft: { ...particulars, text }, arrivals: arrivals + 1 };
}

/** Say what is wrong with something that was dropped or chosen. */
export function refuse(problem: string): void {
  set({ open: true, problem });
}

/** Find the events of the draft; nothing is stored. */
export function read(): Promise<void> {
  return send<Extracted>("reading", "/v1/extract", ({ events }) => ({
    events: inOrder(events),
    chosen: null,
  }));
}

/** Do not wait for the answer any more. */
export function stop(): void {
  running.abort();
  set({ pending: null });
}

/** Back to the text as it was given. */
export function rewrite(): void {
  if (now.value.pending) return;
  set({ events: null, chosen: null, outcome: null, problem: null });
}

export function choose(id: string | null): void {
  set({ chosen: id });
}

/** Store the article with its events; all that is on screen is asked for again. */
export function store(): Promise<void> {
  return send<Outcomes>("storing", "/v1/articles", ({ articles: [outcome] }) => {
    if (!outcome || outcome.outcome === "rejected") {
      return { problem: outcome?.reason ?? "The server did not say what became of it." };
    }
    if (outcome.outcome !== "unchanged") askAgain();
    return { outcome };
  });
}

/** Ask the graph for what this article tells, and close. */
export function showInGraph(): void {
  const { outcome, events } = now.value;
  if (outcome) change(fresh({ filters: filtersOf(outcome.article, events ?? []) }));
  discard();
}

function set(part: Partial<Desk>): void {
  now.value = { ...now.value, ...part };
}

async function send<Answer>(
  pending: "reading" | "storing",
  path: string,
  then: (answer: Answer) => Partial<Desk>,
): Promise<void> {
  if (now.value.pending) return;
  running = new AbortController();
  const { signal: abort } = running;
  set({ pending, problem: null });
  try {
    const answer = await post<Answer>(path, articleOf(now.value.draft), abort);
    if (!abort.aborted) set({ ...then(answer), pending: null });
  } catch (error) {
    if (abort.aborted) return;
    set({ pending: null });
    if (!(error instanceof Problem)) throw error;
    set({ problem: error.detail });
  }
}
