"""Read the clauses of an amendment: 将刑法第…条修改为：“…”, 在…后增加一条，作为第…条之一, 增加一款作为第二款, 删去 … .

A clause that does not fit one of the known forms exactly is kept as `unread` with the reason: applying half
an amendment would be worse than saying that it could not be applied.
"""

from __future__ import annotations

import re

from gaoyao.law.texts.model import Clause, Item, Paragraph
from gaoyao.law.texts.numbers import NUMERAL as _N
from gaoyao.law.texts.numbers import from_chinese

_A = rf"第{_N}{{1,9}}条(?:之{_N}{{1,3}})?"
_LAW = r"(?:(?:中华人民共和国)?《?[一-鿿]{1,20}?法》?)?"
_ORDINAL = re.compile(rf"^\s*({_N}{{1,4}})、\s*(.*)$")
_ARTICLE = re.compile(rf"第({_N}{{1,9}})条(?:之({_N}{{1,3}}))?")
_PARAGRAPH = re.compile(rf"第({_N}{{1,3}})款")
_ITEM = re.compile(rf"第[（(]?({_N}{{1,3}})[）)]?项")
_PAYLOAD_ARTICLE = re.compile(rf"^第({_N}{{1,9}})条(?:之({_N}{{1,3}}))?[\s　]+(.*)$")
_PAYLOAD_ITEM = re.compile(rf"^[（(]({_N}{{1,3}})[）)]\s*(.*)$")
_TITLE = re.compile(r"修正案(?:[（(][一二三四五六七八九十]+[）)])?$|关于修改.{2,60}的决定$")
_PARAS = rf"(?:第{_N}{{1,3}}款(?:[、和]第{_N}{{1,3}}款)*)"
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("insert_replace", re.compile(rf"在?{_LAW}({_A})中?增加{_N}?[一二两三四五]?款，?作为{_PARAS}，(?:并)?将该条修改为[：:]?$")),
    ("replace", re.compile(rf"将{_LAW}({_A})修改为[：:]?$")),
    ("replace_paragraph", re.compile(rf"将{_LAW}({_A})({_PARAS})修改为[：:]?$")),
    ("replace_item", re.compile(rf"将{_LAW}({_A})({_PARAS})?(第[（(]?{_N}+[）)]?项)修改为[：:]?$")),
    ("insert_article", re.compile(rf"在?{_LAW}({_A})后增加{_N}条，?作为({_A}(?:[、和]{_A})*)[：:]?$")),
    ("insert_paragraph", re.compile(rf"在?{_LAW}({_A})中?增加[一二两三四五]款，?作为({_PARAS})[：:]?$")),
    ("insert_item", re.compile(rf"在?{_LAW}({_A})({_PARAS})?中?增加一项，?作为(第[（(]?{_N}+[）)]?项)[：:]?$")),
    ("delete_paragraph", re.compile(rf"删去{_LAW}({_A})({_PARAS})。?$")),
    ("delete_article", re.compile(rf"删去{_LAW}({_A})。?$")),
)  # fmt: skip
_FOLLOW: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("insert_paragraph", re.compile(rf"^(?:并)?增加[一二两三四五]款，?作为({_PARAS})[：:]?$")),
    ("renumber_replace", re.compile(rf"^原({_PARAS})作为({_PARAS})，(?:并)?修改为[：:]?$")),
    ("renumber", re.compile(rf"^原({_PARAS})(?:相应)?(?:作为|改为)({_PARAS})。?$")),
    ("replace_paragraph", re.compile(rf"^(?:将)?({_PARAS})修改为[：:]?$")),
    ("delete_paragraph", re.compile(rf"^删去({_PARAS})。?$")),
)
_IN_FORCE = re.compile(r"^本(?:修正案|决定)自.{2,20}起(?:施行|实施|生效)。?$")
_WHOLE = re.compile(r"条文(?:的)?(?:顺序|序号).{0,12}(?:调整|修改)|根据本(?:决定|修正案).{0,20}重新公布")
_OPEN, _CLOSE = '“"「”', '”"」“'


def is_amendment(title: str, rows: list[tuple[int, str]]) -> bool:
    """Is this text an amendment (by its title, and by holding at least one instruction)?"""
    return bool(_TITLE.search(re.sub(r"\s", "", title))) and any(
        re.search("修改为|增加.{1,3}[条款项]|删去", text) for _, text in rows
    )


def amended_law(title: str) -> str:
    """The plain title of the law that a text with this title amends: 刑法修正案（十二） → 刑法."""
    plain = re.sub(r"[《》〈〉<>\s]|中华人民共和国", "", title)
    if match := re.search("关于修改(.+?)(?:有关条款|部分条款)?的决定$", plain):
        return match.group(1)
    return re.sub(r"修正案(?:[（(][一二三四五六七八九十]+[）)])?$", "", plain)


