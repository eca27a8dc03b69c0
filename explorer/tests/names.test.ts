import assert from "node:assert/strict";
import { test } from "node:test";
import { legible, shortened } from "../src/graph/names.ts";

const name = (id: string, x: number, y: number) => ({ id, x, y, width: 60, height: 14 });

test("of two names in one place the first is written", () => {
  assert.deepEqual(legible([name("a", 0, 0), name("b", 30, 5), name("c", 0, 20)]), new Set(["a", "c"]));
});

test("a name that is not written keeps none away", () => {
  assert.deepEqual(legible([name("a", 0, 0), name("b", 50, 0), name("c", 100, 0)]), new Set(["a", "c"]));
});

test("what must not be missed is written whatever it covers, and keeps others away", () => {
  const names = [name("a", 0, 0), name("b", 30, 5), name("c", 0, 20)];
  assert.deepEqual(legible(names, new Set(["b"])), new Set(["b", "c"]));
});

test("long names are cut between letters, not within them", () => {
  assert.equal(shortened("Palestine Liberation Organization"), "Palestine Liberation Or…");
  assert.equal(shortened("France"), "France");
  assert.equal(shortened("\u{1f600}".repeat(30)), `${"\u{1f600}".repeat(23)}…`);
});
