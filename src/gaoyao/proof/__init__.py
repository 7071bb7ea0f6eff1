"""Proof: points to be proved and what supports them."""
