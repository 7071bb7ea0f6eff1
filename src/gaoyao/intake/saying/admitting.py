"""Does a record of questioning admit or deny?  Told only where the whole record says one thing."""

from __future__ import annotations

import re

from gaoyao.intake.saying import lexicon as words
from gaoyao.intake.saying.guards import subject, told_as_fact
from gaoyao.intake.saying.turns import Turn

_ADMITS = re.compile(
    r"(?<!不)(?<!非)(?:是|就是)我(?:们)?(?:自己|一个人)?(?:干|做|杀|偷|抢|打|捅|砍|放|点|作)的|我承认(?:是我|我(?!没|不)|犯罪|犯了|上述|指控|全部|自己|作案)|我(?:认罪|有罪)(?!认罚书)"
)
_DID = re.compile(
    r"(?:捅|刺|砍|扎|抢|偷|盗窃|骗|勒|掐|杀|贩卖)(?:了|走|死|伤)(?!我)|打(?:死|伤)(?!我)|放(?:了)?火|点燃"
)
_DENIES = re.compile(
    rf"(?:不是|并非)我(?:们)?(?:干|做|杀|偷|抢|打|捅|砍|放|点|作)的|我(?:们)?(?:根本|真的|从来|确实|并)?(?:没有?|未)(?:参与|作案|犯罪|去过|到过|干过|做过|动过?手|{words.ACT})"
    r"|我(?:是)?(?:冤枉|无罪|清白)的?|与我无关|我不承认"
)


_EXCUSES = re.compile(r"正当防卫|自卫|防卫|失手|不小心|不是故意|不是有意|没想到会|误(?:以为|伤|拿)|被逼|冤枉")
"""Words that admit the deed and deny the crime: whether that is a confession, a person says."""


_TALE = 80
"""So far before a deed 我 may stand in one sentence that names nobody else as doing something.  Ours."""


def _deed(sentence: str) -> re.Match[str] | None:
    """The speaker's own deed, told as fact."""
    return next(
        (
            one
            for one in _DID.finditer(sentence)
            if subject(sentence, one.start(), (), _TALE) == "self" and told_as_fact(sentence, one.start())
        ),
        None,
    )


def admission(all_turns: list[Turn]) -> tuple[bool, Turn, int, int] | None:
    """Does the record as a whole admit or deny?  None where neither is clear, where both stand in it, or an excuse does."""
    hits: dict[bool, tuple[bool, Turn, int, int]] = {}
    for turn in all_turns:
        for start, end in turn.answer.sentences():
            sentence = turn.answer.text[start:end]
            if "我" not in sentence:
                continue
            for admits, found in (
                (True, _ADMITS.search(sentence) or _deed(sentence)),
                (False, _DENIES.search(sentence)),
            ):
                if found and admits not in hits and (not admits or told_as_fact(sentence, found.start())):
                    hits[admits] = (admits, turn, start + found.start(), start + found.end())
    if True in hits and any(_EXCUSES.search(turn.answer.text) for turn in all_turns):
        return None
    return next(iter(hits.values())) if len(hits) == 1 else None
