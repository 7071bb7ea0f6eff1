"""Papers people in this field must write, as docx in official layout; drafts that a person checks and signs."""

from gaoyao.papers.form import Form
from gaoyao.papers.registry import FORMS, NothingToWriteError, PaperError, form, paper, parts, reader

__all__ = ["FORMS", "Form", "NothingToWriteError", "PaperError", "form", "paper", "parts", "reader"]
