"""The exact words of the law beside our paraphrase, where the user has imported the texts."""

from __future__ import annotations

from dataclasses import replace

from gaoyao.law.texts.checking import check_citations
from gaoyao.law.texts.timeline import Library
from gaoyao.review.model import Review


def with_words(review: Review, library: Library) -> Review:
    """The review with the words, as in force on its law date, of every article its findings cite.

    A citation whose text was not imported, or whose paragraph or item is not there, has no words.
    """
    cited = dict.fromkeys(citation for one in review.findings for citation in one.citations)
    words = {
        citation.full: check.provision.words
        for citation, check in check_citations(library, cited, review.hearing)
        if check.provision is not None and check.provision.words
    }
    return replace(review, words=words)
