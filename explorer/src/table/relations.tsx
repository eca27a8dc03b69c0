/** The same relations as a table: sorted by any column, each row and each actor to be selected. */

import { useEffect, useRef, useState } from "preact/hooks";
import { reveal } from "../page/reveal.ts";
import type { Named, Relation } from "../service/shapes.ts";
import { FIRST_ROWS } from "../state/answer.ts";
import { emphasised } from "../state/emphasis.ts";
import { change, view } from "../state/history.ts";
import { shown } from "../state/shown.ts";
import { keyOf, tripleOf } from "../state/triple.ts";
import { selecting } from "../state/view.ts";

interface Column {
  name: string;
  numeric: boolean;
  of: (relation: Relation) => string | number;
}

const COLUMNS: Column[] = [
  { name: "Source", numeric: false, of: ({ source }) => source.name },
  { name: "Relation", numeric: false, of: ({ relation }) => relation },
  { name: "Target", numeric: false, of: ({ target }) => target.name },
  { name: "Events", numeric: true, of: ({ events }) => events },
  { name: "Claimed", numeric: true, of: ({ claimed }) => claimed },
  { name: "Articles", numeric: true, of: ({ articles }) => articles },
  { name: "First", numeric: false, of: ({ first }) => first ?? "" },
  { name: "Last", numeric: false, of: ({ last }) => last ?? "" },
];

interface Order {
  column: Column;
  descending: boolean;
}

export function Table() {
  const box = useRef<HTMLDivElement>(null);
  const [order, setOrder] = useState<Order | null>(null); // as the service has them: strongest first
  const [isWhole, setWhole] = useState(false);
  const sorted = order ? shown.value.toSorted((one, other) => compared(one, other, order)) : shown.value;
  const selected = selectedKey();
  const rows = isWhole
    ? sorted
    : sorted.filter((relation, at) => at < FIRST_ROWS || keyOf(tripleOf(relation)) === selected);
  useEffect(() => reveal(box.current, "tr.selected"), [selected]);
  if (!shown.value.length) return null;
  const sortBy = (column: Column) =>
    setOrder({
      column,
      descending: order?.column === column ? !order.descending : column.numeric,
    });
  return (
    <section class="table" aria-label="Table">
      <div ref={box} class="scrolled" tabIndex={0} role="group" aria-label="Relations, scrolled">
        <table>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column.name} scope="col" class={kindOf(column)} aria-sort={direction(column, order)}>
                  <button type="button" onClick={() => sortBy(column)}>
                    {column.name}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((relation) => (
              <Row key={keyOf(tripleOf(relation))} relation={relation} selected={selected} />
            ))}
          </tbody>
        </table>
        {rows.length < sorted.length ? (
          <button type="button" class="link" onClick={() => setWhole(true)}>
            Show the other {sorted.length - rows.length} rows
          </button>
        ) : null}
      </div>
    </section>
  );
}

function Row({ relation, selected }: { relation: Relation; selected: string | null }) {
  const triple = tripleOf(relation);
  const key = keyOf(triple);
  const isSelected = key === selected;
  const kind = isSelected
    ? "selected"
    : emphasised.value?.has(key)
      ? "stands"
      : emphasised.value
        ? "fades"
        : "";
  const select = () => change(selecting(view.value, { kind: "relation", ...triple }));
  const { events, claimed, articles, first, last } = relation;
  return (
    <tr class={kind}>
      <td>
        <ActorButton actor={relation.source} />
      </td>
      <td class="relation">
        <button
          type="button"
          class="cell"
          aria-pressed={isSelected}
          aria-label={`Evidence: ${relation.source.name} ${relation.relation} ${relation.target.name}`}
          onClick={select}
        >
          {relation.relation}
        </button>
      </td>
      <td>
        <ActorButton actor={relation.target} />
      </td>
      <td class="number">{events}</td>
      <td class="number">{claimed}</td>
      <td class="number">{articles}</td>
      <td class="day">{first}</td>
      <td class="day">{last}</td>
    </tr>
  );
}

/** The key of the relation that is selected. */
function selectedKey(): string | null {
  const { selection } = view.value;
  return selection?.kind === "relation" ? keyOf(selection) : null;
}

function ActorButton({ actor }: { actor: Named }) {
  return (
    <button
      type="button"
      class="cell"
      onClick={() => change(selecting(view.value, { kind: "actor", id: actor.id }))}
    >
      {actor.name}
    </button>
  );
}

function compared(one: Relation, other: Relation, { column, descending }: Order): number {
  const [a, b] = [column.of(one), column.of(other)];
  const difference = typeof a === "number" ? a - Number(b) : a.localeCompare(String(b));
  return descending ? -difference : difference;
}

function direction(column: Column, order: Order | null): "ascending" | "descending" | "none" {
  if (order?.column !== column) return "none";
  return order.descending ? "descending" : "ascending";
}

function kindOf(column: Column): string {
  return column.numeric ? "number" : "";
}
