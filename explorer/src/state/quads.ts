/** Whether relations are said or done, cooperation or conflict. */

import type { Filters } from "./view.ts";

/**
 * The quad class of a row's events. Where only plans are asked for, PLOVER counts them as words: who will send arms
 * agrees, who will bomb threatens, and who will not cooperate rejects (`coded_type` in graph/model.py).
 */
export function quadOf(own: string, { modality, negated }: Filters): string {
  if (modality?.join() !== "planned") return own;
  if (negated?.join() !== "true") return own.replace("material", "verbal");
  return own.endsWith("cooperation") ? "verbal conflict" : own;
}
