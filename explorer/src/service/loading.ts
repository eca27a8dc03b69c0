/** Answers that follow the view: asked for again whenever what they depend on changes. */

import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import { Problem } from "./client.ts";

/** An answer on its way. `value` is the last one that came, kept on screen until the next is there. */
export interface Loading<Answer> {
  readonly value: Answer | null;
  readonly problem: Problem | null;
  readonly pending: boolean;
}

const all = signal<readonly ReadonlySignal<Loading<unknown>>[]>([]);

/** Whether any answer is on its way. */
export const busy = computed(() => all.value.some((state) => state.value.pending));

const changes = signal(0);

/** Ask again for all that is on screen: the graph has changed. */
export function askAgain(): void {
  changes.value += 1;
}

/** Ask whenever a signal that `ask` reads changes, or the graph; an answer that comes too late is dropped. */
export function following<Answer>(
  ask: (abort: AbortSignal) => Promise<Answer> | null,
): ReadonlySignal<Loading<Answer>> {
  const state = signal<Loading<Answer>>({ value: null, problem: null, pending: true });
  all.value = [...all.value, state];
  effect(() => {
    void changes.value;
    const aborting = new AbortController();
    const answer = ask(aborting.signal);
    if (answer === null) {
      state.value = { value: null, problem: null, pending: false };
      return;
    }
    state.value = { ...state.peek(), pending: true };
    answer.then(
      (value) => {
        if (!aborting.signal.aborted) state.value = { value, problem: null, pending: false };
      },
      (error: unknown) => {
        if (aborting.signal.aborted) return;
        if (!(error instanceof Problem)) throw error;
        state.value = { value: null, problem: error, pending: false };
      },
    );
    return () => aborting.abort();
  });
  return state;
}
