"""Originals: papers come in, are kept sealed, are read in the background, and are shown as pages with boxes."""
