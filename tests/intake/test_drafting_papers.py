"""几份材料合起来说什么：办案机关和阶段、清单指哪些材料、告知、不在场、他人痕迹、延长拘留、落款日期。全部虚构。"""

from pathlib import Path

import pytest

from gaoyao.dossier.model import Absent
from gaoyao.intake.drafting.build import build
from gaoyao.intake.drafting.proposals import Draft
from gaoyao.intake.folder import read_folder
from gaoyao.intake.sources.store import Store

FILING = "立案决定书\n决定对钱秋生被盗窃案立案侦查。\n青岭县公安局\n2021年3月5日"
CHARGED = """青岭县人民检察院
起诉书
被告人孙小满，男，1990年4月21日出生，因涉嫌盗窃罪，于2021年3月6日被刑事拘留。
经依法审查查明：2021年3月1日，被告人孙小满进入东街1号盗窃手机一部。
认定上述事实的证据如下：{list}
本院认为，被告人孙小满的行为触犯了《中华人民共和国刑法》第二百六十四条，应当以盗窃罪追究其刑事责任。
此致
青岭县人民法院
青岭县人民检察院
2021年5月8日"""
KINDS = CHARGED.format(
    list="受案登记表等书证；证人证言；被告人孙小满的供述；鉴定意见；勘验、检查、辨认等笔录。"
)
NAMED = CHARGED.format(list="证人周春林的证言及辨认笔录，DNA鉴定书，被告人孙小满的供述。")
ASKED = "询问笔录\n询问时间：2021年3月7日9时至10时\n询问地点：派出所\n询问人：赵大海、李立平\n被询问人：周春林，男\n问：说说。\n答：看见了。\n以上笔录我看过，和我说的相符。"
OTHER = ASKED.replace("周春林", "郑文").replace("9时至10时", "11时至12时")
PARADE = "辨认笔录\n时间：2021年3月8日9时10分至9时30分\n侦查人员：赵大海、李立平\n辨认人：周春林\n见证人：吴一凡\n将12张照片混杂排列，由其单独辨认。"
HEARD = "讯问笔录（第1次）\n讯问时间：2021年3月6日14时至16时\n讯问地点：青岭县公安局讯问室\n讯问人：赵大海、李立平\n被讯问人：孙小满，男\n问：说说。\n答：{said}\n以上笔录我看过，和我说的相符。"
WHERE = HEARD.replace("问：说说。", "问：{when}你在什么地方？")
OPINION = "DNA鉴定书\n青公物鉴字〔2021〕{n}号\n受理日期：2021年3月9日\n鉴定意见：{said}\n鉴定人：郑文\n青岭市公安局物证鉴定所（鉴定专用章）\n2021年3月12日"
NOTICE = "鉴定意见通知书\n孙小满：我局作出青公物鉴字〔2021〕8号DNA鉴定书。\n本通知书已收到。\n2021年3月15日"
HELD = "拘留证\n兹决定对孙小满执行拘留。\n本证已于2021年3月6日10时向我宣布。\n2021年3月6日"
LONGER = "延长拘留期限通知书\n青公延拘字〔2021〕3号\n决定{said}。\n青岭县公安局\n2021年3月8日"
FROM_TO = LONGER.format(said="延长对孙小满的拘留期限，自2021年3月9日至2021年3月13日")
UNTIL = LONGER.format(said="将犯罪嫌疑人孙小满的拘留期限延长至2021年3月13日")
AWAY = HEARD.format(said="那天我一直在表哥的铺子里帮忙，根本没去过你们说的那个地方。")
CHECKED = "情况说明\n关于孙小满的辩解，经走访核实，其当晚没有在表哥铺子里。\n青岭县公安局\n2021年4月1日"


def proposed(papers: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, list[object]]:
    """每个字段提议过的值；“不利于被告人”只看卷内有原件的证据。"""
    out: dict[str, list[object]] = {}
    filed: set[str] = set()
    put = Draft.put

    def noted(self: Draft, subject: str, target, value, *rest, **more) -> None:  # type: ignore[no-untyped-def]
        filed.update({subject} if target.path == "item.file" else ())
        if target.path != "item.against" or subject in filed:
            out.setdefault(target.path, []).append(value)
        put(self, subject, target, value, *rest, **more)

    monkeypatch.setattr(Draft, "put", noted)
    folder = tmp_path / "卷"
    folder.mkdir()
    for n, text in enumerate(papers, 1):
        (folder / f"{n:02}.txt").write_text(text, encoding="utf-8")
    made = build(read_folder(folder, Store(tmp_path / "库")), "测试", "2024-01-01T00:00")
    out["矛盾"] = [one.code for one in made.mismatches]
    return out


