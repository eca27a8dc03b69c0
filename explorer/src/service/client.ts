/** Asks the HTTP API of the server that served this page. */

import { another, keyHeaders } from "./key.ts";

/** What the server refused (RFC 9457), or that it could not be reached. `detail` is a sentence for people. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    /** What the server says besides: the value that is wrong, and what may be meant instead. */
    readonly said: {
      value?: string;
      candidates?: { id: string; name: string }[];
      near?: string[];
      questions?: string[];
    } = {},
  ) {
    super(detail);
  }
}

export const UNREACHED = 0;

/** The answer to a GET, as JSON. Throws Problem. */
export async function get<Answer>(path: string, abort?: AbortSignal): Promise<Answer> {
  const response = await request(path, abort ? { signal: abort } : {});
  return unbroken<Answer>(() => response.json());
}

/** The answer to a POST of JSON. Throws Problem. */
export async function post<Answer>(path: string, body: unknown, abort?: AbortSignal): Promise<Answer> {
  const headers = { "Content-Type": "application/json" };
  const given = { method: "POST", body: JSON.stringify(body), headers };
  const response = await request(path, abort ? { ...given, signal: abort } : given);
  return unbroken<Answer>(() => response.json());
}

/** Any answer that is not an error. Where a key is demanded it waits until there is one. Throws Problem. */
export async function request(path: string, given: RequestInit = {}): Promise<Response> {
  for (;;) {
    const key = keyHeaders();
    const headers = { Accept: "application/json", ...given.headers, ...key };
    const response = await unbroken(() => fetch(path, { ...given, headers }));
    if (response.ok) return response;
    const problem = await problemOf(response);
    if (response.status !== 401) throw problem;
    await another(key.Authorization, problem.detail);
  }
}

/** What comes over the connection, if that holds: it may break in the middle of an answer too. */
async function unbroken<What>(receive: () => Promise<What>): Promise<What> {
  try {
    return await receive();
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Problem(
      UNREACHED,
      "The server does not answer. It may have been stopped, or the connection is gone.",
    );
  }
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    const said = await response.json();
    return new Problem(response.status, said.detail ?? response.statusText, said);
  } catch {
    return new Problem(response.status, `The server answered ${response.status} ${response.statusText}.`);
  }
}
