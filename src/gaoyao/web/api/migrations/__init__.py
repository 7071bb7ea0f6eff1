"""Tables of the tokens."""
