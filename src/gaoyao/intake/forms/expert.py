"""鉴定意见: institution, date, sample, what kind of conclusion; and that the parties were told."""

from __future__ import annotations

import re

from gaoyao.dossier.vocabulary import Appraisal, Item
from gaoyao.intake.forms.base import Cell, Form, Reader, whole

EXPECTED = (Appraisal.agency, Appraisal.issued_on, Appraisal.sample, Appraisal.conclusion, Appraisal.unsigned)
_AGENCY = re.compile(r"[\u4e00-\u9fff（）]{2,30}(?:鉴定所|鉴定中心|鉴定机构|检验中心|检测中心|物证鉴定室|鉴定室|司法鉴定[\u4e00-\u9fff]{0,4}|价格认证中心|价格认定中心|刑事科学技术研究所|会计师事务所|药品检验所|技术中队|技术室)")
_CONCLUSION = re.compile(r"(?:(?:鉴定|检验|检测|认定)(?:意见|结论|结果)|[一二三四五六七八九]、(?:鉴定|检验|检测)?(?:意见|结论))[：:。\n]*(?P<said>[^\n]{4,400})")
_NATURES = (
    ("inconclusive", r"(?:不能|无法|难以)(?:认定|确定|作出|排除|得出|检出.{0,6}分型)|不具备(?:检验|鉴定|比对)条件|检验结果不明"),
    ("exclusion", r"排除|不(?:是|属于)?(?:同一|来自)|不一致|不相同|不匹配|未检出"),
    ("grade", r"(?:轻微伤|轻伤|重伤)(?:[一二]级)?|伤残|死亡原因|死因|系[^。\n]{0,30}死亡|刑事责任能力"),
    ("quantity", r"含量|净重|价格|价值|金额|毫克|mg|认定(?:总)?价"),
    ("identity", r"(?<!不)(?:为|是|系|与)[^。\n]{0,60}(?:(?<!不是)同一(?:人|枚|人所留|个体)|(?<!不)相同|(?<!不)一致|(?<!不)匹配)|(?<!排除)(?:系|为|是)[^。\n，]{0,30}所留|支持[^。\n]{0,40}(?:来源于|为)|似然(?:比|率)"),
    ("class_only", r"同种|同类|种类(?:相同|一致)|(?:检出|含有)[^。\n]{0,16}(?:成分|甲基苯丙胺|海洛因|氯胺酮)|血型"),
)  # fmt: skip
_SAMPLE = re.compile(r"(?:(?:送检)?(?:检材|样本|材料)(?:和样本|及样本)?|送检物品|鉴定材料|标的)[：:\n]+(?P<said>[^\n]{2,200})")


def appraisal(reader: Reader) -> Form:
    """An expert opinion."""
    form = Form("appraisal")
    kind = Appraisal
    cells: list[Cell | None] = [_agency(reader), _issued(reader), _of(reader, _SAMPLE), _conclusion(reader), _signed(reader)]
    cells.append(reader.yes(kind.told_to_parties, r"(?:已|将)[^。\n]{0,12}鉴定意见[^。\n]{0,12}(?:告知|送达)(?:当事人|犯罪嫌疑人|被害人)"))
    form.cells = whole(cells, EXPECTED)
    issued = form.get(kind.issued_on)
    if issued is not None and issued.start is not None:
        form.item.append(issued._replace(field=Item.happened))
    said = _CONCLUSION.search(reader.text)
    if said:
        form.item.append(reader.cell(Item.summary, reader.raw(*said.span("said")).strip()[:300], *said.span("said")))
    return form


def _agency(reader: Reader) -> Cell | None:
    found = _AGENCY.search(reader.text[:400]) or _AGENCY.search(reader.text[-400:], 0)
    if found is None:
        return None
    shift = 0 if _AGENCY.search(reader.text[:400]) else max(0, len(reader.text) - 400)
    return reader.cell(Appraisal.agency, found.group(), found.start() + shift, found.end() + shift)


def _issued(reader: Reader) -> Cell | None:
    found = reader.labelled("鉴定日期|出具日期|签发日期|报告日期|完成日期")
    moments = list(reader.moments(*found)) if found else []
    if not moments:
        moments = list(reader.moments(0, len(reader.text)))[-1:]
    return reader.cell(Appraisal.issued_on, *moments[0]) if moments else None


def _of(reader: Reader, pattern: re.Pattern[str]) -> Cell | None:
    found = pattern.search(reader.text)
    return reader.cell(Appraisal.sample, reader.raw(*found.span("said")).strip(), *found.span("said")) if found else None


def _conclusion(reader: Reader) -> Cell | None:
    """The last part that is headed as the conclusion; two natures in it give no answer."""
    found = list(_CONCLUSION.finditer(reader.text))
    if not found:
        return None
    said = found[-1]
    natures = [code for code, pattern in _NATURES if re.search(pattern, said["said"])]
    if not natures or (len(natures) > 1 and set(natures) & {"identity", "exclusion", "inconclusive"} > {natures[0]}):
        return None
    return reader.cell(Appraisal.conclusion, natures[0], *said.span("said"))


def _signed(reader: Reader) -> Cell | None:
    found = re.search(r"(?:鉴定人|检验人|检测人)(?:（签名）|签名|签字)?[：:]?[^\n]{0,10}?([\u4e00-\u9fff]{2,4})[^\n]{0,60}", reader.text[-500:])
    sealed = re.search(r"（(?:公章|鉴定专用章|印章|盖章)）|鉴定专用章", reader.text)
    if found and sealed:
        shift = max(0, len(reader.text) - 500)
        return reader.cell(Appraisal.unsigned, False, found.start() + shift, found.end() + shift)
    return None


def told(reader: Reader) -> Form:
    """鉴定意见通知书: the date on which the parties were told."""
    form = Form("told")
    moments = list(reader.moments(0, len(reader.text)))
    if moments:
        form.item.append(reader.cell(Item.happened, *moments[-1]))
    return form
