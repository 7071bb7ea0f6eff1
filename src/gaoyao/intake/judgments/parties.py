"""Find the accused and their defenders in the header, under every style of anonymisation.

A name is taken as it stands (某甲, 张某1, X某, 李××). Other names given beside it (曾用名, 又名, 绰号) are kept
as aliases; two names are never merged because they look alike.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from gaoyao.intake.judgments.sections import Parts

_ROLE = re.compile(
    r"(?:^|(?<=[\n。]))((?:上诉人|申诉人|原审上诉人|抗诉人)(?:（[^）\n]{2,16}）)?|(?:原审)?(?:第[一二三四五六七八九十]+)?被告(?:人|单位)?(?:（(?:上诉人|申诉人|原审上诉人)）)?|罪犯)"
    r"(?:（[^）]{0,2}自报[^）]{0,6}）|自报(?:姓名)?)?：?"
    r"(?=[^，。；：（\n]{1,40}(?:[，。；（\n]|$))"
)
_NAME = re.compile(r"([^，。；：（）\n]{1,40}?)(?=[，。；（\n]|(?:男|女)[，。]|$)")
_NOT_A_NAME = re.compile(
    r"利用|之便|为[^某]|、|伙同|明知|犯|对|在[^某]|因|的|辩|认|一案|被[^告]|提出|于|到庭|系|均|及其|无异议|称|未|年|审|判决|指控"
)
_ALIAS = re.compile(
    r"(?:曾用名|又名|化名|绰号|别名|外号|自报名?|乳名|小名|原名|自称|网名)[：“\"]?([^，。；、）”\"：\n]{1,12})"
)
_CALLED = re.compile(r"（(?:以下)?(?:简称|下称|又称)[：:“\"]*([^）”\"]{2,20})[”\"]?）")
_COUNSEL = re.compile(
    r"(?:^|(?<=[\n。]))(指定|法律援助|委托|共同)?辩护人：?([\u4e00-\u9fff×某·A-Za-z\d]{2,12}(?:、[\u4e00-\u9fff×某]{2,4})*?)(?=[，。（\n])"
)


@dataclass(slots=True)
class Accused:
    """One accused in the cleaned text: name, role, aliases, place."""

    name: str
    role: str
    start: int
    end: int
    aliases: list[str] = field(default_factory=list)

    @property
    def names(self) -> tuple[str, ...]:
        """Every name this person is called by in the header."""
        return (self.name, *self.aliases)


@dataclass(slots=True)
class Defender:
    """A defender named in the header, and the accused named just before."""

    name: str
    accused: str | None
    appointed: bool
    start: int
    end: int


def find_parties(parts: Parts) -> tuple[list[Accused], list[Defender]]:
    """The accused and the defenders, in order of the header."""
    text = parts.text
    end = _header_end(parts)
    accused: list[Accused] = []
    for match in _ROLE.finditer(text, 0, end):
        person = _person(text, match, end)
        if person and not any(known.name == person.name for known in accused):
            accused.append(person)
    if not accused:
        accused = _from_proceedings(text, parts)
    return accused, _defenders(text, end, accused)


def _header_end(parts: Parts) -> int:
    for name in ("proceedings", "accusation", "earlier_decision", "defence", "found", "reasons", "operative"):
        if name in parts.spans:
            return parts.spans[name][0]
    return min(len(parts.text), 1500)


def is_name(name: str) -> bool:
    """Can this be a person's name? Short names may hold any character (文在刚, 于某); long ones no verb."""
    if len(name) <= 3:
        return not re.search(r"辩[称解护]|认为|一案|提出|到庭|异议", name)
    return len(name) <= 14 and name[0] != "为" and not _NOT_A_NAME.search(name, 1)


def _person(text: str, match: re.Match[str], end: int) -> Accused | None:
    role = match.group(1)
    if (
        "原告" in role
        or "单位" in role
        and "被告单位" not in role
        or text[match.end() : match.end() + 2] == "单位"
    ):
        return None
    named = _NAME.match(text, match.end(), min(end, match.end() + 60))
    if not named:
        return None
    name = named.group(1).strip()
    organisation = "单位" in role
    if (
        not name
        or not organisation
        and not is_name(name)
        or organisation
        and re.search(r"、|案$|犯|一案", name)
    ):
        return None
    line_end = text.find("\n", named.end())
    beside = text[named.end() : min(named.end() + 80, line_end if line_end > 0 else end)]
    aliases = [a for a in _ALIAS.findall(beside) if 1 < len(a) <= 8 and a != name]
    at = text.find(f"{name}（") if organisation else -1
    called = _CALLED.match(text, at + len(name)) if at >= 0 else None
    aliases += [called.group(1)] if called and called.group(1) != name else []
    return Accused(
        name, role.replace("第", "") if "第" not in role else role, named.start(1), named.end(1), aliases
    )


_NAMED_AS = re.compile(
    r"被告人([^，。；：（）\n犯]{1,20}?)(?=犯|（|，|[^，。；：（）\n、]{2,16}?(?:罪)?一?案)"
)


def _from_proceedings(text: str, parts: Parts) -> list[Accused]:
    """No party lines: the names in 指控被告人某某犯……罪."""
    start = parts.get("proceedings")[0]
    match = re.compile(r"被告人([\u4e00-\u9fff×某A-Za-z\d、]{1,40}?)(?:犯|涉嫌)").search(
        text, start, start + 600
    )
    if not match:
        return []
    people, position = [], match.start(1)
    for name in match.group(1).split("、"):
        if 1 < len(name) <= 8 and is_name(name):
            people.append(Accused(name, "被告人", position, position + len(name)))
        position += len(name) + 1
    return people


def _defenders(text: str, end: int, accused: list[Accused]) -> list[Defender]:
    found = []
    for match in _COUNSEL.finditer(text, 0, end):
        before = [person for person in accused if person.start < match.start()]
        appointed = (match.group(1) or "") in ("指定", "法律援助")
        for name in match.group(2).split("、"):
            at = text.find(name, match.start(2))
            found.append(Defender(name, before[-1].name if before else None, appointed, at, at + len(name)))
    return found
