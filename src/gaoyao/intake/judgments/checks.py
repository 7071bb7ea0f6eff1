"""Contradictions and gaps inside one document, as findings with their places.

Each check is about the document itself and says nothing about the case. Rules that would fire on ordinary
judgments were measured on real ones and left out; each that stays is listed in docs/dev/judgments.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gaoyao.intake.judgments.arguments import Argument
from gaoyao.intake.judgments.events import Step
from gaoyao.intake.judgments.header import CASE_NUMBER, Header
from gaoyao.intake.judgments.model import Completeness
from gaoyao.intake.judgments.numerals import dates, make_date
from gaoyao.intake.judgments.outcome import TEMPLATE, is_template
from gaoyao.intake.judgments.sections import Parts


@dataclass(frozen=True, slots=True)
class Issue:
    """One finding with its places in the cleaned text."""

    code: str
    message: str
    places: tuple[tuple[int, int], ...] = ()


_YMD = r"([12二一][\d〇零0OoΟ一二三四五六七八九]{3})年([\d元一二三四五六七八九十]{1,3})月([\d一二三四五六七八九十]{1,3})[日目]"
_TERM = re.compile(rf"(?:自|从|即){_YMD}起?(?:，)?至{_YMD}止?")


def find_issues(parts: Parts, header: Header, steps: list[Step], arguments: list[Argument]) -> list[Issue]:
    """Every finding about this document, in order of its place."""
    issues = [
        *_completeness(parts), *_terms(parts), *_hearings(header, steps), *_facts_after(parts, header), *_numbers(parts),
        *_arrests(parts), *_custody(parts), *_penalties(parts), *_figures(parts), *_documents(parts), *_no_objection(parts, arguments),
    ]  # fmt: skip
    return sorted(issues, key=lambda issue: issue.places[0] if issue.places else (0, 0))


def completeness(parts: Parts) -> Completeness:
    """complete, template (an unfilled drafting form) or truncated."""
    if is_template(parts):
        return "template"
    return (
        "truncated"
        if any(issue.code in ("truncated", "missing_part") for issue in _completeness(parts))
        else "complete"
    )


def _completeness(parts: Parts) -> Iterator[Issue]:
    text = parts.text
    if is_template(parts):
        match = TEMPLATE.search(text)
        if match:
            yield Issue(
                "template",
                "文书含未填写的样式文字，不能据以认定本案的理由和结果。",
                ((match.start(), match.end()),),
            )
        return
    if len(text) < 40:
        return
    if "operative" not in parts.spans and not parts.report:
        yield Issue("truncated", "未见裁判主文，文本可能被截断。", ((max(0, len(text) - 40), len(text)),))
    elif not parts.operative_lead:
        yield Issue(
            "missing_part", "未见“判决如下”“裁定如下”等引语，存储文本可能缺段。", (parts.get("operative"),)
        )
    if "operative" in parts.spans and "reasons" not in parts.spans:
        yield Issue("missing_part", "未见“本院认为”部分，存储文本可能缺段。", (parts.get("operative"),))
    if "signatures" not in parts.spans and not parts.report and "operative" in parts.spans:
        yield Issue(
            "truncated", "未见审判人员署名和日期，文本可能被截断。", ((max(0, len(text) - 40), len(text)),)
        )


def _terms(parts: Parts) -> Iterator[Issue]:
    start, end = parts.get("operative")
    for match in _TERM.finditer(parts.text, start, end):
        begin, finish = make_date(*match.groups()[:3]), make_date(*match.groups()[3:])
        if begin and finish and finish < begin:
            yield Issue(
                "term_reversed", f"刑期终日（{finish}）早于始日（{begin}）。", ((match.start(), match.end()),)
            )


def _hearings(header: Header, steps: list[Step]) -> Iterator[Issue]:
    heard = [s for s in steps if s.kind == "开庭" and s.date]
    charged = [s for s in steps if s.kind == "起诉" and s.date]
    signed = header.date
    for step in heard:
        if signed and "×" not in signed[0] and "×" not in (step.date or "") and signed[0] < (step.date or ""):
            yield Issue(
                "signed_before_hearing",
                f"落款日期（{signed[0]}）早于开庭日期（{step.date}）。",
                ((step.start, step.end), signed[1:]),
            )
    if charged and heard and max(s.date or "" for s in heard) < min(s.date or "" for s in charged):
        yield Issue(
            "hearing_before_charge",
            f"开庭日期（{heard[-1].date}）早于提起公诉日期（{charged[0].date}）。",
            ((heard[-1].start, heard[-1].end), (charged[0].start, charged[0].end)),
        )


def _facts_after(parts: Parts, header: Header) -> Iterator[Issue]:
    """A fact found that is dated after the judgment itself."""
    if not header.date or "×" in header.date[0]:
        return
    start = parts.get("accusation")[0] or parts.get("found")[0]
    for iso, a, b in dates(parts.text, start, parts.get("reasons")[0]) if start else []:
        if iso > header.date[0] and not re.search(
            r"至$|到期|届满|有效期", parts.text[max(0, a - 6) : a] + parts.text[b : b + 8]
        ):
            yield Issue(
                "fact_after_judgment",
                f"所述日期（{iso}）晚于落款日期（{header.date[0]}）。",
                ((a, b), header.date[1:]),
            )


def _plain_number(number: str) -> str:
    return re.sub(r"(?<=\D)0+(?=\d+(?:-\d+|之.)?号$)", "", number)


def _numbers(parts: Parts) -> Iterator[Issue]:
    """One decision cited under two numbers: same year and serial, same court code, written differently."""
    limit = parts.get("appendix")[0] or len(parts.text)
    seen: dict[tuple[str, str], tuple[str, int, int]] = {}
    for match in CASE_NUMBER.finditer(parts.text, 0, limit):
        plain = _plain_number(match.group())
        shape = re.fullmatch(r"（(\d{4})）(.*?)(\d+)(?:-\d+|之.)?号", plain)
        if not shape:
            continue
        year, body, serial = shape.groups()
        stem = re.sub(r"[字第]", "", body)
        key = (year + serial, stem[:2] + stem[-1:])
        known = seen.get(key)
        if known and known[0] != plain and _alike(known[0], plain):
            yield Issue(
                "two_numbers",
                f"同一文书写作两个案号：{known[0]}、{plain}。",
                (known[1:], (match.start(), match.end())),
            )
        seen.setdefault(key, (plain, match.start(), match.end()))


def _alike(left: str, right: str) -> bool:
    return abs(len(left) - len(right)) <= 2 and len(set(left) ^ set(right)) <= 3


_AT = re.compile(
    r"((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日(凌晨|早上|上午|中午|下午|傍晚|晚上|晚|深夜)?(\d{1,2})[时点]"
)
_CAUGHT = re.compile(r"抓获|当场查获|控制|挡获|捉获")
_REPORTED = re.compile(r"接(?:到)?[^。，；]{0,16}(?:举报|报警|报案|报称)")


def _arrests(parts: Parts) -> Iterator[Issue]:
    """Caught on an hour before the report of the same day is recorded as received."""
    caught: list[tuple[str, int, int, int]] = []
    reported: list[tuple[str, int, int, int]] = []
    end = parts.get("reasons")[0] or len(parts.text)
    for match in _AT.finditer(parts.text, parts.get("proceedings")[1], end):
        iso = make_date(*match.groups()[:3])
        hour = int(match.group(5)) + (
            12 if match.group(4) in ("下午", "傍晚", "晚上", "晚") and int(match.group(5)) < 12 else 0
        )
        stop = min(
            x for x in (parts.text.find("；", match.end()), parts.text.find("。", match.end()), end) if x > 0
        )
        body = parts.text[match.end() : stop]
        if iso and (catch := _CAUGHT.search(body)):
            report = _REPORTED.search(body)
            caught.append((iso, hour, match.start(), match.end() + catch.end()))
            if report and report.start() > catch.start():
                reported.append((iso, hour, match.start(), stop))
        elif iso and _REPORTED.search(body):
            reported.append((iso, hour, match.start(), stop))
    for iso, hour, a, b in reported:
        earlier = [c for c in caught if c[0] == iso and c[1] < hour]
        if earlier:
            yield Issue(
                "arrest_before_report",
                f"{iso}抓获或查获时间（{earlier[0][1]}时许）早于接报时间（{hour}时许）。",
                ((earlier[0][2], earlier[0][3]), (a, b)),
            )


_CUSTODY = re.compile(
    r"((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日[^。；，]{0,30}?(?:被[^。；，]{0,24})?(刑事拘留|逮捕)"
)


def _custody(parts: Parts) -> Iterator[Issue]:
    """Arrested (逮捕) before detained (拘留) in one sentence of the header."""
    last: tuple[str, int, int] | None = None
    start, end = parts.get("header")
    for match in _CUSTODY.finditer(parts.text, start, end):
        iso = make_date(*match.groups()[:3])
        if not iso:
            continue
        if match.group(4) == "刑事拘留":
            last = (iso, match.start(), match.end())
        elif last and iso < last[0] and "。" not in parts.text[last[2] : match.start()]:
            yield Issue(
                "arrest_before_detention",
                f"逮捕日期（{iso}）早于刑事拘留日期（{last[0]}）。",
                (last[1:], (match.start(), match.end())),
            )


_PENALTY = re.compile(
    r"(有期徒刑|拘役|管制)([一二三四五六七八九十]{1,3}年)?(?:零)?([一二三四五六七八九十]{1,2}个月)?"
)


def _penalties(parts: Parts) -> Iterator[Issue]:
    text = parts.text
    start, end = parts.get("operative")
    if not end:
        return
    stated = [m for m in _PENALTY.finditer(text, start, end) if m.group(2) or m.group(3)]
    reasons = parts.get("reasons")[0] or start
    for match in _PENALTY.finditer(text, reasons, start):
        length = (match.group(2), match.group(3))
        same = [m for m in stated if (m.group(2), m.group(3)) == length]
        if (
            any(length)
            and same
            and all(m.group(1) != match.group(1) for m in same)
            and "前" not in text[match.start() - 30 : match.start()]
            and not re.search(r"曾|建议|原判|原审", text[max(0, match.start() - 40) : match.start()])
        ):
            yield Issue(
                "penalty_differs",
                f"同一刑期在理由中写作“{match.group()}”，主文写作“{same[0].group()}”。",
                ((match.start(), match.end()), (same[0].start(), same[0].end())),
            )
    notice = parts.get("signatures")[0] or end
    imposed = re.search(
        r"(?:并处|单处|处|判处|、|，|执行)罚金|罚金(?:人民币)?[\d一二三四五六七八九十壹贰叁肆伍陆柒捌玖]",
        text[start:end],
    )
    demanded = re.compile(r"罚金(?:在|于|限|应|自)[^。；]{0,24}缴纳").search(text, start, notice)
    if demanded and not imposed:
        yield Issue(
            "fine_not_imposed",
            "主文未判处罚金，却载明罚金的缴纳期限。",
            ((demanded.start(), demanded.end()),),
        )


_BROKEN = re.compile(
    r"(?:有期徒刑|拘役|管制)(?:[一二三四五六七八九十]{1,3}年)?(?:零)?[一二三四五六七八九十]{1,2}个(?!月)"
)
_ODD_SUM = re.compile(r"余元")
_DAY = re.compile(r"(?<=\d)月(\d{1,2})([日目])")


def _figures(parts: Parts) -> Iterator[Issue]:
    text = parts.text
    limit = parts.get("appendix")[0] or len(text)
    for match in _BROKEN.finditer(text, 0, limit):
        yield Issue("broken_term", f"刑期书写不完整：“{match.group()}”。", ((match.start(), match.end()),))
    for match in _ODD_SUM.finditer(text, parts.get("proceedings")[1], limit):
        figure = re.search(r"(?<![\d.])\d{1,3}\.\d{1,2}$", text[max(0, match.start() - 8) : match.start()])
        if figure:
            start = match.start() - len(figure.group())
            yield Issue("odd_sum", f"金额书写异常：“{text[start : match.end()]}”。", ((start, match.end()),))
    for match in _DAY.finditer(text, 0, limit):
        month = re.search(r"\d+$", text[max(0, match.start() - 4) : match.start()])
        if month and (
            match.group(2) == "目"
            or int(month.group()) > 12
            and len(month.group()) == 2
            or int(match.group(1)) > 31
        ):
            start = match.start() - len(month.group())
            yield Issue(
                "impossible_date", f"不存在的日期：“{text[start : match.end()]}”。", ((start, match.end()),)
            )


_PAPER = re.compile(r"（(\d{1,4})）([\u4e00-\u9fff]{2,10}字)第(\d{3,5})号")


def _documents(parts: Parts) -> Iterator[Issue]:
    """An expert paper cited under two numbers, one of them with a broken year."""
    seen: list[re.Match[str]] = []
    for match in _PAPER.finditer(parts.text):
        for other in seen:
            if other.group(2) != match.group(2) or other.group() == match.group():
                continue
            years, serials = {other.group(1), match.group(1)}, (other.group(3), match.group(3))
            differing = sum(a != b for a, b in zip(*serials, strict=False)) + abs(
                len(serials[0]) - len(serials[1])
            )
            if len(years) == 2 and any(len(y) in (1, 3) for y in years) and differing <= 2:
                yield Issue(
                    "paper_numbers_differ",
                    f"同一鉴定文书写作两个编号：{other.group()}、{match.group()}。",
                    ((other.start(), other.end()), (match.start(), match.end())),
                )
        seen.append(match)


_UNDISPUTED = re.compile(r"(?:被告人|上诉人)[^。；，]{0,40}?(?:均|亦)(?:无|没有)异议")
_DISPUTES = re.compile(
    r"否认|不属实|不构成|没有(?:到过|去过|贩卖|实施|参与|故意|持有|盗窃|伤害)|不知情|非法证据|诱供|刑讯|不应(?:当)?(?:定|认定)|不是其|无罪"
)


def _same_person(phrase: str, by: str) -> bool:
    """Does the phrase 被告人某亦无异议 speak of the one who argues, as far as names tell?"""
    named = re.match(r"(?:被告人|上诉人)([^，。；]{2,30}?)(?=在|对|亦|均|及|于|当庭)", phrase)
    arguing = re.sub(r"被告人|上诉人|原审|的?(?:指定)?辩护人.*", "", by)
    return not named or not arguing or arguing in named.group(1)


def _no_objection(parts: Parts, arguments: list[Argument]) -> Iterator[Issue]:
    """The findings say nobody objected, the defence is told to have disputed."""
    start = parts.get("found")[0] or parts.get("accusation")[0]
    end = parts.get("reasons")[0]
    disputed = [a for a in arguments if _DISPUTES.search(a.text) and a.by]
    match = (
        next(
            (
                m
                for m in _UNDISPUTED.finditer(parts.text, start, end)
                if re.search(r"上述|以上", parts.text[max(0, m.start() - 12) : m.start()])
            ),
            None,
        )
        if end
        else None
    )
    disputed = [a for a in disputed if match and _same_person(match.group(), a.by)]
    if match and disputed:
        yield Issue(
            "objection_overlooked",
            "认定部分称“无异议”，而文书又载有对事实或定性的辩解。",
            ((match.start(), match.end()), (disputed[0].start, disputed[0].end)),
        )
