"""Which frames of the codebook fit a verb or noun, and which tokens fill their places."""
