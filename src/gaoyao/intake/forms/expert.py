"""鉴定意见: institution, date, sample, what kind of conclusion; and that the parties were told."""

from __future__ import annotations

import re

from gaoyao.dossier.model import Span
from gaoyao.dossier.vocabulary import Appraisal, Item
from gaoyao.intake.forms.base import Cell, Form, Reader, whole
from gaoyao.intake.forms.signing import BELOW, MARK, signature, tail, typed

EXPECTED = (Appraisal.agency, Appraisal.issued_on, Appraisal.sample, Appraisal.conclusion, Appraisal.unsigned)
_AGENCY = re.compile(
    r"[\u4e00-\u9fff（）]{2,30}(?:鉴定所|鉴定中心|鉴定机构|检验中心|检测中心|物证鉴定室|鉴定室|司法鉴定[\u4e00-\u9fff]{0,4}|价格认证中心|价格认定中心|刑事科学技术研究所|会计师事务所|药品检验所|技术中队|技术室)"
)
_CONCLUSION = re.compile(
    r"(?:(?:鉴定|检验|检测|认定)(?:意见|结论|结果)|[一二三四五六七八九]、(?:鉴定|检验|检测)?(?:意见|结论))[：:。\n]*(?P<said>[^\n]{4,400})"
)
_NATURES = (
    ("inconclusive", r"(?:不能|无法|难以)(?:认定|确定|作出|排除|得出|检出.{0,6}分型)|不具备(?:检验|鉴定|比对)条件|检验结果不明"),
    ("exclusion", r"排除|不(?:是|属于)?(?:同一|来自)|不一致|不相同|不匹配|未检出"),
    ("grade", r"(?:轻微伤|轻伤|重伤)(?:[一二]级)?|伤残|死亡原因|死因|系[^。\n]{0,30}死亡|刑事责任能力"),
    ("quantity", r"含量|净重|价格|价值|金额|毫克|mg|认定(?:总)?价"),
    ("class_only", r"同种|同类|(?:种类|类型|型号|花纹|材质|成分|颜色|血型|种属)[^。，；\n]{0,6}(?:相同|一致|相符|近似)|血型|不能(?:确定|认定)(?:为|是)?同一"),
    ("identity", r"(?<!不)(?:为|是|系|与)[^。\n]{0,60}(?:(?<!不是)同一(?:人|枚|人所留|个体)|(?<!不)相同|(?<!不)一致|(?<!不)匹配)|(?<!排除)(?:系|为|是)[^。\n，]{0,30}所留|支持[^。\n]{0,40}(?:来源于|为)|似然(?:比|率)"),
    ("composition", r"(?:检出|含有|均?为)[^。\n]{0,16}(?:成分|甲基苯丙胺|海洛因|氯胺酮|乙醇|毒鼠强|氰化物)"),
)  # fmt: skip
_SAMPLE = re.compile(
    r"(?:(?:送检)?(?:检材|样本|材料)(?:和样本|及样本)?|送检物品|鉴定材料|标的)[：:\n]+(?P<said>[^\n]{2,200})"
)


def appraisal(reader: Reader) -> Form:
    """An expert opinion."""
    form = Form("appraisal")
    kind = Appraisal
    issued_on = _issued(reader)
    cells: list[Cell | None] = [
        _agency(reader),
        issued_on,
        _of(reader, _SAMPLE),
        _conclusion(reader),
        _signed(reader),
        *_qualified(reader, issued_on),
    ]
    cells.append(
        reader.yes(
            kind.told_to_parties,
            r"(?:已|将)[^。\n]{0,12}鉴定意见[^。\n]{0,12}(?:告知|送达)(?:当事人|犯罪嫌疑人|被害人)",
        )
    )
    form.cells = whole(cells, EXPECTED)
    issued = form.get(kind.issued_on)
    if issued is not None and issued.start is not None:
        form.item.append(issued._replace(field=Item.happened))
    said = _CONCLUSION.search(reader.text)
    if said:
        form.item.append(
            reader.cell(Item.summary, reader.raw(*said.span("said")).strip()[:300], *said.span("said"))
        )
    return form


