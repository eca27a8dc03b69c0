/** Articles that are dropped: a file anywhere on the page, text on the panel or its button. */

import { signal } from "@preact/signals";
import { arrive, refuse } from "./desk.ts";
import { NoText, textOf } from "./file.ts";

/** Whether something that could be read hangs over the page. */
export const hovering = signal(false);

/** Take the one file that was dropped or chosen. */
export async function take(files: readonly File[]): Promise<void> {
  try {
    arrive(await textOf(files));
  } catch (error) {
    if (!(error instanceof NoText)) throw error;
    refuse(error.message);
  }
}

/** Listen to what is dragged over the page. Returns what ends it. */
export function listen(): () => void {
  const ending = new AbortController();
  const { signal: over } = ending;
  addEventListener("dragover", dragged, { signal: over });
  addEventListener("drop", dropped, { signal: over });
  addEventListener("dragleave", left, { signal: over });
  return () => ending.abort();
}

function dragged(event: DragEvent): void {
  if (!canTake(event)) return;
  event.preventDefault(); // else the browser would leave the page for the file
  hovering.value = true;
}

function left(event: DragEvent): void {
  if (!event.relatedTarget) hovering.value = false;
}

function dropped(event: DragEvent): void {
  hovering.value = false;
  const carried = event.dataTransfer;
  if (!carried || !canTake(event)) return;
  event.preventDefault();
  if (carried.types.includes("Files")) take([...carried.files]);
  else arrive(carried.getData("text/plain"));
}

/** Files are taken everywhere, text where no field takes it by itself. */
function canTake({ dataTransfer, target }: DragEvent): boolean {
  if (!dataTransfer) return false;
  if (dataTransfer.types.includes("Files")) return true;
  if (!dataTransfer.types.includes("text/plain") || !(target instanceof Element)) return false;
  return target.closest(".paste, .read-article") !== null && !target.closest("input, textarea");
}
