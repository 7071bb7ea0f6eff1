"""Of the package `originals`."""
