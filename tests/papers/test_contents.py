"""每种文书写了什么：六份虚构案件，每一行是律师、检察官、法官会去找的一句话。"""

from __future__ import annotations

import re

import pytest

from gaoyao.dossier.vocabulary import Decision
from gaoyao.law.citation import Citation
from gaoyao.law.rule import Effect
from gaoyao.papers import form, reader
from gaoyao.papers.blocks import by_rule
from gaoyao.papers.kinds.exclusion import challenged
from gaoyao.papers.quotable import UNQUOTED, official, quotable
from gaoyao.procedure import RULES as DEADLINES
from gaoyao.review.engine import rules
from gaoyao.review.standing import Rung
from tests.papers.making import CASES, KINDS, made, material, opened, words

ROBBERY, POISON, SWAP, BRIBE, MINORS, THEFTS = CASES

FOUND = [
    # 阅卷笔录按证据组摘录，写明卷页和案件文件的行
    (ROBBERY, "阅卷笔录", ["第一组：河堤路一起的报案、勘查、伤情、价格", "受案登记表（河堤路）", "卷一第1页（127行）"]),
    # 摘录里写明证据支持、反对哪一事实
    (ROBBERY, "阅卷笔录", ["支持F1（情状）", "反对F4（言词）"]),
    # 成组出示、质证的，逐件写得出来
    (ROBBERY, "证据审查表", ["已出示", "已质证", "已查证属实"]),
    # 已经裁定排除的，写明谁裁定、在哪一页
    (ROBBERY, "证据审查表", ["× 经裁定排除", "乙县人民法院：予以排除（重审卷第55页（728行））"]),
    # 申请书写线索、取证的时间地点人员、条文全称，书名号里套书名号用单书名号
    (ROBBERY, "排除非法证据申请书", [
        "贺某甲第二次讯问笔录", "讯问开始：2021-03-22 09:00", "地点：丙镇派出所", "入所或者其后的健康检查记载有伤",
        "《最高人民法院关于适用〈中华人民共和国刑事诉讼法〉的解释》（法释〔2021〕1号）第一百二十七条", "人民法院",
    ]),
    # 决定书只是草稿：结论三选一都空着，已有裁定的另列
    (ROBBERY, "排除非法证据决定书草稿", ["□ 予以排除", "□ 不予排除", "□ 继续调查", "案卷中已有的裁定（不再列入）"]),
    # 审查起诉阶段的申请向检察院提出，依据是检察院的调查核实职责
    (BRIBE, "排除非法证据申请书", ["请求人民检察院", "《中华人民共和国刑事诉讼法》第五十七条"]),
    # 监察机关调查的案件，叫补充调查提纲，依据退回补充调查的条文
    (BRIBE, "补充侦查提纲", ["补充调查提纲", "《中华人民共和国刑事诉讼法》第一百七十条第一款", "录音录像是否全程不间断"]),
    # 提纲要求有利、不利都查
    (POISON, "补充侦查提纲", ["无论结果对被告人有利还是不利", "现场提取的每一处痕迹"]),
    # 没有回应的辩护意见标出来，回应了没有说理由的另外标出
    (ROBBERY, "辩护意见采纳情况表", ["■ 没有回应", "▲ 已回应，没有说明理由", "○ 已回应并说明理由", "重审判决第9页"]),
    # 审查报告写到期限、以往审次、限制发问以外的程序，结论留空
    (ROBBERY, "审查报告", ["以事实不清、证据不足发回", "不出具“未见障碍”，因为：", "承办人意见：", "案件由来和诉讼经过"]),
    # 多起案件逐起看
    (THEFTS, "审查报告", ["共120个待证点", "未见障碍", "有障碍"]),
]  # fmt: skip


@pytest.mark.parametrize(("case", "kind", "phrases"), FOUND)
def test_文书里写着(case: str, kind: str, phrases: list[str]) -> None:
    text = words(case, kind)
    assert [phrase for phrase in phrases if phrase not in text] == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("case", CASES)
def test_文书打得开_用A4_标明虚构(case: str, kind: str) -> None:
    package = made(case, kind)
    if package is None:
        m = material(case, reader(form(kind), None))
        assert form(kind).lacking(m).endswith("。")
        return
    document = opened(package)
    section = document.sections[0]
    assert {round(section.page_width.mm), round(section.page_height.mm)} == {210, 297}
    assert (section.page_width > section.page_height) == form(kind).wide
    assert document.paragraphs[1].text == "（虚构案例，仅供演示）"
    assert "虚构案例" in section.header.paragraphs[0].text
    assert "虚构案例" in section.even_page_header.paragraphs[0].text
    assert "PAGE" in section.footer._element.xml
    assert "PAGE" in section.even_page_footer._element.xml


@pytest.mark.parametrize("kind", ["阅卷笔录", "审查报告"])
@pytest.mark.parametrize("case", CASES)
def test_每一项发现的卷页和可以引用的条文都在(case: str, kind: str) -> None:
    m, text = material(case, reader(form(kind), None)), words(case, kind)
    assert m.review.findings
    for group in by_rule(m.review.findings):
        assert group[0].rule.title in text
        cited = quotable(group[0].citations)
        assert [one.brief for one in cited if one.brief not in text] == []
        assert [official(one) for one in cited if official(one).removesuffix(one.provision) not in text] == []
        assert cited or UNQUOTED in text
        for one in group:
            assert f"{one.id}　" in text
            assert m.finding_place(one) in text


