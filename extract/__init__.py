"""Text to events: who does what to whom, and where it says so. No store, no HTTP.

An article's way: `articles` reads it, `blocks` cuts it, `pipeline` has spaCy parse it and `repairs` mend
the parse. `names` finds the names that the gazetteer knows and `roles` the offices, `mentions` whom both
and their neighbours name, `belonging` whose they are, `peoples` which part of a people, `standins` for whom
"dozens of soldiers" stand, `strangers` who is in no gazetteer, `edges` where a mention begins; `actors`
decides who that is on the article's day, `coreference` what "it" and "both nations" stand for. `triggers`
fits the codebook's frames to verbs and nouns by the grammar of `clauses` and `carriers`, `readings` says
which is meant. `phrases` tells whom a noun phrase stands for, with `anaphora` for who was told of before,
`collectives` for groups and `possessives` for "its people"; `owners` whose a thing is, with `makers`,
`deeds` and `deals`; `referents` asks them all. `sources` finds who does it and `targets` to whom, with
`referents` and `home`; `ends` asks what both are, `sport` whether it is a game or a tale. `contents` finds
the act that is spoken of, `circumstances`, `sayings` and `alliances` acts told in passing; `modality`,
`speakers` and `dates` how, by whom and when it is told. `acts` joins all this in a sentence, and `events`
spells it out.
"""
