"""评议笔录：写明每人的意见、次序和表决，少数意见保留；只由审判人员制作。案件是虚构的。"""

import pytest

from gaoyao.papers import NothingToWriteError, PaperError, form, reader
from gaoyao.review.api import Reader
from tests.papers.making import lines, written

HEAD = "皋陶: 1\n案件: {标识: C, 案件名称: 虚构案, 虚构案件: 是, 诉讼阶段: 一审, 开庭日期: 2024-04-20}\n"
PEOPLE = (
    "其他人员: [{标识: U1, 姓名: 虚构承办}, {标识: U2, 姓名: 虚构审判员}, {标识: U3, 姓名: 虚构审判长}]\n"
)
PANEL = """合议庭:
  - 标识: H1
    人数: 三人
    承办法官: U1
    审判长: U3
    事实认定的多数意见: 事实不清、证据不足
    裁判结果的多数意见: 证据不足的无罪
    评议意见:
      - {标识: B3, 成员: U3, 身份: 审判长, 发言次序: 3位, 意见: 第三个说的, 理由: 理由三, 对裁判结果的表决: 证据不足的无罪}
      - {标识: B2, 成员: U2, 身份: 审判员, 发言次序: 2位, 意见: 第二个说的, 理由: 理由二, 对裁判结果的表决: 有罪, 少数意见: 是}
      - 标识: B1
        成员: U1
        身份: 承办法官
        发言次序: 1位
        意见: 第一个说的
        理由: 理由一
        对裁判结果的表决: 证据不足的无罪
        对障碍的意见: [{标识: B1Z1, 障碍: 只有供述, 态度: 不认同, 理由: 另有物证}]
    签名后的补充说明: [{标识: B9, 成员: U2, 内容: 补充一句}]
"""


def test_the_record_keeps_order_minority_and_answers_to_obstacles():
    told = "\n".join(lines(written(HEAD + PEOPLE + PANEL, "评议笔录")))
    places = [told.index(word) for word in ("第一个说的", "第二个说的", "第三个说的")]
    assert places == sorted(places)
    assert "虚构审判员（少数意见）" in told
    assert "只有供述——不认同：另有物证" in told
    assert "补充一句" in told
    assert "证据不足的无罪" in told


def test_without_a_deliberation_there_is_no_record():
    with pytest.raises(NothingToWriteError, match="还没有发言的评议"):
        written(HEAD, "评议笔录")


@pytest.mark.parametrize("who", [Reader.PROSECUTOR, Reader.DEFENDER, Reader.REVIEWER])
def test_only_the_court_writes_it(who):
    with pytest.raises(PaperError, match="审判人员制作"):
        reader(form("评议笔录"), who)
