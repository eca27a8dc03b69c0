"""Every door in: HTTP, command line and page. No logic of its own."""
