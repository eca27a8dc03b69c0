/** Acts over time: a bar for each step; a click selects a step, dragging over several asks for those days only, by finer steps. */

import { useEffect, useRef, useState } from "preact/hooks";
import { counted } from "../page/counted.ts";
import type { Bucket } from "../service/shapes.ts";
import { filters, isStale } from "../state/answer.ts";
import { withValues } from "../state/filters.ts";
import { change, view } from "../state/history.ts";
import { selectedTimeline, timeline } from "../state/timeline.ts";
import { filtering, selecting } from "../state/view.ts";
import { allSteps, inWords, nextStep } from "./steps.ts";

const HEIGHT = 60; // units of the drawing; each bar is 10 wide
const WIDTH = 10;
const ROOM = 24; // bars; fewer do not grow beyond this

interface Bar {
  start: string;
  end: string;
  acts: number;
  selected: number;
}

/** A stretch of bars, from where it was begun to where it has come. */
type Stretch = readonly [number, number];

export function Timeline() {
  const { value } = timeline.value;
  const first = value?.timeline[0]?.start;
  const last = value?.timeline.at(-1)?.start;
  if (!value || !first || !last) return null;
  const acts = new Map(value.timeline.map(({ start, acts }) => [start, acts]));
  const selected = new Map(selectedTimeline.value.value?.timeline.map(({ start, acts }) => [start, acts]));
  const bars = allSteps(first, last, value.bucket).map((start) => ({
    start,
    end: nextStep(start, value.bucket),
    acts: acts.get(start) ?? 0,
    selected: selected.get(start) ?? 0,
  }));
  return (
    <Bars of={`${value.bucket} ${first} ${last}`} bars={bars} bucket={value.bucket} undated={value.undated} />
  );
}

interface Given {
  /** What the bars are for: with others the keyboard begins anew. */
  of: string;
  bars: Bar[];
  bucket: Bucket;
  undated: number;
}

function Bars({ of, bars, bucket, undated }: Given) {
  const picture = useRef<SVGSVGElement>(null);
  const [dragged, setDragged] = useState<Stretch | null>(null);
  const [at, setAt] = useState<Stretch>([0, 0]); // the bars that the keyboard is at
  useEffect(() => setAt([0, 0]), [of]);
  const room = Math.max(ROOM, bars.length);
  const most = Math.max(...bars.map(({ acts }) => acts));
  const { selection } = view.value;

  const isChosen = ({ start, end }: Bar) =>
    selection?.kind === "period" && start < selection.until && end > selection.since;
  const take = ([from, to]: Stretch) => {
    const [one, other] = [bars[Math.min(from, to)], bars[Math.max(from, to)]];
    if (!one || !other) return;
    if (from === to) {
      change(selecting(view.value, { kind: "period", since: one.start, until: one.end }));
    } else {
      narrow([one.start], [other.end]);
    }
  };
  const barAt = (event: PointerEvent) => {
    const box = picture.current?.getBoundingClientRect();
    if (!box) return 0;
    const share = (event.clientX - box.left) / box.width;
    return Math.max(0, Math.min(bars.length - 1, Math.floor(share * room)));
  };
  const pressed = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, Home: -bars.length, End: bars.length }[event.key];
    if (step) {
      event.preventDefault();
      const to = Math.max(0, Math.min(bars.length - 1, at[1] + step));
      setAt([event.shiftKey ? at[0] : to, to]);
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      take(at);
    }
  };
  const marked = dragged ?? at;
  const isMarked = (index: number) => index >= Math.min(...marked) && index <= Math.max(...marked);
  return (
    <section class="timeline" aria-label="Timeline">
      <div
        role="slider"
        tabIndex={0}
        aria-label="Acts over time; Enter selects, Shift with an arrow key takes several"
        aria-valuemin={0}
        aria-valuemax={bars.length - 1}
        aria-valuenow={at[1]}
        aria-valuetext={spoken(bars.slice(Math.min(...at), Math.max(...at) + 1), bucket)}
        onKeyDown={pressed}
      >
        <svg
          ref={picture}
          class={dragged ? "dragged" : ""}
          viewBox={`0 0 ${room * WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          aria-hidden="true"
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            setDragged([barAt(event), barAt(event)]);
          }}
          onPointerMove={(event) => {
            if (dragged) setDragged([dragged[0], barAt(event)]);
          }}
          onPointerUp={() => {
            if (!dragged) return;
            setDragged(null);
            setAt(dragged);
            take(dragged);
          }}
          onPointerCancel={() => setDragged(null)}
        >
          {bars.map((bar, index) => (
            <g key={bar.start}>
              <title>{`${inWords(bar.start, bucket)}: ${acts(bar.acts)}`}</title>
              <rect
                class={isChosen(bar) ? "slot chosen" : isMarked(index) ? "slot marked" : "slot"}
                x={index * WIDTH}
                width={WIDTH}
                height={HEIGHT}
              />
              <Column class="bar" index={index} share={bar.acts / most} />
              <Column class="bar selected" index={index} share={bar.selected / most} />
            </g>
          ))}
        </svg>
      </div>
      <p class="axis">
        <span>{bars[0] ? inWords(bars[0].start, bucket) : ""}</span>
        <span>
          at most {acts(most)} a {bucket}
          {undated ? `; ${counted(undated, "event")} without a day in no bar` : ""}
          {view.value.hidden.length ? "; hidden actors are counted" : ""}
          {hasDays() ? (
            <button type="button" class="link" onClick={() => narrow([], [])}>
              all days
            </button>
          ) : null}
        </span>
        <span>{bars.length > 1 ? inWords(bars.at(-1)?.start ?? "", bucket) : ""}</span>
      </p>
    </section>
  );
}

function Column(given: { class: string; index: number; share: number }) {
  const height = given.share > 0 ? Math.max(2, given.share * HEIGHT) : 0;
  return (
    <rect
      class={given.class}
      x={given.index * WIDTH + 1}
      width={WIDTH - 2}
      y={HEIGHT - height}
      height={height}
    />
  );
}

function acts(count: number): string {
  return counted(count, "act");
}

/** Some bars in words. */
function spoken(bars: readonly Bar[], bucket: Bucket): string {
  const [first, last] = [bars[0], bars.at(-1)];
  if (!first || !last) return "";
  const stretch = [first, last].map(({ start }) => inWords(start, bucket));
  const sum = (of: "acts" | "selected") => bars.reduce((total, bar) => total + bar[of], 0);
  const selected = sum("selected") ? `, ${sum("selected")} of them selected` : "";
  return `${first === last ? stretch[0] : stretch.join(" to ")}: ${acts(sum("acts"))}${selected}`;
}

function hasDays(): boolean {
  return Boolean(filters.value?.since ?? filters.value?.until);
}

/** Ask for these days only; none for all. */
function narrow(since: readonly string[], until: readonly string[]): void {
  if (!filters.value || isStale.value) return;
  change(filtering(view.value, withValues(withValues(filters.value, "since", since), "until", until)));
}
