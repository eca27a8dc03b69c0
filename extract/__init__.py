"""Text to events: who does what to whom, and where it says so. No store, no HTTP."""
