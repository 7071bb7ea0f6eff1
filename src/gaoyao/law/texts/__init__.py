"""Statute texts of the user's own: import, keep, consolidate by date, hold citations against them, search
them.

The repository ships no statute text.  Everything here works on what the user has imported into a data folder.
"""
