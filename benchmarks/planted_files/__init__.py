"""Invented volumes with planted flaws: three families by different hands, none of whom knows the reader.

Nothing here imports `gaoyao`, and `gaoyao` imports nothing here (import-linter holds it): what the reader is
measured on is not made of what the reader is made of.
"""
