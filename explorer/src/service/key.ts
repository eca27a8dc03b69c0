/** Where the server demands a key: kept as long as its tab, and shown by header, never in an address. */

import { signal } from "@preact/signals";

const KEPT = "gkg-key";

/** What the form that asks for a key says; null while nobody has to give one. */
export const demanded = signal<string | null>(null);
let waiting: { promise: Promise<void>; done: () => void } | null = null;

export function keyHeaders(): Record<string, string> {
  const key = sessionStorage.getItem(KEPT);
  return key ? { Authorization: `Bearer ${key}` } : {};
}

/** Whether links have to be fetched with a key, which no link can carry. */
export function hasKey(): boolean {
  return sessionStorage.getItem(KEPT) !== null;
}

/** Wait until somebody gives a key that is not the refused one. All who wait share one form. */
export function another(refused: string | undefined, why: string): Promise<void> {
  if (keyHeaders().Authorization !== refused) return Promise.resolve();
  sessionStorage.removeItem(KEPT);
  if (!waiting) {
    let done = () => {};
    const promise = new Promise<void>((resolve) => {
      done = resolve;
    });
    waiting = { promise, done };
    demanded.value = refused ? why : "";
  }
  return waiting.promise;
}

/** Take a key. Returns what is wrong with it, null where it can be sent. */
export function give(text: string): string | null {
  const key = text.trim();
  if (!/^[\x21-\x7e]+$/.test(key)) return "A key has letters, digits and signs only."; // no header carries others
  sessionStorage.setItem(KEPT, key);
  demanded.value = null;
  waiting?.done();
  waiting = null;
  return null;
}
