/** The explorer: the page at `/`, on the public HTTP API alone. */

import { effect } from "@preact/signals";
import { render } from "preact";
import { Page } from "./page/page.tsx";
import { answer } from "./state/answer.ts";

const root = document.getElementById("explorer");
if (root) render(<Page />, root);

effect(() => {
  const reading = answer.value.value?.reading;
  document.title = reading ? `${reading} - gkg` : "gkg: who does what to whom";
});