def _agency(reader: Reader) -> Cell | None:
    """The institution that signs the paper: a line of its own at the end, at the head, or the place named."""
    begin, text = tail(reader)
    for line in reversed([*re.finditer(r"[^\n]+", text)]):
        own = _AGENCY.match("".join(MARK.sub("", line.group()).split()))
        if (
            own
            and len(own.group()) >= len("".join(MARK.sub("", line.group()).split())) - 16
            and not re.search(r"[：:；]", line.group())
        ):
            return Cell(Appraisal.agency, own.group(), begin + line.start(), begin + line.end())
    for found in _AGENCY.finditer(reader.text):
        if not re.match(r"附件|委托|公安机关鉴定机构|送检|具有", found.group()):
            return reader.cell(Appraisal.agency, found.group(), *found.span())
    return None


_LACKING = (
    (Appraisal.agency_unqualified, r"(?:鉴定机构|[本该](?:鉴定)?(?:机构|所|中心|室)|鉴定所|鉴定中心)[^。；\n]{0,30}(?:未(?:取得|经)|没有|不具备|不具有|尚无|超出)[^。；\n]{0,24}(?:资质|资格|许可|登记|业务范围)|(?:业务|鉴定|执业)范围[^。；\n]{0,30}(?:不包括|不含|未包括|不涵盖)|超出[^。；\n]{0,16}(?:业务|鉴定|许可|执业)范围|(?:机构)?(?:资格证书|许可证|资质证书|资质)[^。；\n]{0,10}(?:无|暂缺|未取得|已(?:过期|注销|吊销))|(?:机构|许可)[^。；\n]{0,14}(?:证书|许可证|资质)[^。；\n]{0,4}(?:于[^。；\n]{0,14})?(?:被)?(?:注销|吊销|撤销|失效)"),
    (Appraisal.expert_unqualified, r"(?:鉴定人|检验人|检测人)[^。；\n]{0,40}(?:未取得|没有|不具备|不具有|尚未(?:取得|获得))[^。；\n]{0,20}(?:资格|证书|职称|执业)|(?:鉴定人|检验人)[^。；\n]{0,12}资格证书[^。；\n]{0,6}(?:无|未取得|暂缺|（?空）?$)|(?:实习|见习|助理)鉴定人|鉴定人[^。；\n]{0,16}(?:证书|资格)(?:已)?(?:于[^。；\n]{0,14})?(?:被)?(?:注销|吊销|撤销|失效|过期)|资格证(?:书)?(?:正在|尚在)(?:申领|办理)"),
)  # fmt: skip
_UNTIL = re.compile(r"有效期(?:限)?(?:为)?[：:]?(?:自|从|至|到|截至)?(?=\d|[一二]〇)")


def _qualified(reader: Reader, issued: Cell | None) -> list[Cell | None]:
    """Certificates: lacking as the paper says, or past their last day when the opinion was given."""
    cells: list[Cell | None] = [reader.yes(field, pattern) for field, pattern in _LACKING]
    for found in _UNTIL.finditer(reader.text):
        run = re.match(r"[^。；，\n]{0,40}", reader.text[found.end() :])
        last = next(reversed([*reader.moments(found.end(), found.end() + (run.end() if run else 0))]), None)
        if last is None or issued is None or not isinstance(issued.value, Span):
            continue
        start = (
            max(
                reader.text.rfind("；", 0, found.start()),
                reader.text.rfind("。", 0, found.start()),
                reader.text.rfind("\n", 0, found.start()),
            )
            + 1
        )
        field = (
            Appraisal.expert_unqualified
            if re.search(r"鉴定人|检验人|人员", reader.text[start : found.start()])
            else Appraisal.agency_unqualified
        )
        if not any(cell is not None and cell.field.path == field.path for cell in cells):
            cells.append(reader.cell(field, last[0].high < issued.value.low, found.start(), last[2]))
    return cells


