import assert from "node:assert/strict";
import test from "node:test";
import { fromAddress, toAddress } from "../src/state/address.ts";
import * as views from "../src/state/view.ts";

const asked = views.fresh({
  filters: { source: ["FRA", "DEU"], relation: ["CONDEMN"], since: ["2022-01-01"] },
});

test("an address restores all that was made of a view", () => {
  let view = views.expanding(asked, "RUS");
  view = views.hiding(view, "USA");
  view = views.pinning(view, "FRA", -12.4, 300);
  view = views.connecting(view, ["FRA", "IRN"]);
  view = views.showingWhole(view);
  view = views.selecting(view, { kind: "relation", source: "FRA", relation: "CONDEMN", target: "RUS" });
  const back = fromAddress(toAddress(view));
  assert.deepEqual(back, view);
  assert.deepEqual(back.pinned, { FRA: [-12, 300] });
});

test("each kind of selection comes back", () => {
  for (const selection of [
    { kind: "actor", id: "united-nations" },
    { kind: "period", since: "2022-01-01", until: "2023-01-01" },
    { kind: "relation", source: "DZA-REB", relation: "CALL_FOR", target: "DZA" },
    { kind: "actor", id: "ad hoc, 100% / b" },
    { kind: "relation", source: "a,b", relation: "MEET", target: "c/d" },
  ] as const) {
    assert.deepEqual(fromAddress(toAddress(views.selecting(asked, selection))).selection, selection);
  }
});

test("a question is kept in its own words", () => {
  const view = views.fresh({ question: "who condemned R&D in 2022?" });
  assert.deepEqual(fromAddress(toAddress(view)), view);
});

test("an address that says nothing asks the first question", () => {
  for (const address of ["", "?", "?q=", "?unknown=1", "?pinned=FRA,x,y"]) {
    assert.deepEqual(fromAddress(address), views.fresh({ question: "who condemns whom" }));
  }
});

test("hiding an actor ends what was done with it, and expanding it brings it back", () => {
  const hidden = views.hiding(views.expanding(asked, "RUS"), "RUS");
  assert.deepEqual([hidden.hidden, hidden.expanded, hidden.selection], [["RUS"], [], null]);
  const again = views.expanding(hidden, "RUS");
  assert.deepEqual([again.hidden, again.expanded], [[], ["RUS"]]);
});
