"""Long work in the background: reading, whole reviews, exports; it shows where it stands and survives a kill."""
