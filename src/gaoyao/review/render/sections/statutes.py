"""The exact words of the law, where the user has imported the texts: each provision once, linked from the findings."""

from __future__ import annotations

from gaoyao.law.citation import Citation
from gaoyao.review.model import Review
from gaoyao.review.render.markup import Safe, join, tag


class Statutes:
    """The provisions whose words are at hand, numbered in the order of the findings."""

    def __init__(self, review: Review) -> None:
        cited = dict.fromkeys(
            one for found in review.findings for one in found.citations if one.full in review.words
        )
        self.numbers = {one.full: number for number, one in enumerate(cited, 1)}
        self.cited = tuple(cited)
        self.words = review.words

    def citation(self, cited: Citation) -> Safe:
        """A provision, how it may be cited, 条号未核 where its words were not read, a link to its words."""
        name = tag("span", cited.brief, title=cited.full)
        if cited.full in self.numbers:
            name = tag("a", cited.brief, href=f"#law-{self.numbers[cited.full]}", title=cited.full)
        verified = "" if cited.verified else tag("strong", "（不得直接写入文书）", class_="warn")
        about = tag(
            "span",
            f"（{cited.instrument.rank.label}，{cited.instrument.citable.label}）",
            class_="soft small",
        )
        return join((name, about, verified))

    def section(self) -> Safe:
        """Every provision with its words."""
        lead = tag(
            "p", "以下是使用者导入的条文，按适用法律日的版本取出；以官方公布的文本为准。", class_="soft"
        )
        parts = [
            join((tag("dt", one.full, id=f"law-{self.numbers[one.full]}"), tag("dd", self.words[one.full])))
            for one in self.cited
        ]
        return join((tag("h2", f"所引条文原文（{len(parts)} 条）"), lead, tag("dl", *parts, class_="law")))
