"""Family 乙: the files of a big-city criminal squad, exported paper by paper from its office system."""

from benchmarks.planted_files.family_yi.build import build

__all__ = ["build"]
