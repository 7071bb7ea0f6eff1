"""Reading judgments: clean → split → find → resolve.

`read_judgment` runs the four steps; each is exported for whoever needs one alone.
"""

from gaoyao.intake.judgments.answers import resolve_answers
from gaoyao.intake.judgments.model import Judgment
from gaoyao.intake.judgments.reading import read_judgment
from gaoyao.intake.judgments.sections import split
from gaoyao.intake.normalise import clean

__all__ = ["Judgment", "clean", "read_judgment", "resolve_answers", "split"]
