/** The explorer: the page at `/`, on the public HTTP API alone. */

import { render } from "preact";
import { Page } from "./page/page.tsx";

const root = document.getElementById("explorer");
if (root) render(<Page />, root);
