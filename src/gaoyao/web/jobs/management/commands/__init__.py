"""Of the package `jobs`."""
