"""The record of changes: revisions, hashes, verification, undo."""
