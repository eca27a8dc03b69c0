"""What the mended parse says, whatever the words mean: verbs, nouns, clauses, prepositions, days."""
