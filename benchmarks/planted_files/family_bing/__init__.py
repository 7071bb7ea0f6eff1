"""Family 丙: a clerk's merged file, a few big PDFs of mixed papers. Frozen once committed."""

from benchmarks.planted_files.family_bing.build import build

__all__ = ["build"]
