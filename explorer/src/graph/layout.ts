/** Asks the layout worker for places. */

export type Place = readonly [number, number];

export interface Scattered {
  /** `stays`: it is not moved from where it is. */
  actors: { id: string; at: Place | null; stays: boolean }[];
  pairs: [string, string][];
  /** Whether the drawing is higher than wide. */
  isTall: boolean;
}

export interface LayoutRequest extends Scattered {
  turn: number;
}

export interface LayoutAnswer {
  turn: number;
  places: [string, Place][];
}

export class Layout {
  readonly #worker = new Worker("/web/explorer/layout.worker.js");
  #turn = 0;
  #looked: string | null = null; // what places are being found for

  /** Calls back with a place for each actor, unless a later request came before. */
  constructor(placed: (places: Map<string, Place>) => void) {
    this.#worker.addEventListener("message", ({ data }: MessageEvent<LayoutAnswer>) => {
      if (data.turn !== this.#turn) return;
      this.#looked = null;
      placed(new Map(data.places));
    });
    this.#worker.addEventListener("error", ({ message }) => {
      console.error(`no places found: ${message}`);
      this.#looked = null;
      placed(new Map());
    });
  }

  find(wanted: Scattered): void {
    const looked = JSON.stringify(wanted);
    if (looked === this.#looked) return; // it is on its way
    this.#looked = looked;
    this.#turn += 1;
    this.#worker.postMessage({ ...wanted, turn: this.#turn } satisfies LayoutRequest);
  }
}
