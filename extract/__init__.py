"""Text to events: who does what to whom, and where it says so. No store, no HTTP.

An article's way: `articles` reads it, `blocks` cuts it, `pipeline` has spaCy parse it. `names` and
`mentions` find whom the words name; `actors` decides who that is on the article's day, `coreference` what
"it" and "both nations" stand for. `triggers` fits the codebook's frames to verbs and nouns by the grammar of
`clauses` and `carriers`; `arguments` finds both ends with `referents` and `home`, `modality` and `dates` how
and when. `acts` joins them in a sentence, and `events` spells them out.
"""