def read_clauses(rows: list[tuple[int, str]]) -> list[Clause]:
    """Every clause of the amendment in order; each operation of a clause is one `Clause`."""
    whole = any(_WHOLE.search(text) for _, text in rows)
    groups = _groups(rows)
    clauses = [clause for ordinal, lines in groups for clause in _read_group(ordinal, lines)]
    if not whole:
        return clauses
    why = "修改后条文顺序重新排列，逐条套用不能保证条号正确；请导入修改后的全文"
    return [
        clause
        if clause.act == "in_force"
        else Clause(clause.ordinal, clause.line, clause.words, "unread", why=why)
        for clause in clauses
    ]


def _groups(rows: list[tuple[int, str]]) -> list[tuple[int, list[tuple[int, str]]]]:
    """Lines of each clause; a text without 一、二、 is one clause from its first instruction on."""
    groups: list[tuple[int, list[tuple[int, str]]]] = []
    for line, text in rows:
        text = text.strip()
        if not text or text.startswith(("#", "<!--")):
            continue
        match = _ORDINAL.match(text)
        number = from_chinese(match.group(1)) if match else None
        if match and number == (groups[-1][0] + 1 if groups else 1):
            groups.append((number, [(line, match.group(2))]))
        elif groups:
            groups[-1][1].append((line, text))
        elif re.search(rf"{_A}.{{0,40}}(?:修改为|增加|作为)|删去.{{0,12}}{_A}", text) and "通过" not in text:
            groups.append((1, [(line, text)]))
    return groups


def _unquoted(text: str) -> str:
    """A payload line without its closing mark; 处罚”。 (the stop outside) keeps its stop."""
    if len(text) > 1 and text[-1] == "。" and text[-2] in _CLOSE:
        text = text[:-2].rstrip(_CLOSE)
        return text if text.endswith(("。", "；", "：")) else text + "。"
    return text.rstrip(_CLOSE) if text[-1:] in _CLOSE else text


def _segments(lines: list[tuple[int, str]]) -> list[tuple[int, str, list[str]]]:
    """(line, instruction, payload lines) for each operation of a clause."""
    segments: list[tuple[int, str, list[str]]] = []
    for line, text in lines:
        if text[0] in '“"「' and segments:
            segments[-1][2].append(text.lstrip(_OPEN))
            continue
        if segments and segments[-1][1].endswith(("：", ":")) and _PAYLOAD_ITEM.match(text):
            segments[-1][2].append(text)
            continue
        cut = min((text.find(mark) for mark in '“"「' if mark in text), default=-1)
        quoted = cut > 0 and text[cut - 1] in "：:为"
        instruction = text[:cut] if quoted else text
        segments.append((line, re.sub(r"\s", "", instruction), [text[cut + 1 :]] if quoted else []))
    for _, _, payload in segments:
        for index, text in enumerate(payload):
            payload[index] = _unquoted(text.strip())
    return segments


def _numbers(pattern: re.Pattern[str], text: str) -> tuple[int, ...]:
    return tuple(number for match in pattern.finditer(text) if (number := from_chinese(match.group(1))))


def _targets(text: str) -> tuple[tuple[int, int | None], ...]:
    found = []
    for match in _ARTICLE.finditer(text):
        number = from_chinese(match.group(1))
        if number:
            found.append((number, from_chinese(match.group(2)) if match.group(2) else None))
    return tuple(found)


def payload_paragraphs(lines: list[str]) -> tuple[Paragraph, ...]:
    """New words as paragraphs with their items."""
    made: list[tuple[str, list[Item]]] = []
    for text in lines:
        match = _PAYLOAD_ITEM.match(text)
        number = from_chinese(match.group(1)) if match else None
        if match and number and made and number == len(made[-1][1]) + 1:
            made[-1][1].append(Item(number, match.group(2).strip()))
        elif text:
            made.append((text, []))
    return tuple(Paragraph(text, tuple(items)) for text, items in made)


def _read_group(ordinal: int, lines: list[tuple[int, str]]) -> list[Clause]:
    segments = _segments([row for row in lines if row[1]])
    clauses: list[Clause] = []
    target: tuple[int, int | None] | None = None
    for line, instruction, payload in segments:
        clause = _read_operation(ordinal, line, instruction, payload, target)
        if clause.targets and clause.act != "insert_article":
            target = clause.targets[0]
        clauses.append(clause)
    if any(clause.act == "unread" for clause in clauses) and len(clauses) > 1:
        why = next(clause.why for clause in clauses if clause.act == "unread")
        touched = tuple({target for clause in clauses for target in clause.targets})
        return [
            Clause(
                ordinal,
                clauses[0].line,
                " / ".join(row[1] for row in segments),
                "unread",
                "",
                touched,
                why=why,
            )
        ]
    return clauses


