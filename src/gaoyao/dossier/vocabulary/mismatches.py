"""What two papers say of one act that does not agree: a hint for a person, read by no rule (ADR 0010)."""

from __future__ import annotations

from gaoyao.dossier.schema import Kind, words


class Mismatch(Kind, kind="mismatch", label="文书不一致", key="mismatches"):
    """Two papers, or two places of one, that do not agree.

    `about` is asserted once for each side, in the same words, each time with the page and the quotation of that side.
    All fields are free text, so that nothing can compel by them; `result` is what a person found on looking.
    """

    matter = words("事项")
    about = words("内容")
    result = words("核对结果")
