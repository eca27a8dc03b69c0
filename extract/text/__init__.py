"""Articles as they come in, and the blocks that are parsed apart: a heading never runs into a sentence."""
