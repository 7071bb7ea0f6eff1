"""Renderers of a review: terminal, one-file HTML with SVG, JSON."""
