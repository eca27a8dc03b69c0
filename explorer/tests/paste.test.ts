/** What an article is sent as, which of its words are marked, and what the panel says. */

import assert from "node:assert/strict";
import test from "node:test";
import { type Mark, pieces } from "../src/evidence/marks.ts";
import { articleOf, EMPTY, filtersOf } from "../src/paste/draft.ts";
import { decoded, NoText, textOf } from "../src/paste/file.ts";
import { inOrder, marksIn, nextOf, stepped } from "../src/paste/marked.ts";
import { became, found } from "../src/paste/words.ts";
import type { Event, Outcome } from "../src/service/shapes.ts";

const TEXT = "\u{1F600} France and \u{1D538}\u{1D539} condemned Russia.";

function event(id: string, words: [string, string, string], given: Partial<Event> = {}): Event {
  const [source, trigger, target] = words.map((word) => {
    const start = Array.from(TEXT.slice(0, TEXT.indexOf(word))).length;
    return { text: word, start, end: start + Array.from(word).length };
  });
  const made = { id, field: "text", modality: "actual", negated: false, trigger, ...given };
  return { ...made, source: { mention: source }, target: { mention: target } } as unknown as Event;
}

const france = event("a1", ["France", "condemned", "Russia"]);
const letters = event("b2", ["\u{1D538}\u{1D539}", "condemned", "Russia"]);

test("the words that are marked are the events' own, also after letters of two units", () => {
  const cut = pieces(TEXT, 0, marksIn("text", [france, letters], "b2"));
  assert.equal(cut.map(({ text }) => text).join(""), TEXT);
  const marked = cut.filter(({ kinds }) => kinds.length);
  assert.deepEqual(marked, [
    { text: "\u{1D538}\u{1D539}", kinds: ["source"] },
    { text: "condemned", kinds: ["a1", "b2", "trigger"] },
    { text: "Russia", kinds: ["target"] },
  ]);
});

test("every piece has the marks that cover it, however they overlap", () => {
  const marks = Array.from({ length: 60 }, (_, i): Mark => {
    const start = (i * 7) % 25;
    return { kind: String(i), start: 100 + start, end: 100 + start + (i % 9) };
  });
  const text = "abcdefghijklmnopqrstuvwxyz";
  let at = 100;
  for (const piece of pieces(text, 100, marks)) {
    const [start, end] = [at, at + piece.text.length];
    const covering = marks.filter((mark) => mark.start <= start && mark.end >= end);
    assert.deepEqual(
      piece.kinds,
      covering.map(({ kind }) => kind),
    );
    at = end;
  }
  assert.equal(at, 126);
});

test("events come in the order of the text, those of the title first", () => {
  const title = event("c3", ["France", "condemned", "Russia"], { field: "title" });
  const early = event("d4", ["France", "and", "Russia"]);
  assert.deepEqual(inOrder([france, early, title]), [title, early, france]);
  assert.deepEqual(marksIn("title", [france, title], null), [{ kind: "c3", start: 16, end: 25 }]);
});

test("who clicks on or steps on comes to every event and round again", () => {
  assert.deepEqual(
    [null, "a1", "b2"].map((id) => nextOf(["a1", "b2"], id)),
    ["a1", "b2", "a1"],
  );
  const events = [france, letters];
  assert.deepEqual(
    [null, "a1", "b2"].map((id) => stepped(events, id, 1)),
    ["a1", "b2", "a1"],
  );
  assert.deepEqual(
    [null, "a1", "b2"].map((id) => stepped(events, id, -1)),
    ["b2", "b2", "a1"],
  );
  assert.equal(stepped([], null, 1), null);
});

test("a text is sent as it is, and of the rest what is given", () => {
  assert.deepEqual(articleOf({ ...EMPTY, text: " a\n", title: "  ", url: " https://a.example " }), {
    text: " a\n",
    url: "https://a.example",
  });
});

test("the graph is asked for what is planned or denied only where an article has it", () => {
  assert.deepEqual(filtersOf("x", [france]), { article: ["x"] });
  const planned = event("p", ["France", "condemned", "Russia"], { modality: "planned", negated: true });
  assert.deepEqual(filtersOf("x", [france, planned]), {
    article: ["x"],
    modality: ["any"],
    negated: ["any"],
  });
});

test("a file is a text in UTF-8, with the line ends of a text field", async () => {
  const text = await textOf([new File(["\uFEFFFrance.\r\n\u{1F600}\r"], "A.TXT")]);
  assert.equal(text, "France.\n\u{1F600}\n");
  assert.throws(() => decoded("a.txt", new Uint8Array([0x46, 0xe9]).buffer), /a\.txt is not in UTF-8/);
  assert.throws(() => decoded("a.txt", new Uint8Array([0x46, 0]).buffer), /binary/);
});

test("what is no text, too large or more than one is refused in words", async () => {
  const refused: [File[], RegExp][] = [
    [[], /no file/],
    [[new File(["<p>"], "a.html")], /copy its text/],
    [[new File(["%PDF"], "a.pdf", { type: "application/pdf" })], /not a text/],
    [[new File([new Uint8Array(10_000_001)], "a.txt")], /larger than 10 MB/],
    [[new File(["a"], "a.txt"), new File(["b"], "b.txt")], /One article at a time/],
  ];
  for (const [files, words] of refused) {
    await assert.rejects(textOf(files), (error) => error instanceof NoText && words.test(error.message));
  }
});

test("the panel counts in words", () => {
  assert.deepEqual([0, 1, 2].map(found), ["No event was found", "1 event found", "2 events found"]);
  const outcome = (given: Partial<Outcome>): Outcome => ({
    ...{ article: "x", outcome: "loaded", events: 2, reason: null },
    ...given,
  });
  assert.equal(became(outcome({})), "Stored: its 2 events are in the graph now.");
  assert.equal(became(outcome({ events: 1 })), "Stored: its event is in the graph now.");
  assert.match(became(outcome({ events: 0 })), /no event of it/);
  assert.match(became(outcome({ outcome: "unchanged" })), /^Unchanged/);
  assert.match(became(outcome({ outcome: "replaced" })), /^Replaced/);
});
