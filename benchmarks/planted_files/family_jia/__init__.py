"""Family 甲: volumes of a county bureau, formal and orthodox; every case is invented (虚构)."""

from benchmarks.planted_files.family_jia.build import build
from benchmarks.planted_files.family_jia.flaws import APART, PLANTABLE

__all__ = ["APART", "PLANTABLE", "build"]
