"""Citations to 条之N、款、项 in the standard Chinese form, and the version in force on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gaoyao.law.instruments import Instrument, instrument
from gaoyao.law.numerals import to_chinese


@dataclass(frozen=True, slots=True)
class Citation:
    """One provision: instrument, article (条), inserted number (之N), paragraph (款), item (项), dates in force.

    `since`/`until` narrow the instrument's own dates where the article itself came later or ended earlier.
    `verified` is False when the words of the article were not read against its text (条号未核); such a
    citation never enters a paper and a finding that rests only on such citations never compels.
    """

    instrument_id: str
    article: int
    paragraph: int | None = None
    item: int | None = None
    sub: int | None = None
    since: date | None = None
    until: date | None = None
    verified: bool = True

    @property
    def instrument(self) -> Instrument:
        """The instrument cited."""
        return instrument(self.instrument_id)

    @property
    def provision(self) -> str:
        """第…条之…第…款第（…）项 in Chinese numerals."""
        text = f"第{to_chinese(self.article)}条"
        if self.sub:
            text += f"之{to_chinese(self.sub)}"
        if self.paragraph:
            text += f"第{to_chinese(self.paragraph)}款"
        if self.item:
            text += f"第（{to_chinese(self.item)}）项"
        return text

    @property
    def full(self) -> str:
        """Standard form for papers: 《full title》（number）第…条…."""
        return self.instrument.full_title + self.provision + ("" if self.verified else "〔条号未核〕")

    @property
    def brief(self) -> str:
        """Short form for screens: 刑诉法解释第九十四条第（四）项."""
        return self.instrument.short + self.provision + ("" if self.verified else "〔条号未核〕")

    def in_force(self, on: date) -> bool:
        """Was the provision in force on the day `on`?"""
        first = self.since or self.instrument.since
        last = self.until or self.instrument.until
        return first <= on and (last is None or on <= last)


def cite(
    instrument_id: str,
    article: int,
    paragraph: int | None = None,
    item: int | None = None,
    *,
    sub: int | None = None,
    since: str | None = None,
    until: str | None = None,
    verified: bool | None = None,
) -> Citation:
    """Make a checked citation: `cite("spc2021", 94, item=4)`, `cite("spc2013", 8, 2)`.

    `since` and `until` are ISO dates.  `verified` defaults to whether the instrument's text was at hand.
    Raises `UnknownInstrumentError` for an unknown instrument and ValueError for an impossible number or date.
    """
    known = instrument(instrument_id)
    for name, number in (("条", article), ("款", paragraph), ("项", item), ("之", sub)):
        if number is not None:
            try:
                to_chinese(number)
            except ValueError as error:
                raise ValueError(f"{known.short}：{name}的序号有误：{error}") from None
    first = date.fromisoformat(since) if since else None
    last = date.fromisoformat(until) if until else None
    if first and last and last < first:
        raise ValueError(f"{known.short}第{article}条：失效日 {until} 早于施行日 {since}")
    return Citation(
        instrument_id, article, paragraph, item, sub, first, last,
        known.text_at_hand if verified is None else verified,
    )  # fmt: skip
