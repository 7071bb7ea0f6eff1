"""Tables of the dissection."""
