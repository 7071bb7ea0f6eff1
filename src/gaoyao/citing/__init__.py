"""Citations in four steps: clean → find → resolve → verify.

`clean` keeps every offset recoverable, `find` never guesses, `resolve` may decline, `verify` holds the
citation
against imported texts and pages.
"""

from gaoyao.citing.find import find
from gaoyao.citing.model import CaseNumber, Exhibit, Found, InstrumentName, LawCitation, Named, Quote
from gaoyao.citing.quotes import Comparison, Match, compare
from gaoyao.citing.resolve import Resolution, Status, Within, resolve
from gaoyao.citing.text import Cleaned, clean
from gaoyao.citing.verify import QuoteVerdict, Verdict, verify, verify_quotes

__all__ = [
    "CaseNumber",
    "Cleaned",
    "Comparison",
    "Exhibit",
    "Found",
    "InstrumentName",
    "LawCitation",
    "Match",
    "Named",
    "Quote",
    "QuoteVerdict",
    "Resolution",
    "Status",
    "Verdict",
    "Within",
    "clean",
    "compare",
    "find",
    "resolve",
    "verify",
    "verify_quotes",
]
