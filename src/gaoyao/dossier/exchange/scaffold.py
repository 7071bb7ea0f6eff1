"""The commented template that `gaoyao new` writes: it loads as it stands, and every line says what to put there."""

from __future__ import annotations

from collections.abc import Sequence

from gaoyao.dossier.exchange import names
from gaoyao.dossier.exchange.emit import quote
from gaoyao.dossier.model import DossierError
from gaoyao.dossier.vocabulary import (
    Accused,
    Acquisition,
    Arrival,
    Case,
    Count,
    Exhibit,
    Fact,
    Incident,
    Inquiry,
    Interrogation,
    Item,
    Link,
    Person,
    Step,
)
from gaoyao.logic.tree import Field


def scaffold(charge: str | None = None, facts: Sequence[tuple[str, str] | tuple[str, str, str]] = ()) -> str:
    """The template, with `charge` as the accusation where given.

    `facts` are the facts usually to be proved for it, (code of 事实性质, text) or (code, text, 要件代号) each;
    without them the template holds the few that most cases have.  Raises DossierError when a text is empty or no
    single line, or for an unknown code.
    """
    if charge is not None and not _one_line(charge):
        raise DossierError(("罪名应为一行文字，例如 gaoyao new --charge 盗窃。",))
    roles = dict(Fact.role.options)
    for role, text, *template in facts:
        if role not in roles or not all(map(_one_line, (text, *template))):
            raise DossierError((f"待证事实（{role}，{text!r}）应为事实性质的代号和一行文字。",))
    lines = [*_HEAD, *_case(), *_people(charge), *_facts(facts or _FACTS), *_items(), *_TAIL]
    lines += _rest(lines)
    return "\n".join(lines) + "\n"


_HEAD = (
    "# 案件文件（交换格式）。一个文件写一个案件，用 UTF-8 保存；“#”之后是说明，可以删去。",
    "# 没有查过的，整行删去或者冒号后面留空（未录入）；查过而卷内没有的写“卷内无记载”；",
    "# 问过、查证已经终结仍不能确定的写“查而不明”；不适用的写 {不适用: 理由}。三者意义不同，不要互相代替。",
    "# 任何一个值都可以写成长写法，注明出处：{值: 否, 页: 卷二第15页, 原文: 笔录原话, 依据: 确认}；",
    "# 几份材料说法不同的，写成 {各说: [{值: 是, 页: 卷一第3页}, {值: 否, 页: 卷二第8页}]}。",
    "# 时间写 2021-03-05、2021-03-05 23:00、2021年3月5日23时许，或者“起 ~ 止”。全部的键见《交换格式》一章。",
    f"{names.FORMAT.zh}: {names.VERSION}",
    "",
)


def _line(indent: int, field: Field, value: str = "", remark: str = "") -> str:
    said = f"{' ' * indent}{quote(field.label)}: {quote(value, typed=True) if value else ''}".rstrip()
    note = remark or ("可填：" + " | ".join(label for _, label in field.options) if field.options else "")
    return f"{said}  # {note}" if note else said


def _case() -> list[str]:
    return [
        "案件:",
        _line(2, Case.title),
        _line(2, Case.number),
        _line(2, Case.invented, remark="练习、演示用的案件填“是”"),
        _line(2, Case.stage),
        _line(2, Case.procedure),
        _line(2, Case.court_level),
        _line(2, Case.investigating_body),
        _line(2, Case.hearing_on, remark="没有填，按今天的法律审查"),
        _line(2, Case.death_possible, remark="是、否"),
        _line(
            2,
            Case.evidence_complete,
            remark="证据目录所列证据全部录入后填“是”；没有填，就不会得出“没有其他证据”",
        ),
        "",
    ]


def _people(charge: str | None) -> list[str]:
    return [
        "被告人:",
        "  - id: A1  # 标识：文件里用它来引用，整个案件不能重复",
        _line(4, Accused.name),
        _line(4, Accused.born_on),
        _line(4, Accused.pleads_guilty, remark="是、否"),
        "    到案经过:",
        _line(6, Arrival.happened),
        _line(6, Arrival.manner),
        "",
        "犯罪事实:  # 一起一项；多起的逐项添加",
        "  - id: I1",
        _line(4, Incident.title),
        _line(4, Incident.happened),
        _line(4, Incident.place),
        "",
        "指控:  # 一名被告人、一起事实、一个罪名，是一项指控",
        "  - id: C1",
        _line(4, Count.accused, "A1"),
        _line(4, Count.incident, "I1"),
        f"    {Count.charge.label}: {quote(charge.strip()) if charge else ''}".rstrip(),
        "",
    ]


_FACTS = (
    ("crime_exists", "被指控的犯罪事实已经发生"),
    ("identity", "被指控的犯罪行为系该被告人实施"),
    ("act", "行为的时间、地点、手段、经过"),
    ("result", "行为造成的结果"),
    ("intent", "被告人的主观方面"),
    ("capacity", "被告人有刑事责任能力"),
)


def _one_line(text: str) -> bool:
    return bool(text.strip()) and not any(ord(char) < 32 for char in text)


def _facts(facts: Sequence[tuple[str, str] | tuple[str, str, str]]) -> list[str]:
    roles = dict(Fact.role.options)
    out = ["待证事实:  # 按指控的罪名增减、改写；下面几项是多数案件都有的"]
    for n, (role, text, *template) in enumerate(facts, start=1):
        out += [
            f"  - id: F{n}",
            f"    {Fact.text.label}: {quote(text)}",
            *(f"    {Fact.template.label}: {quote(code)}" for code in template),
            f"    {Fact.counts.label}: [C1]",
            f"    {Fact.role.label}: {roles[role]}",
        ]
    return [*out, ""]