@pytest.mark.parametrize("case", CASES)
def test_证据审查表逐件列出_件件有卷页_关于证据的发现件件在(case: str) -> None:
    m, text = material(case, reader(form("证据审查表"), None)), words(case, "证据审查表")
    assert m.review.items
    for line in m.review.items:
        assert m.place(line.subject.id) in text
        assert m.title(line.subject.id) in text
    for one in m.review.findings:
        if one.subject.kind == "item":
            assert m.finding_place(one) in text
            assert [cited.brief for cited in quotable(one.citations) if cited.brief not in text] == []


@pytest.mark.parametrize("case", CASES)
def test_申请书只写理由已现而没有裁定的证据_每一项理由都在(case: str) -> None:
    m, text = material(case, reader(form("排除非法证据申请书"), None)), words(case, "排除非法证据申请书")
    chosen = {one.item: one.grounds for one in challenged(m)}
    assert bool(chosen) == bool(text)
    for line in m.review.items:
        ground = [one for one in m.item_findings.get(line.subject.id, []) if one.rule.effect is Effect.GROUND]
        if line.rung is Rung.GROUND_FOUND and any(quotable(one.citations) for one in ground):
            assert line.subject.id in chosen
    for item, grounds in chosen.items():
        assert m.place(item) in text
        for one in grounds:
            assert m.finding_place(one) in text
            assert [cited for cited in quotable(one.citations) if official(cited) not in text] == []


@pytest.mark.parametrize("case", CASES)
def test_提纲的每一问都写着_合议庭自己回答的不送出去(case: str) -> None:
    m, text = material(case, reader(form("补充侦查提纲"), None)), words(case, "补充侦查提纲")
    for one in m.review.questions:
        if one.answers in ("侦查（调查）机关", "人民检察院", "鉴定机构", "看守所"):
            assert one.text in text
    assert "请合议庭查明" not in text
    assert "请辩护方查明" not in text


# ---------------------------------------------------------------- 什么不进文书


def every_citation() -> set[Citation]:
    cited = {source for rule in rules() for source in rule.sources}
    return cited | {source for row in DEADLINES.values() for source in row.citations}


def forms(one: Citation) -> set[str]:
    return {one.instrument.short + one.provision, official(one)}


UNQUOTABLE = [one for one in every_citation() if not quotable((one,))]
OPEN = {told for one in every_citation() if quotable((one,)) for told in forms(one)}
BARRED = sorted(
    told for one in UNQUOTABLE for told in forms(one)
    # 旧刑事诉讼法与现行法同名：全称相同的以现行法为准，另有简称“刑事诉讼法（2012）”可以分辨
    if one.instrument_id != "cpl2012" or told.startswith("刑事诉讼法（2012）")
    if not any(known.startswith(told) for known in OPEN)
)  # fmt: skip


def test_确有不得引用的条文_未核的和仅供内部参考的都认得出() -> None:
    assert any(not one.verified for one in UNQUOTABLE)
    assert any(one.instrument.citable.value == "internal" for one in UNQUOTABLE)
    assert len(BARRED) > 20


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("case", CASES)
def test_条号未核的和仅供内部参考的条文不进文书(case: str, kind: str) -> None:
    text = words(case, kind)
    assert "条号未核" not in text
    assert [one for one in BARRED if one in text] == []


def test_只依据未核条文的发现写明不引用() -> None:
    m = material(BRIBE, reader(form("审查报告"), None))
    assert any(not quotable(one.citations) for one in m.review.findings)
    assert UNQUOTED in words(BRIBE, "审查报告")


FORBIDDEN = re.compile(r"已证|构成.{0,8}罪，|足以认定有罪|建议判处|量刑建议|应当判处|有罪概率|可能性为")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("case", CASES)
def test_不说已证_不说有罪_不预测刑期(case: str, kind: str) -> None:
    assert FORBIDDEN.findall(words(case, kind)) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("case", CASES)
def test_拟处理意见属于内卷_任何文书都不写(case: str, kind: str) -> None:
    m = material(case, reader(form(kind), None))
    reasons = [m.words(Decision.reason, one) for one in m.subjects("decision")]
    assert [one for one in reasons if one and one in words(case, kind)] == []


@pytest.mark.parametrize("case", [ROBBERY, BRIBE])
def test_决定书的结论和理由是空白(case: str) -> None:
    package = made(case, "排除非法证据决定书草稿")
    assert package is not None
    (table,) = [one for one in opened(package).tables if one.rows[0].cells[1].text == "结论（勾选其一）"]
    for row in table.rows[1:]:
        assert [one.text for one in row.cells[1].paragraphs] == ["□ 予以排除", "□ 不予排除", "□ 继续调查"]
        assert row.cells[2].text.strip() == ""


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("case", CASES)
def test_签名和日期留空(case: str, kind: str) -> None:
    package = made(case, kind)
    if package is None:
        return
    texts = [one.text for one in opened(package).paragraphs]
    signs = [one for one in texts if "（签名）" in one]
    assert signs
    assert [one for one in signs if one.split("：", 1)[1].strip("　 ")] == []
    assert [one for one in texts if re.fullmatch(r"　*年　+月　+日　*", one)]
