import assert from "node:assert/strict";
import test from "node:test";
import { quadOf } from "../src/state/quads.ts";

const PLANS = { modality: ["planned"], negated: ["false"] };
const REFUSALS = { modality: ["planned"], negated: ["true"] };

test("a deed that is only planned is words", () => {
  assert.equal(quadOf("material conflict", PLANS), "verbal conflict");
  assert.equal(quadOf("material cooperation", PLANS), "verbal cooperation");
});

test("cooperation that is not to be is a rejection", () => {
  assert.equal(quadOf("material cooperation", REFUSALS), "verbal conflict");
  assert.equal(quadOf("material conflict", REFUSALS), "material conflict");
});

test("what was done, or may be of either kind, has its own quad class", () => {
  assert.equal(quadOf("material conflict", { modality: ["actual"] }), "material conflict");
  assert.equal(quadOf("material conflict", { modality: ["any"], negated: ["any"] }), "material conflict");
  assert.equal(quadOf("material conflict", {}), "material conflict");
});