def _issued(reader: Reader) -> Cell | None:
    found = reader.labelled("鉴定日期|出具日期|签发日期|报告日期|完成日期")
    moments = list(reader.moments(*found)) if found else []
    if not moments:
        moments = list(reader.moments(0, len(reader.text)))[-1:]
    return reader.cell(Appraisal.issued_on, *moments[0]) if moments else None


def _of(reader: Reader, pattern: re.Pattern[str]) -> Cell | None:
    found = pattern.search(reader.text)
    return (
        reader.cell(Appraisal.sample, reader.raw(*found.span("said")).strip(), *found.span("said"))
        if found
        else None
    )


def _conclusion(reader: Reader) -> Cell | None:
    """The last part that is headed as the conclusion; two natures in it give no answer."""
    found = list(_CONCLUSION.finditer(reader.text))
    if not found:
        return None
    said = found[-1]
    natures = [code for code, pattern in _NATURES if re.search(pattern, said["said"])]
    if not natures or (
        len(natures) > 1 and set(natures) & {"identity", "exclusion", "inconclusive"} > {natures[0]}
    ):
        return None
    return reader.cell(Appraisal.conclusion, natures[0], *said.span("said"))


_EXPERTS = r"(?:司法)?鉴定人(?:员)?|检验人(?:员)?|检测人(?:员)?|(?:价格)?(?:认定|鉴证|评估)人(?:员)?|注册会计师|审计人(?:员)?|法医师|主检法医"
_POSTS = re.compile(
    r"(?:副?主任|主检|助理|高级|中级|初级|一级|二级|三级|司法|注册)*(?:法医师?|工程师|技术员|技师|研究员|检验师|鉴定师|会计师|评估师|警员|警长|主任)"
)
"""Titles that stand before the place of a signature: a title is no signature."""
_SEAL = re.compile(r"[（(](?:公章|[^（）()\n]{0,8}专用章|印章|盖章|印)[）)]|专用章|加盖")


def _end(reader: Reader) -> tuple[int, str]:
    """The raw text from the opinion on, where the signatures stand; certificates may follow them."""
    heads = [*re.finditer(r"(?:鉴定|检验|检测|认定|审计)(?:意见|结论|结果)", reader.sheet.raw)]
    return (heads[-1].start(), reader.sheet.raw[heads[-1].start() :]) if heads else tail(reader)


def _signed(reader: Reader) -> Cell | None:
    """Signed and sealed; an empty place of signature in a typed paper is one that nobody signed."""
    begin, text = _end(reader)
    last = [*re.finditer(rf"(?:{_EXPERTS})(?:（签名）|签名|签字)?[：:](?P<said>[^\n]*)", text)]
    sealed = _SEAL.search(text) or _SEAL.search(reader.text)
    if (
        last
        and not any(BELOW.match(text, one.end()) for one in last)
        and all(
            not re.search(
                r"[\u4e00-\u9fff]",
                _POSTS.sub(
                    "", re.sub(r"年|月|日|复核人|鉴定人|[（(]?(?:空白|未签名?|无)[）)]?", "", one["said"])
                ),
            )
            for one in last
        )
        and typed(reader)
    ):
        return Cell(Appraisal.unsigned, True, begin + last[0].start(), begin + last[-1].end())
    made = signature(reader, _EXPERTS)
    if made is not None and made[0] and sealed:
        return Cell(Appraisal.unsigned, False, made[1], made[2])
    if made is not None and not made[0]:
        return Cell(Appraisal.unsigned, True, made[1], made[2])
    found = re.search(
        r"(?:鉴定人|检验人|检测人)(?:（签名）|签名|签字)?[：:]?[^\n]{0,10}?([\u4e00-\u9fff]{2,4})[^\n]{0,60}",
        reader.text[-500:],
    )
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
