import assert from "node:assert/strict";
import test from "node:test";
import { fromParameters, narrowed, toParameters, withValues } from "../src/state/filters.ts";

const filters = { between: ["USA,IRN"], relation: ["MEET"], since: ["2015-01-01"] };

test("filters travel through an address, and what is no filter stays behind", () => {
  const parameters = toParameters(filters);
  parameters.set("cursor", "x");
  assert.deepEqual(fromParameters(parameters), filters);
});

test("a filter without values is gone", () => {
  assert.deepEqual(withValues(filters, "since", []), { between: ["USA,IRN"], relation: ["MEET"] });
});

test("the evidence of a relation is that of its two ends, within the rest of the question", () => {
  const selection = { kind: "relation", source: "USA", relation: "MEET", target: "IRN" } as const;
  assert.deepEqual(narrowed(filters, selection), {
    since: ["2015-01-01"],
    source: ["USA"],
    relation: ["MEET"],
    target: ["IRN"],
  });
});

test("the evidence of an actor is what the answer has of it, of an expanded one all", () => {
  const selection = { kind: "actor", id: "IRN" } as const;
  assert.deepEqual(narrowed(filters, selection), { ...filters, actor: ["IRN"] });
  assert.deepEqual(narrowed(filters, selection, ["IRN"]), { since: ["2015-01-01"], actor: ["IRN"] });
});

test("the evidence of a period is the answer's within its days", () => {
  const selection = { kind: "period", since: "2016-01-01", until: "2017-01-01" } as const;
  assert.deepEqual(narrowed(filters, selection), {
    ...filters,
    since: ["2016-01-01"],
    until: ["2017-01-01"],
  });
});
