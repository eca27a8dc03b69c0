import assert from "node:assert/strict";
import test from "node:test";
import { pieces } from "../src/evidence/marks.ts";

const texts = (text: string, from: number, marks: Parameters<typeof pieces>[2]) =>
  pieces(text, from, marks).map(({ text, kinds }) => [text, kinds.join("+")]);

test("marks are cut out of the sentence they stand in, by offsets into the article", () => {
  const marks = [
    { kind: "source", start: 110, end: 116 },
    { kind: "trigger", start: 117, end: 126 },
  ];
  assert.deepEqual(texts("Yesterday France condemned it.", 100, marks), [
    ["Yesterday ", ""],
    ["France", "source"],
    [" ", ""],
    ["condemned", "trigger"],
    [" it.", ""],
  ]);
});

test("offsets count code points, whatever JavaScript counts", () => {
  const marks = [{ kind: "target", start: 3, end: 7 }];
  assert.deepEqual(texts("😀 𝔛 Iran", 0, [{ kind: "target", start: 4, end: 8 }]), [
    ["😀 𝔛 ", ""],
    ["Iran", "target"],
  ]);
  assert.deepEqual(texts("🇫🇷 Iran", 0, marks), [
    ["🇫🇷 ", ""],
    ["Iran", "target"],
  ]);
});

test("a word that is source and target is both", () => {
  const marks = [
    { kind: "source", start: 0, end: 12 },
    { kind: "target", start: 0, end: 12 },
    { kind: "trigger", start: 13, end: 16 },
  ];
  assert.deepEqual(texts("Both nations met", 0, marks), [
    ["Both nations", "source+target"],
    [" ", ""],
    ["met", "trigger"],
  ]);
});

test("a mark that lies elsewhere marks nothing, and nothing of the text is lost", () => {
  const sentence = "He spoke.";
  const marked = pieces(sentence, 50, [{ kind: "source", start: 3, end: 9 }]);
  assert.equal(marked.map(({ text }) => text).join(""), sentence);
  assert.ok(marked.every(({ kinds }) => kinds.length === 0));
});
