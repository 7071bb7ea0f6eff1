"""Backup of an installation into one file, and its return into an empty one, on whichever database."""
