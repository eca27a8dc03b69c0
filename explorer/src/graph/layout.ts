/** Asks the layout worker for places. */

export type Place = readonly [number, number];

export interface LayoutRequest {
  turn: number;
  /** `stays`: it is not moved from where it is. */
  actors: { id: string; at: Place | null; stays: boolean }[];
  pairs: [string, string][];
}

export interface LayoutAnswer {
  turn: number;
  places: [string, Place][];
}

export class Layout {
  readonly #worker = new Worker("/web/explorer/layout.worker.js");
  #turn = 0;

  /** Calls back with a place for each actor, unless a later request came before. */
  constructor(placed: (places: Map<string, Place>) => void) {
    this.#worker.addEventListener("message", ({ data }: MessageEvent<LayoutAnswer>) => {
      if (data.turn === this.#turn) placed(new Map(data.places));
    });
  }

  find(actors: LayoutRequest["actors"], pairs: LayoutRequest["pairs"]): void {
    this.#turn += 1;
    this.#worker.postMessage({ turn: this.#turn, actors, pairs } satisfies LayoutRequest);
  }
}
