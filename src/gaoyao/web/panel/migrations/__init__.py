"""Tables of the deliberation."""
