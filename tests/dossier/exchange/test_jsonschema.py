"""公布的 JSON Schema：本身正确；读得进的文件它都认，结构写错的文件它都不认。"""

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

from gaoyao.dossier.exchange import json_schema, load, save
from gaoyao.dossier.exchange.plain import plain_of
from gaoyao.dossier.log import Log
from gaoyao.dossier.model import DossierError
from tests.dossier.exchange.generate import logs

SCHEMA = json_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def accepts(text: str) -> bool:
    """Does the schema accept the text, and its JSON form?"""
    plain: Any = plain_of(text)
    verdicts = {VALIDATOR.is_valid(plain), VALIDATOR.is_valid(json.loads(json.dumps(plain)))}
    assert len(verdicts) == 1
    return verdicts.pop()


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA


@settings(max_examples=60)
@given(logs(size=5))
@pytest.mark.parametrize("keys", ["zh", "en"])
def test_saved_dossiers_are_valid(keys: str, log: Log) -> None:
    """程序存出的任何文件都合乎 Schema。"""
    VALIDATOR.validate(plain_of(save(log, keys=keys)))


ACCEPTED = [
    "皋陶: 1\n",
    "gaoyao: 1\ncase: {title: x, invented: true}\n",
    "皋陶: 1\n案件: {案件名称: x, 虚构案件: 是, stage: 一审}\n被告人: [{id: 1, 姓名: 2}]\n",
    "皋陶: 1\n案件:\n证据:\n",
    "皋陶: 1\n证据: [{id: E1, 名称: , 派生自: [], 原物、原件: 查而不明, 形成时间: 2021}]\n",
    "皋陶: 1\n证据: [{id: E1, 有利于被告人: {值: 是, 依据: 确认, 页: 12, 置信: 0.8}, 要点: {不适用: 没有}}]\n",
    "皋陶: 1\n证据: [{id: E1, 有利于被告人: {各说: [{值: 是, 页: 3}, 否, 卷内无记载]}}]\n",
    "皋陶: 1\n证据: [{id: E1, 讯问: {第几次: 约3, 讯问开始: 2021年3月5日23时许, 讯问结束: {值: 2021-03-06, 写法: 次日}}}]\n",
    "皋陶: 1\n证据: [{id: E1, 要点: {文字: 卷内无记载}, 分卷: [正卷, 辩护材料:甲]}]\n",
    "皋陶: 1\n分卷: 辩护材料:甲\n辩护意见: [{内容: 无罪}]\n",
]
WRONG = {
    "最外层没有这个键": "皋陶: 1\n量刑: 3\n",
    "没有版本": "案件: {案件名称: x}\n",
    "案件写成了列表": "皋陶: 1\n案件: [{案件名称: x}]\n",
    "证据写成了组合": "皋陶: 1\n证据: {名称: x}\n",
    "证据的一项是文字": "皋陶: 1\n证据: [E1]\n",
    "对象没有这个键": "皋陶: 1\n证据: [{口供: x}]\n",
    "单个的下级写成了列表": "皋陶: 1\n证据: [{讯问: [{地点: x}]}]\n",
    "多个的下级写成了组合": "皋陶: 1\n证据: [{证明联系: {方向: 支持}}]\n",
    "是否填了 yes": "皋陶: 1\n案件: {虚构案件: yes}\n",
    "是否填了数字": "皋陶: 1\n案件: {虚构案件: 1}\n",
    "选项不存在": "皋陶: 1\n案件: {诉讼阶段: 三审}\n",
    "时间填了是否": "皋陶: 1\n案件: {开庭日期: true}\n",
    "时间只有月日": "皋陶: 1\n案件: {开庭日期: 3月5日}\n",
    "数量没有数字": "皋陶: 1\n案件: {未能阅读的页数: 若干}\n",
    "数量为负": "皋陶: 1\n案件: {未能阅读的页数: -1}\n",
    "文字填了列表": "皋陶: 1\n案件: {案件名称: [x, y]}\n",
    "引用填了列表": "皋陶: 1\n证据: [{陈述人: [A1]}]\n被告人: [{id: A1}]\n",
    "长写法没有值": "皋陶: 1\n案件: {案件名称: {页: 3}}\n",
    "长写法有两个值": "皋陶: 1\n案件: {案件名称: {值: x, 查而不明: y}}\n",
    "长写法的键不存在": "皋陶: 1\n案件: {案件名称: {值: x, 页码: 3}}\n",
    "长写法的依据不存在": "皋陶: 1\n案件: {案件名称: {值: x, 依据: 听说}}\n",
    "置信超过一": "皋陶: 1\n案件: {案件名称: {值: x, 置信: 1.2}}\n",
    "各说是空的": "皋陶: 1\n案件: {案件名称: {各说: []}}\n",
    "各说之外还有别的": "皋陶: 1\n案件: {案件名称: {各说: [x, y], 页: 3}}\n",
    "各说里面又有各说": "皋陶: 1\n案件: {案件名称: {各说: [{各说: [x]}]}}\n",
    "不适用没有理由": "皋陶: 1\n案件: {虚构案件: 不适用}\n",
    "不适用的理由是空的": "皋陶: 1\n案件: {虚构案件: {不适用: }}\n",
    "文字是空的": '皋陶: 1\n案件: {案件名称: ""}\n',
    "分卷不存在": "皋陶: 1\n证据: [{分卷: 副卷}]\n",
    "辩护材料没有写属于谁": "皋陶: 1\n证据: [{分卷: 辩护材料}]\n",
    "文件校验值不对": "皋陶: 1\n案件: {案件名称: {值: x, 文件: 卷一.pdf}}\n",
    "位置只有三个数": "皋陶: 1\n案件: {案件名称: {值: x, 位置: [1, 2, 3]}}\n",
    "写法用在了文字上": "皋陶: 1\n案件: {案件名称: {值: x, 写法: y}}\n",
}


@pytest.mark.parametrize("text", ACCEPTED)
def test_what_loads_is_valid(text: str) -> None:
    load(text)
    assert accepts(text)


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_what_is_wrongly_built_fails_in_both(text: str) -> None:
    with pytest.raises(DossierError):
        load(text)
    assert not accepts(text)
