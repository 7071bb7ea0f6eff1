"""What a family of invented volumes hands over: the files of one case, and the truth about them.

A family is a package with one function `build(folder, seed, flaws=None) -> Truth`.  The same seed gives the same
bytes.  `flaws` names the flaws to plant; None draws them from the seed (one case in ten has none).
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

# code: (what is wrong, in one sentence, where the law says so).  A family need not plant every kind.
FLAWS: dict[str, tuple[str, str]] = {
    "single_interrogator": ("讯问只有一名侦查人员", "刑事诉讼法第118条第1款"),
    "outside_detention": ("送交看守所羁押以后在看守所以外讯问", "刑事诉讼法第118条第2款"),
    "summons_overlong": ("传唤、拘传持续时间超过法定限度", "刑事诉讼法第119条第2款"),
    "rights_not_told": ("首次讯问没有告知诉讼权利和法律规定", "刑事诉讼法第120条第2款"),
    "record_unsigned": ("讯问笔录没有被讯问人签名捺印", "刑事诉讼法第122条；刑诉解释第94条"),
    "no_recording": (
        "可能判处无期徒刑、死刑的案件或者其他重大犯罪案件讯问没有录音录像",
        "刑事诉讼法第123条第1款",
    ),
    "log_disagrees": (
        "提讯提解证登记的时间与讯问笔录记载的时间不一致",
        "刑诉解释第94条；法发〔2013〕11号第8条",
    ),
    "injury_at_entry": ("入所健康检查表记有伤，原因不明", "刑事诉讼法第56条；法发〔2013〕11号第8条"),
    "night_without_rest": ("连续讯问，没有必要的饮食和休息", "刑事诉讼法第119条第3款；法发〔2013〕11号第8条"),
    "same_words": ("两份笔录整段文字雷同", "刑诉解释第93条"),
    "officer_in_two_places": ("同一侦查人员同一时间出现在两份笔录里", "刑诉解释第90条、第95条"),
    "minor_alone": ("讯问未成年人没有法定代理人或者合适成年人在场", "刑事诉讼法第281条第1款"),
    "no_interpreter": ("讯问聋哑人、不通晓当地语言的人没有翻译", "刑诉解释第94条第2项、第3项"),
    "identification_few": ("辨认对象数量不足", "刑诉解释第105条第4项"),
    "identification_shown": ("辨认前辨认人见过辨认对象", "刑诉解释第105条第2项"),
    "identification_together": ("数名辨认人一起辨认", "刑诉解释第105条第3项"),
    "search_no_witness": ("搜查、扣押、勘验没有见证人", "刑事诉讼法第139条、第142条"),
    "seizure_no_list": ("物证没有提取笔录、扣押清单，来源不明", "刑诉解释第86条第1款"),
    "sample_disagrees": ("送检检材的数量、特征与扣押清单不一致", "刑诉解释第98条第3项"),
    "appraiser_unqualified": ("鉴定机构、鉴定人没有法定资质", "刑诉解释第98条第1项、第2项"),
    "appraisal_unsigned": ("鉴定意见没有鉴定人签名或者没有盖章", "刑诉解释第98条第6项"),
    "appraisal_not_told": ("鉴定意见没有告知犯罪嫌疑人、被害人", "刑事诉讼法第148条"),
    "custody_late": ("拘留后超过二十四小时才送看守所", "刑事诉讼法第85条第2款"),
    "custody_before_filing": ("采取强制措施的时间早于立案时间", "刑事诉讼法第109条、第115条"),
    "arrest_overdue": ("拘留以后超过法定期限才提请批准逮捕", "刑事诉讼法第91条"),
    "witness_together": ("询问证人没有个别进行", "刑诉解释第89条第1项"),
    "witness_unsigned": ("证人没有核对确认笔录", "刑诉解释第89条第2项"),
    "confession_only": ("谁实施只有被告人供述，没有其他证据", "刑事诉讼法第55条第1款"),
    "confession_after_finding": ("供述说出的隐蔽情节在供述以前侦查机关已经掌握", "刑诉解释第141条"),
    "alibi_unchecked": ("被告人提出不在现场，没有查证", "法发〔2013〕11号第6条；刑事诉讼法第52条"),
    "unmatched_trace": (
        "现场留有不属于被告人的生物检材、指纹，没有排除他人",
        "法发〔2013〕11号第9条；刑诉解释第140条",
    ),
    "exculpatory_not_moved": ("有利于被告人的证据没有随案移送", "刑诉解释第73条、第74条"),
    "dates_inside": ("一份文书内的日期自相矛盾", "刑诉解释第93条"),
    "page_unreadable": ("有一页倒置、镜像、空白或者只有水印，不能阅读", "法发〔2013〕11号第12条"),
}


@dataclass(frozen=True, slots=True)
class Planted:
    """One planted flaw: its code in FLAWS, the file (path inside the folder), the page (from 1), what was done."""

    code: str
    file: str
    page: int
    done: str


@dataclass(frozen=True, slots=True)
class Value:
    """One value a reader should find: file, page, the kind of paper, the label of the official form, the value.

    Times are written `2021-03-05T09:10`, dates `2021-03-05`; several names are joined by 、.
    """

    file: str
    page: int
    paper: str
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Truth:
    """The truth about one built case: family, seed, charge, accused, pages, papers in order, flaws and values."""

    family: str
    seed: int
    charge: str
    accused: tuple[str, ...]
    pages: int
    papers: tuple[tuple[str, str, int, int], ...]  # (kind of paper, file, first page, last page)
    flaws: tuple[Planted, ...]
    values: tuple[Value, ...] = field(default=())

    def __post_init__(self) -> None:
        """Raise ValueError for a flaw the contract does not know."""
        for flaw in self.flaws:
            if flaw.code not in FLAWS:
                raise ValueError(f"unknown flaw {flaw.code!r}: take one of {', '.join(FLAWS)}")

    def write(self, path: Path) -> None:
        """Write the truth as JSON, outside the folder of the case."""
        path.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
