"""格式版本：旧文件照样读，行号不变；新文件、没有版本的文件说明怎么办。"""

import pytest

from gaoyao.dossier.exchange import load, save
from gaoyao.dossier.exchange.names import VERSION
from gaoyao.dossier.exchange.versions import UPGRADES, upgrades
from gaoyao.dossier.model import DossierError
from tests.dossier.exchange.content import same

DRAFT = """皋陶: 0
案件: {虚构案件: 是}
证据材料:
  - id: E1
    名称: 第一次讯问笔录
    页码: 卷二第15页
    口供:
      地点: 看守所
      页码: 卷二第16页
"""
PRESENT = (
    DRAFT.replace("皋陶: 0", "皋陶: 1")
    .replace("证据材料", "证据")
    .replace("口供", "讯问")
    .replace("页码", "卷宗页码")
)


def test_a_draft_is_brought_up_to_date() -> None:
    """版本 0 的“证据材料”“口供”“页码”改读为“证据”“讯问”“卷宗页码”，内容相同。"""
    old, new = load(DRAFT).log, load(PRESENT).log
    assert same(old, new)
    assert save(old) == save(new)
    assert [r.address.line for r in old.assertions()] == [r.address.line for r in new.assertions()]


def test_errors_in_a_draft_name_the_line_as_written() -> None:
    with pytest.raises(DossierError, match=r"旧.yaml:9: 证据\[1\].讯问.讯问开始: 日期“2021-02-30”不存在"):
        load(DRAFT.replace("      页码: 卷二第16页", "      讯问开始: 2021-02-30"), name="旧.yaml")


def test_old_keys_are_unknown_in_the_present_version() -> None:
    with pytest.raises(DossierError, match="最外层没有“证据材料”"):
        load(DRAFT.replace("皋陶: 0", "皋陶: 1"))


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("皋陶: 2", "文件的格式版本是 2，本程序只认识到 1"),
        ("gaoyao: 999999", "格式版本是 999999"),
        ("皋陶: 一", "格式版本应为整数"),
        ("皋陶: 1.0", "格式版本应为整数"),
        ("皋陶: [1]", "格式版本应为整数"),
        ("皋陶:", "格式版本应为整数"),
        ("皋陶: ²", "格式版本应为整数"),
        ("皋陶: -1", "格式版本应为整数"),
        ("案件: {}", "缺少格式版本。请在第一行写“皋陶: 1”"),
    ],
)
def test_wrong_versions(head: str, said: str) -> None:
    with pytest.raises(DossierError, match=said):
        load(head + "\n")


def test_every_older_version_has_an_upgrade() -> None:
    assert sorted(UPGRADES) == list(range(VERSION))
    with pytest.raises(ValueError, match="定义了两次"):
        upgrades(0)(lambda root: None)
