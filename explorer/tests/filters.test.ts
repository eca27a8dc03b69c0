import assert from "node:assert/strict";
import test from "node:test";
import {
  conditionsOf,
  fromParameters,
  ofActor,
  ofPeriod,
  ofRelation,
  toParameters,
  understood,
  withValues,
} from "../src/state/filters.ts";

const filters = { between: ["USA,IRN"], relation: ["MEET"], since: ["2015-01-01"] };

test("filters travel through an address, and what is no filter stays behind", () => {
  const parameters = toParameters(filters);
  parameters.set("cursor", "x");
  assert.deepEqual(fromParameters(parameters), filters);
});

test("a filter without values is gone", () => {
  assert.deepEqual(withValues(filters, "since", []), { between: ["USA,IRN"], relation: ["MEET"] });
});

test("filters as the service understood them, defaults too, are filters again", () => {
  const query = {
    between: [["USA", "IRN"]],
    since: "2015-01-01",
    negated: false,
    modality: ["actual", "planned"],
    min_confidence: 0.5,
    level: "state",
  };
  assert.deepEqual(understood(query), {
    between: ["USA,IRN"],
    since: ["2015-01-01"],
    negated: ["false"],
    modality: ["actual", "planned"],
    min_confidence: ["0.5"],
    level: ["state"],
  });
  assert.deepEqual(understood({ modality: "any", negated: "any" }), { negated: ["any"], modality: ["any"] });
});

test("the events of a relation are those of its two ends, within the rest of the question", () => {
  const within = { ...filters, actor: ["USA"], plover: ["CONSULT"] };
  assert.deepEqual(ofRelation(within, { source: "USA", relation: "MEET", target: "IRN" }), {
    ...{ since: ["2015-01-01"], plover: ["CONSULT"] },
    ...{ source: ["USA"], relation: ["MEET"], target: ["IRN"] },
  });
});

test("the events of an actor are those that the question has of it", () => {
  assert.deepEqual(ofActor(filters, "IRN"), { ...filters, actor: ["IRN"] });
  assert.equal(ofActor(filters, "ISR"), null);
  assert.deepEqual(ofActor({ source: ["FRA"] }, "ISR"), { source: ["FRA"], actor: ["ISR"] });
});

test("an actor beside those that were asked for has what it shares with them", () => {
  const ofIran = { actor: ["IRN", "SYR"], since: ["2015-01-01"] };
  assert.deepEqual(ofActor(ofIran, "IRN"), { ...ofIran, actor: ["IRN"] });
  assert.deepEqual(ofActor(ofIran, "ISR"), { since: ["2015-01-01"], between: ["IRN,ISR", "SYR,ISR"] });
  const both = { actor: ["IRN"], between: ["USA,IRN", "USA,ISR"] };
  assert.deepEqual(ofActor(both, "USA"), { between: ["USA,IRN"] });
});

test("the events of some days are those that are days of the question too", () => {
  assert.deepEqual(ofPeriod(filters, "2016-01-01", "2017-01-01"), {
    ...filters,
    since: ["2016-01-01"],
    until: ["2017-01-01"],
  });
  const spring = { since: ["2022-03-15"], until: ["2022-06-01"] };
  assert.deepEqual(ofPeriod(spring, "2022-03-01", "2022-04-01"), {
    since: ["2022-03-15"],
    until: ["2022-04-01"],
  });
  assert.equal(ofPeriod(spring, "2022-07-01", "2022-08-01"), null);
});

test("whoever acts and whatever is done, the same conditions hold", () => {
  const narrow = {
    ...filters,
    code: ["FRA"],
    person: ["joe-biden"],
    content: ["SANCTION"],
    modality: ["any"],
  };
  assert.deepEqual(conditionsOf(narrow), { since: ["2015-01-01"], modality: ["any"] });
});
