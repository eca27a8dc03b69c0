"""Text to events: who does what to whom, and where it says so. No store, no HTTP.

An article's way, folder by folder, each using only those before it:

- `text` reads files and cuts articles into blocks; `pipeline` has spaCy parse them.
- `grammar` mends the parse (`repairs`) and answers what it says: the active sentence behind a clause, whom a
  verb has for a subject, where prepositions lead, which words are a date.
- `standing` reads how an act is told: done, planned, possible or denied, by whom, and of which day.
- `actors` finds who is named: the gazetteer's `names`, `roles` with their country, `strangers` in no file.
- `frames` fits the codebook's wordings to verbs and nouns.
- `referents` finds who is meant without a name: "it", "both nations", "its troops", "the army", "the attack".
- `acts` joins them in one sentence: `sources` and `targets` of a frame, what a speech act is about, what is
  told twice.

`events` spells acts out, one event for each pair, and `discourse` remembers them for the next sentence.
"""
