import assert from "node:assert/strict";
import test from "node:test";
import type { Event } from "../src/service/shapes.ts";
import { endsOf, isCounted } from "../src/state/folding.ts";

const event = (source: string, target: string) =>
  ({ source: { id: source }, target: { id: target } }) as Event;
const usaAndIran = { kind: "relation", source: "USA", relation: "ATTACK", target: "IRN" } as const;

test("a military is counted as its country, at the level of states", () => {
  assert.deepEqual(endsOf(event("USA-MIL", "IRN"), {}), ["USA", "IRN"]);
  assert.deepEqual(endsOf(event("USA-MIL", "IRN"), { level: ["actor"] }), ["USA-MIL", "IRN"]);
  assert.deepEqual(endsOf(event("EGY-MIL", "EGY"), { level: ["state"] }), ["EGY-MIL", "EGY"]);
  assert.deepEqual(endsOf(event("USA-OPP", "IRN-REB"), {}), ["USA-OPP", "IRN-REB"]);
});

test("an event is counted in the one row that it is part of", () => {
  assert.ok(isCounted(event("USA-MIL", "IRN"), { level: ["state"] }, usaAndIran));
  assert.ok(!isCounted(event("USA-MIL", "IRN"), { level: ["actor"] }, usaAndIran));
  assert.ok(!isCounted(event("IRN", "USA"), {}, usaAndIran));
  assert.ok(isCounted(event("IRN", "USA-MIL"), {}, { kind: "actor", id: "USA" }));
});

test("what a hidden actor has part in is not counted", () => {
  const iran = { kind: "actor", id: "IRN" } as const;
  assert.ok(isCounted(event("USA", "IRN"), {}, iran, ["RUS"]));
  assert.ok(!isCounted(event("USA", "IRN"), {}, iran, ["USA"]));
  assert.ok(!isCounted(event("USA-MIL", "IRN"), { level: ["state"] }, iran, ["USA"]));
});
