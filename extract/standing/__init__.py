"""How an act is told: done, planned or only possible, denied, by whom and of which day."""
