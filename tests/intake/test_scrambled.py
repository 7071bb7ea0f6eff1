"""行被打乱、截断、拼错的材料也读得完：不出错，不写半截，每个值的原文都在所说的页上。全部虚构。"""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gaoyao.dossier.exchange import load, save
from gaoyao.intake.drafting.build import build
from gaoyao.intake.merging.merge import merge
from gaoyao.intake.pages.dispatch import Volume
from gaoyao.intake.pages.model import Page, State
from gaoyao.intake.sources.model import Form, Source
from gaoyao.law.charges import outline as elements
from tests.intake.test_accusing import EACH, HEADED, THREE, indictment
from tests.intake.test_claims import AUTOPSY, SEIZED, VICTIM, record
from tests.intake.test_mismatches import LOG, asked, heard, opinion, seized

WHOLE = "\n".join([
    indictment(THREE), indictment(HEADED), indictment(EACH), record(1, 7, [("用什么打的？", "我用木棍打了他的小腿，我没有拿刀。")]), VICTIM, AUTOPSY, SEIZED, heard(), asked(), LOG,
    seized("白色晶体一袋，净重9.87克，检材编号A2021-07"), opinion("检材编号A2021-09，净重12.30克，水果刀全长23厘米"), "到案经过\n2021年3月8日10时，犯罪嫌疑人赵某甲被抓获。", "受案登记表\n2021年3月6日",
    "张 某、李 某", "曾用名 赵小甲", "2021年13月40日25时70分", "问：", "答：", "（", "“", "第三起", "1.", "上述事实，有证据证实",
]).split("\n")  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.lists(st.sampled_from(WHOLE), min_size=1, max_size=25), min_size=1, max_size=5),
    st.integers(0, 30),
)
def test_打乱的材料也读得完(pages, cut):
    texts = ["\n".join(lines)[cut:] for lines in pages]
    volume = Volume(
        Source("卷.txt", "ab" * 32, 1, Form.TEXT),
        [Page(n, f"第{n}页", State.TEXT, text) for n, text in enumerate(texts, 1)],
    )
    made = build([volume], "案卷", "2026-01-01T10:00", elements)
    for one in made.log.assertions():
        if one.address.start is not None:
            number = int(one.address.page.split("第")[-1].rstrip("页"))
            assert (
                " ".join(texts[number - 1][one.address.start : one.address.end].split())[:300]
                == one.address.quote
            )
    kept = load(save(made.log), name="案件.yaml").log
    assert not merge(kept, made.log, made.log).changes
