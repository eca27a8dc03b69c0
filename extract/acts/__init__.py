"""From frames to acts: who does what to whom in one sentence."""
