"""识别出的文字：只有固定用语、日期、数字、文号按上下文更正；长度不变；读不准的不改。"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoyao.intake.ocr.engine import Word
from gaoyao.intake.ocr.wording import in_set_words, mended

ROWS = [
    # 讯间、询间不成词，是讯问、询问
    ("讯间笔录（第1次）", "讯问笔录（第1次）"),
    ("被讯间人赵某甲", "被讯问人赵某甲"),
    ("青岭县看守所第三讯间室", "青岭县看守所第三讯问室"),
    ("询间证人", "询问证人"),
    # 行首的“间：”是一问；“时间：”的后半、房间不是
    ("间：你当时在哪里？", "问：你当时在哪里？"),
    ("时间：2021年3月5日", "时间：2021年3月5日"),
    ("间：2021年3月5日9时", "间：2021年3月5日9时"),
    ("房间：没有人", "房间：没有人"),
    # 日期、时刻、数量里的字母和曰、目
    ("20l9年1O月12曰9时3O分", "2019年10月12日9时30分"),
    ("十月三曰", "十月三日"),
    ("二0二一年三月", "二〇二一年三月"),
    ("重3O克，单价l2O元", "重30克，单价120元"),
    # 不是日期的曰、目不动
    ("证人周某曰：土地", "证人周某曰：土地"),
    ("第二项第三目中的规定", "第二项第三目中的规定"),
    ("8月目的明确", "8月目的明确"),
    ("一目了然", "一目了然"),
    # 身份号码、银行卡号里的字母
    ("公民身份号码32l123l99001O11234", "公民身份号码321123199001011234"),
    ("车牌苏AO1234", "车牌苏AO1234"),
    ("IO接口", "IO接口"),
    # 文号的年份用六角括号
    ("青公（刑）立字[2019)27号", "青公（刑）立字〔2019〕27号"),
    ("见附件（2019）", "见附件（2019）"),
    # 其他固定用语
    ("刑债大队", "刑侦大队"),
    ("债务纠纷", "债务纠纷"),
    ("游认笔录", "辨认笔录"),
    ("扣柙清单", "扣押清单"),
    # 人名、地名不动
    ("讯网公司", "讯网公司"),
    ("李某和季某", "李某和季某"),
]


@pytest.mark.parametrize(("read", "right"), ROWS, ids=[row[0] for row in ROWS])
def test_固定用语更正(read, right):
    assert mended(read) == right
    assert mended(right) == right, "改对的不再改"


@given(st.text(alphabet="讯询问间闻曰日目月年时分〇0OoIl|19二三：:号[]〔〕（）刑债侦 ", max_size=30))
def test_长度不变_改一次就够(text):
    once = mended(text)
    assert len(once) == len(text)
    assert mended(once) == once


def test_更正写明():
    corners = ((0, 0), (9, 0), (9, 9), (0, 9))
    words, changes = in_set_words([Word("讯间笔录", corners, 0.99), Word("以上属实", corners, 0.98)])
    assert [word.text for word in words] == ["讯问笔录", "以上属实"]
    assert changes == ["间→问"]