def _read_operation(
    ordinal: int, line: int, instruction: str, payload: list[str], current: tuple[int, int | None] | None
) -> Clause:
    if _IN_FORCE.match(instruction):
        return Clause(ordinal, line, instruction, "in_force")
    law = re.search(r"([一-鿿]{1,20}?法)》?第", instruction)
    name = re.sub(r"^.*?(?:将|在|删去)《?(?:中华人民共和国)?", "", law.group(1)) if law else ""
    for act, pattern in _FORMS:
        if match := pattern.search(instruction):
            return _build(ordinal, line, instruction, act, name, match, payload, None)
    if current is not None:
        for act, pattern in _FOLLOW:
            if match := pattern.match(instruction):
                return _build(ordinal, line, instruction, act, name, match, payload, current)
    return Clause(
        ordinal,
        line,
        instruction,
        "unread",
        name,
        _targets(instruction),
        why="不是已知的修改句式，不能有把握地套用",
    )


def _build(
    ordinal: int, line: int, words: str, act: str, law: str, match: re.Match[str], payload: list[str],
    current: tuple[int, int | None] | None,
) -> Clause:  # fmt: skip
    groups = [group or "" for group in match.groups()]
    targets = (current,) if current else _targets(groups[0])[:1]
    rest = "".join(groups) if current else "".join(groups[1:])
    positions: tuple[int, ...] = ()
    renumbered: tuple[tuple[int, int], ...] = ()

    def unread(why: str) -> Clause:
        return Clause(ordinal, line, words, "unread", law, targets, why=why)

    if act == "insert_replace":
        act = "replace"
    if act in ("renumber", "renumber_replace"):
        old, new = _numbers(_PARAGRAPH, groups[0]), _numbers(_PARAGRAPH, groups[1])
        if len(old) != len(new):
            return unread("原款与新款的个数不一致")
        renumbered, positions = tuple(zip(old, new, strict=True)), new
        act = "renumber" if act == "renumber" else "replace_paragraph"
    elif act in ("replace_paragraph", "insert_paragraph", "delete_paragraph"):
        positions = _numbers(_PARAGRAPH, rest)
    elif act in ("replace_item", "insert_item"):
        positions = (*_numbers(_PARAGRAPH, rest), *_numbers(_ITEM, rest))
    if act in ("delete_article", "delete_paragraph", "renumber"):
        return Clause(ordinal, line, words, act, law, targets, positions, (), renumbered)
    if not any(payload):
        return unread("没有读到引号内的新条文")
    if act == "insert_article":
        return _insert_articles(ordinal, line, words, law, targets, _targets(groups[1]), payload)
    if own := _PAYLOAD_ARTICLE.match(payload[0]):  # “第三百九十条 …” repeated inside the quotation
        if _targets(payload[0])[:1] != targets:
            return unread("引号内的条号与被修改的条号不同")
        payload = [own.group(3), *payload[1:]]
    paragraphs = payload_paragraphs(payload)
    if act in ("replace_paragraph", "insert_paragraph") and len(paragraphs) != len(positions):
        return unread(f"写明 {len(positions)} 款，引号内却有 {len(paragraphs)} 款")
    return Clause(ordinal, line, words, act, law, targets, positions, (paragraphs,), renumbered)


def _insert_articles(
    ordinal: int, line: int, words: str, law: str, after: tuple[tuple[int, int | None], ...],
    targets: tuple[tuple[int, int | None], ...], payload: list[str],
) -> Clause:  # fmt: skip
    parts: list[list[str]] = []
    labels: list[tuple[int, int | None]] = []
    for text in payload:
        match = _PAYLOAD_ARTICLE.match(text)
        label = _targets(text)[0] if match else None
        if match and label in targets:
            labels.append(label)
            parts.append([match.group(3)])
        elif parts:
            parts[-1].append(text)
        else:
            parts.append([text])
    if len(parts) != len(targets) or (labels and tuple(labels) != targets):
        return Clause(
            ordinal,
            line,
            words,
            "unread",
            law,
            targets,
            why=f"写明增加 {len(targets)} 条，引号内读到 {len(parts)} 条",
        )
    return Clause(
        ordinal,
        line,
        words,
        "insert_article",
        law,
        targets,
        (),
        tuple(payload_paragraphs(part) for part in parts),
    )
