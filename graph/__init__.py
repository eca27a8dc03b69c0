"""What is known: the model, the codebook, the stores and the exports. No spaCy, no HTTP."""
