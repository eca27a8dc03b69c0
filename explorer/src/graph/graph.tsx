/** The panel with the drawing: its legend, its tools, and what of the answer is not in it. */

import { computed, effect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { counted } from "../page/counted.ts";
import { answer, filters, MOST_ROWS, vocabulary } from "../state/answer.ts";
import { emphasised } from "../state/emphasis.ts";
import { change, view } from "../state/history.ts";
import { expansions, incomplete, shown } from "../state/shown.ts";
import { pinning, selecting, showingAll, showingWhole } from "../state/view.ts";
import { save } from "../take/save.ts";
import { Drawing } from "./drawing.ts";
import { Legend } from "./legend.tsx";
import { PathFound } from "./path.tsx";

const STEP = 60; // pixels that an arrow key moves the drawing
const NEARER = 1.25;

export function Graph() {
  const canvas = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing | null>(null);
  useEffect(() => {
    if (!canvas.current) return;
    const made = start(canvas.current);
    drawing.current = made;
    const resized = new ResizeObserver(() => made.resize());
    resized.observe(canvas.current);
    return () => resized.disconnect();
  }, []);
  const pressed = (event: KeyboardEvent) => {
    const step = moves[event.key];
    if (!step || !drawing.current || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    step(drawing.current);
  };
  const actors = new Set(shown.value.flatMap(({ source, target }) => [source.id, target.id])).size;
  const hidden = view.value.hidden.length;
  return (
    <section class="graph" aria-label="Graph">
      <div class="tools">
        <button type="button" onClick={() => drawing.current?.fit()}>
          Fit
        </button>
        <button type="button" onClick={() => drawing.current?.picture().then((png) => save(png, "gkg.png"))}>
          PNG
        </button>
        {hidden ? (
          <button type="button" onClick={() => change(showingAll(view.value))}>
            Show {hidden} hidden
          </button>
        ) : null}
        <Legend />
      </div>
      <div
        class="canvas"
        tabIndex={0}
        role="group"
        aria-describedby="drawn"
        aria-label="Drawing"
        onKeyDown={pressed}
      >
        <div ref={canvas} class="drawing" aria-hidden="true" />
      </div>
      <p id="drawn" class="drawn">
        {counted(actors, "actor")}, {counted(shown.value.length, "relation")}; the table has them too.{" "}
        <Rest />
        {isMixed.value ? " " : ""}
        {isMixed.value ? (
          <>
            Acts that were done, are planned, may be or are denied look alike: Modality and Negation part
            them.
          </>
        ) : null}
      </p>
      <PathFound />
    </section>
  );
}

/** What there is that is not drawn. */
function Rest() {
  const { value } = answer.value;
  const ofActors = expansions.value.value?.truncated ? (
    <>Of an expanded actor the strongest are drawn. </>
  ) : null;
  if (!value?.truncated) return ofActors;
  if (value.relations.length >= MOST_ROWS) {
    return (
      <>Only the {MOST_ROWS} strongest are drawn: narrow the question, or take all of them away as a file.</>
    );
  }
  return (
    <>
      {ofActors}These are the strongest; there are more.{" "}
      <button type="button" class="link" onClick={() => change(showingWhole(view.value))}>
        Show up to {MOST_ROWS}
      </button>
    </>
  );
}

const moves: Record<string, (drawing: Drawing) => void> = {
  ArrowLeft: (drawing) => drawing.pan(STEP, 0),
  ArrowRight: (drawing) => drawing.pan(-STEP, 0),
  ArrowUp: (drawing) => drawing.pan(0, STEP),
  ArrowDown: (drawing) => drawing.pan(0, -STEP),
  "+": (drawing) => drawing.zoom(NEARER),
  "-": (drawing) => drawing.zoom(1 / NEARER),
  "0": (drawing) => drawing.fit(),
};

/** Whether acts of several modalities, or denied ones with others, are drawn together. */
const isMixed = computed(() => {
  const { modality = [], negated = [] } = filters.value ?? {};
  return modality.includes("any") || modality.length > 1 || negated.includes("any");
});

const pinned = computed(() => view.value.pinned);
const asked = computed(() => view.value.asked);

/** A drawing that follows what is shown and selected, and tells what is clicked. */
function start(container: HTMLElement): Drawing {
  const drawing = new Drawing(container, {
    relation: (source, relation, target) =>
      change(selecting(view.value, { kind: "relation", source, relation, target })),
    actor: (id) => change(selecting(view.value, { kind: "actor", id })),
    nothing: () => change(selecting(view.value, null)),
    moved: (id, x, y) => change(pinning(view.value, id, x, y)),
  });
  effect(() => {
    if (incomplete.value) return; // the same answers are to have the same places, in whatever order they come
    const quads = new Map(vocabulary.value.value?.relations.map(({ name, quad }) => [name, quad]));
    drawing.draw({ of: asked.value, relations: shown.value, quads, pinned: pinned.value });
  });
  effect(() => {
    const { selection } = view.value;
    drawing.emphasise({ keys: emphasised.value, actor: selection?.kind === "actor" ? selection.id : null });
  });
  return drawing;
}
