"""Migrations of the package."""
