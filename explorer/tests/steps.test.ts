import assert from "node:assert/strict";
import test from "node:test";
import { allSteps, inWords, nextStep, stretchInWords } from "../src/timeline/steps.ts";

test("steps follow the calendar", () => {
  assert.equal(nextStep("2024-02-28", "day"), "2024-02-29");
  assert.equal(nextStep("2024-12-30", "week"), "2025-01-06");
  assert.equal(nextStep("2024-12-01", "month"), "2025-01-01");
  assert.equal(nextStep("1999-01-01", "year"), "2000-01-01");
});

test("steps without events are among them", () => {
  assert.deepEqual(allSteps("2023-11-01", "2024-02-01", "month"), [
    ...["2023-11-01", "2023-12-01", "2024-01-01", "2024-02-01"],
  ]);
  assert.deepEqual(allSteps("2024-01-01", "2024-01-01", "year"), ["2024-01-01"]);
});

test("steps have names", () => {
  assert.equal(inWords("2024-03-01", "year"), "2024");
  assert.equal(inWords("2024-03-01", "month"), "March 2024");
  assert.equal(inWords("2024-03-05", "week"), "week of 5 March 2024");
});

test("a whole year, month or day is called by its name, other days by both ends", () => {
  assert.equal(stretchInWords("1956-01-01", "1957-01-01"), "1956");
  assert.equal(stretchInWords("2024-03-01", "2024-04-01"), "March 2024");
  assert.equal(stretchInWords("2024-12-31", "2025-01-01"), "31 December 2024");
  assert.equal(stretchInWords("2024-03-05", "2024-04-01"), "2024-03-05 to before 2024-04-01");
});
