/** Answers that follow the view: asked for again whenever what they depend on changes. */

import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import { Problem, UNREACHED } from "./client.ts";

/** An answer on its way. `value` is the last one about the same thing, kept on screen until the next is there. */
export interface Loading<Answer> {
  readonly value: Answer | null;
  readonly problem: Problem | null;
  readonly pending: boolean;
}

/** A question put to the service, and what it is about: what was answered about anything else is taken off. */
export interface Asking<Answer> {
  about: unknown;
  answer: Promise<Answer>;
}

const all = signal<readonly ReadonlySignal<Loading<unknown>>[]>([]);

/** Whether any answer is on its way. */
export const busy = computed(() => all.value.some((state) => state.value.pending));

const changes = signal(0);

/** Ask again for all that is on screen: the graph has changed, or a server is back. */
export function askAgain(): void {
  changes.value += 1;
}

/** Ask whenever a signal that `ask` reads changes, or the graph; an answer that comes too late is dropped. */
export function following<Answer>(
  ask: (abort: AbortSignal) => Asking<Answer> | null,
): ReadonlySignal<Loading<Answer>> {
  const state = signal<Loading<Answer>>({ value: null, problem: null, pending: true });
  let last: unknown = null;
  all.value = [...all.value, state];
  effect(() => {
    void changes.value;
    const aborting = new AbortController();
    const asking = ask(aborting.signal);
    const kept = asking && asking.about === last ? state.peek().value : null;
    last = asking?.about ?? null;
    state.value = { value: kept, problem: null, pending: asking !== null };
    asking?.answer.then(
      (value) => {
        if (!aborting.signal.aborted) state.value = { value, problem: null, pending: false };
      },
      (error: unknown) => {
        if (aborting.signal.aborted) return;
        const problem = asProblem(error);
        const value = problem.status === UNREACHED ? kept : null; // a lost connection makes no answer wrong
        state.value = { value, problem, pending: false };
      },
    );
    return () => aborting.abort();
  });
  return state;
}

/** What went wrong here and not in the service is told as well, instead of being waited for. */
function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  console.error(error);
  return new Problem(0, "Something is wrong in this page; the browser's console says what.");
}