SAID = [
    ("公安机关立案", [FILING], "case.investigating_body", ["police"]),
    ("只有立案文书的，是侦查阶段", [FILING], "case.stage", ["investigation"]),
    ("有起诉书的，是一审", [FILING, KINDS], "case.stage", ["first_instance"]),
    ("起诉书送交的法院是基层", [KINDS], "case.court_level", ["basic"]),
    ("起诉书按种类列举：两份证言、辨认、供述、鉴定都是控方证据", [KINDS, ASKED, OTHER, PARADE, HEARD.format(said="我拿的。"), OPINION.format(n=8, said="同一。")], "item.against", [True] * 5),
    ("起诉书点名一名证人：只有他的证言和辨认", [NAMED, ASKED, OTHER, PARADE], "item.against", [True] * 2),
    ("通知书写着文号的，是已告知", [OPINION.format(n=8, said="同一。"), NOTICE], "appraisal.told_to_parties", [True]),
    ("别的鉴定都通知了，这一份没有", [OPINION.format(n=8, said="同一。"), NOTICE, OPINION.format(n=9, said="同一。")], "appraisal.told_to_parties", [True, False]),
    ("说不在现场，没有材料提到核实", [KINDS, AWAY], "alibi.status", ["unchecked"]),
    ("说不在现场，庭上辩护人也说没有作案时间：说的不是核实", [KINDS, AWAY, "法庭审理笔录\n时间：2021年9月2日9时\n辩护人：被告人没有作案时间。"], "alibi.status", ["unchecked"]),
    ("说不在现场，后来核实过", [KINDS, AWAY, CHECKED], "alibi.status", None),
    ("问在哪里，答在网吧", [KINDS, WHERE.format(when="2021年3月1日晚上", said="我从八点到十二点都在江边的蓝月亮网吧上网。")], "alibi.status", ["unchecked"]),
    ("问在哪里，答的就是作案", [KINDS, WHERE.format(when="2021年3月1日晚上", said="我在东街1号家里偷了一部手机。")], "alibi.status", None),
    ("问的是别的日子", [KINDS, WHERE.format(when="2021年2月10日", said="我在工地干活。")], "alibi.status", None),
    ("问的是案发以后", [KINDS, WHERE.format(when="案发后", said="哪里也没去，就在家附近。")], "alibi.status", None),
    ("答不出在哪里", [KINDS, WHERE.format(when="2021年3月1日晚上", said="记不清了。")], "alibi.status", None),
    ("认罪的不提不在场", [KINDS, HEARD.format(said="是我拿的，没有去过别的地方。")], "alibi.status", None),
    ("检材是未知男性的", [OPINION.format(n=8, said="4号检材床单斑迹检出一名未知男性分型，与孙小满不一致。")], "trace.matched_to", ["unknown_person"]),
    ("意见断在两行的，也读得到", [KINDS, OPINION.format(n=8, said="1号指纹是孙小满所留；3号指纹与孙小满的指纹样本\n均不是同一人所留。")], "trace.result", ["exclusion"]),
    ("检材就是被告人的，没有他人痕迹", [OPINION.format(n=8, said="4号检材血迹与孙小满的分型一致。")], "trace.result", None),
    ("延长拘留自某日至某日", [HELD, KINDS, FROM_TO], "approval.days", [4.0]),
    ("延长拘留至某日", [HELD, KINDS, UNTIL], "approval.days", [4.0]),
    ("没有拘留的，延长无所附着", [FROM_TO], "approval.days", None),
]  # fmt: skip


@pytest.mark.parametrize(("says", "papers", "path", "values"), SAID, ids=[row[0] for row in SAID])
def test_材料合起来说的(
    says: str,
    papers: list[str],
    path: str,
    values: list[object] | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = proposed(papers, tmp_path, monkeypatch).get(path)
    assert (found and [getattr(one, "low", one) for one in found]) == values


def test_谁都没有告知的_是卷内无记载(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (value,) = proposed([OPINION.format(n=8, said="同一。")], tmp_path, monkeypatch)[
        "appraisal.told_to_parties"
    ]
    assert isinstance(value, Absent)


SIGNED = "搜查笔录\n搜查时间：2021年3月6日9时至10时\n搜查地点：东街1号\n侦查人员：赵大海、李立平\n见证人：吴一凡\n发现手机1部。\n见证人：吴一凡（签名）\n侦查人员：赵大海（签名）　{day}"
ORDER = [
    ("落款早于搜查", [SIGNED.format(day="2021年2月27日")], ["inside"]),
    ("落款与搜查同日", [SIGNED.format(day="2021年3月6日")], []),
    ("拘留通知书写的拘留早于立案", [FILING, KINDS, "拘留通知书\n我局已于2021年3月4日13时将涉嫌盗窃罪的孙小满刑事拘留。\n青岭县公安局\n2021年3月4日"], ["detained_before_filing"]),
]  # fmt: skip


@pytest.mark.parametrize(("says", "papers", "codes"), ORDER, ids=[row[0] for row in ORDER])
def test_不可能的先后(
    says: str, papers: list[str], codes: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert proposed(papers, tmp_path, monkeypatch)["矛盾"] == codes
