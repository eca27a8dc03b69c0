"use strict";
/* Where the server demands a key the page asks for it, keeps it as long as its tab, and shows it by header. */

let keyAsked = null; // the promise of all who wait for the same form

async function fetchWithKey(url) {
  for (;;) {
    const key = sessionStorage.getItem("gkg-key");
    const headers = { Accept: "application/json" };
    if (key) headers.Authorization = `Bearer ${key}`;
    const response = await fetch(url, { headers });
    if (response.status !== 401) return response;
    const { detail } = await response.json();
    if (sessionStorage.getItem("gkg-key") === key) {
      sessionStorage.removeItem("gkg-key");
      keyAsked ||= askForKey(key ? detail : "");
    }
    await keyAsked;
  }
}

function askForKey(problem) {
  const [form, input] = [document.getElementById("key-form"), document.getElementById("key")];
  document.getElementById("key-problem").textContent = problem;
  form.hidden = false;
  input.focus();
  return new Promise((resolve) => {
    form.addEventListener("submit", function given(event) {
      event.preventDefault();
      const key = input.value.trim();
      if (!/^[\x21-\x7e]+$/.test(key)) { // nothing else can be sent in a header
        document.getElementById("key-problem").textContent = "A key has letters, digits and signs only.";
        return;
      }
      form.removeEventListener("submit", given);
      sessionStorage.setItem("gkg-key", key);
      input.value = "";
      form.hidden = true;
      keyAsked = null;
      resolve();
    });
  });
}

/* A link cannot carry a key: what it leads to is fetched with it and saved as the server would have it saved. */
async function saveWithKey(url) {
  const response = await fetchWithKey(url);
  if (!response.ok) throw new Error((await response.json()).detail);
  const named = /filename="([^"]+)"/.exec(response.headers.get("Content-Disposition") || "");
  const last = new URL(url, location).pathname.split("/").pop();
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = named ? named[1] : `gkg-${last}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