def _items() -> list[str]:
    return [
        "证据:  # 一份证据一项，照下面添加",
        "  - id: E1",
        _line(4, Item.title),
        _line(4, Item.type),
        _line(4, Item.page, remark="例如 卷二第15页"),
        _line(4, Item.speaker, remark="供述、证言填被告人或其他人员的标识，例如 A1"),
        _line(
            4, Item.against, remark="控方用来指控的填“是”，其余填“否”；没有填，取证是否合法的多数检查不会进行"
        ),
        _line(4, Item.admits, remark="只有供述才写：承认的填“是”，辩解的填“否”"),
        "    讯问:  # 只有供述才写；证言写“询问”，物证写“提取”，辨认、鉴定、电子数据各有一节",
        _line(6, Interrogation.start),
        _line(6, Interrogation.end),
        _line(6, Interrogation.place_type),
        _line(6, Interrogation.confirmed, remark="是、否"),
        _line(6, Interrogation.recorded, remark="是、否"),
        "    证明联系:  # 这份证据支持或者反对哪一项待证事实",
        f"      - {Link.fact.label}: F1",
        _line(8, Link.direction),
        _line(8, Link.tie),
        _line(8, Link.page),
        *_more_items(),
        "",
    ]


def _more_items() -> list[str]:
    """A statement of a witness and an exhibit, the procedure and a person, as comments to be opened."""
    link = f"    证明联系: [{{{Link.fact.label}: F1, {Link.direction.label}: 支持, {Link.tie.label}: "
    against = f"    {Item.against.label}: 是"
    lines = [
        "  - id: E2",
        _line(4, Item.title, "虚构某的证言"),
        _line(4, Item.type, "证人证言").split("  #")[0],
        _line(4, Item.speaker, "P1", remark="P1 写在下面的“人员”里"),
        against,
        "    询问:",
        _line(6, Inquiry.start, remark="例如 2021-03-06 09:00"),
        _line(6, Inquiry.individual, remark="是、否"),
        _line(6, Inquiry.confirmed, remark="是、否"),
        f"{link}言词}}]",
        "  - id: E3",
        _line(4, Item.title, "虚构的工具一把"),
        _line(4, Item.type, "物证").split("  #")[0],
        against,
        "    提取:",
        _line(6, Acquisition.happened),
        _line(6, Acquisition.by_search_or_scene, remark="是、否"),
        _line(6, Acquisition.record_or_list, remark="是、否"),
        _line(6, Acquisition.source_provable, remark="是、否"),
        "    物品:  # 可以有几件，每件以“- ”开头",
        f"      - {Exhibit.name.label}: 虚构的工具",
        _line(8, Exhibit.tool, remark="是、否"),
        _line(8, Exhibit.tied_to_act),
        f"{link}种类相同}}]",
        "人员:",
        f"  - {{id: P1, {Person.name.label}: 虚构某, {Person.role.label}: 证人}}",
        "程序事项:  # 没有录入，期限就没有检查",
        f"  - {{{Step.event.label}: 执行拘留, {Step.happened.label}: 2021-03-05 21:00, {Step.accused.label}: A1}}",
    ]
    return [
        "# 证言、物证、人员、程序事项的样子如下；需要时去掉每行开头的“# ”，换成真实的内容：",
        *(f"# {line}" for line in lines),
    ]


def _rest(lines: Sequence[str]) -> list[str]:
    """The lists that nothing above mentions, by their labels, so that the template names every one."""
    said = {line.lstrip("# ").split(":")[0] for line in lines if ":" in line}
    known = {
        word.kind
        for word in (names.TOP.get(one) for one in said)
        if word is not None and not isinstance(word, names.Word)
    }
    plain = (kind.label.split("（", 1)[0] for kind in names.top_kinds() if kind.kind not in known)
    return [f"# {label}:" for label in plain]


_TAIL = (
    "# 下面各项需要时去掉“#”填写：",
    "# 矛盾:        # 证据之间的矛盾",
    "# 其他可能:    # 他人作案、意外、自杀等，怎样排除的",
    "# 不在场:      # 所称起于、所称止于、所称地点，谁能证明，查了没有",
    "# 疑点:",
    "# 有利证据:",
    "# 反证核查:    # 罪名的反证问题查过没有，写明理由；代号见 gaoyao law charges",
    "# 合法性申请:  # 排除非法证据申请、合法性疑问",
    "# 辩护意见:    # 逐条写，便于逐条回应",
    "# 庭审:",
    "# 补充调查:",
    "# 以往审次:",
    "# 权利登记:    # 逐项写：告知、行使、放弃，卷宗页码",
    "# 辩护申请:    # 会见、阅卷、调取无罪罪轻证据等，和法院的答复",
    "# 程序异议:",
    "# 级别管辖核对:",
    "# 报请延长审限:",
    "# 控告、申诉:  # 审判监督阶段",
    "# 拟处理意见:  # 归入法院副卷；下面六项也归入法院副卷",
    "# 合议庭:      # 每名成员的评议意见和理由",
    "# 审判委员会讨论:",
    "# 裁判认定的内容:  # 逐项对应庭审笔录",
    "# 向上级法院请示:",
    "# 联合办案登记:",
    "# 责任分析:",
    "# 考核方案:    # 归入法院副卷；评查时用",
    "# 过问、干预、压力登记:  # 归入过问登记分卷，与案卷分开",
)
