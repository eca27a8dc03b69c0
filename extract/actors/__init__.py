"""Which words name an actor, and who that is on the article's day."""
