/** Saving files from here: what is on screen, and what a link leads to where no link can carry the key. */

import { request } from "../service/client.ts";

const KEPT = 60_000; // milliseconds after which a browser surely has begun to save

export function save(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
}

/** Fetch with the key, and save under the name that the server gives. Throws Problem. */
export async function saveWithKey(path: string): Promise<void> {
  const response = await request(path, { headers: { Accept: "*/*" } });
  const named = /filename="([^"]+)"/.exec(response.headers.get("Content-Disposition") ?? "");
  save(await response.blob(), named?.[1] ?? "gkg");
}
