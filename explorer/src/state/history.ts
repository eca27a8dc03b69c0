/** The view that is on screen, and the way back to those before it. */

import { computed, signal } from "@preact/signals";
import { fromAddress, toAddress } from "./address.ts";
import type { View } from "./view.ts";

const KEPT = 100; // views that can be taken back

const now = signal<View>(fromAddress(location.search));
const before = signal<readonly View[]>([]);
const after = signal<readonly View[]>([]);

export const view = computed(() => now.value);
export const canUndo = computed(() => before.value.length > 0);
export const canRedo = computed(() => after.value.length > 0);

/** Show another view. What was asked before stays in the browser's own history too. */
export function change(next: View): void {
  if (toAddress(next) === toAddress(now.value)) return;
  if (toAddress({ ...next, selection: null }) === toAddress({ ...now.value, selection: null })) {
    show(next, false); // looking at something is nothing to take back
    return;
  }
  before.value = [...before.value.slice(-KEPT), now.value];
  after.value = [];
  show(next, next.asked !== now.value.asked);
}

export function undo(): void {
  const last = before.value.at(-1);
  if (!last) return;
  before.value = before.value.slice(0, -1);
  after.value = [now.value, ...after.value];
  show(last, last.asked !== now.value.asked);
}

export function redo(): void {
  const [next, ...others] = after.value;
  if (!next) return;
  after.value = others;
  before.value = [...before.value, now.value];
  show(next, next.asked !== now.value.asked);
}

function show(next: View, isNewQuestion: boolean): void {
  now.value = next;
  history[isNewQuestion ? "pushState" : "replaceState"](null, "", toAddress(next));
}

addEventListener("popstate", () => {
  now.value = fromAddress(location.search);
  before.value = [];
  after.value = [];
});
