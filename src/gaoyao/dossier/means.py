"""Tools and the wounds they can make: does what the body shows exclude the tool that is told (proof model C3.4)?

Two rows of words, ours, made from the usual headings of forensic pathology (锐器伤：刺、砍、切；钝器伤；索沟、勒沟；扼痕；
火器伤；烧伤；中毒).  Who needs another word adds it to its row.  What stands in no row is unknown, never “another tool”.
"""

from __future__ import annotations

import re

STAB, CHOP, CUT, BLUNT, CORD, HAND, GUN, FIRE, POISON = (
    "刺", "砍", "切", "钝", "勒", "徒手", "枪", "火", "毒",
)  # fmt: skip

TOOLS: dict[str, str] = {
    STAB: "匕首 尖刀 水果刀 折叠刀 弹簧刀 跳刀 卡子刀 三棱刀 剔骨刀 杀猪刀 刺刀 军刀 长刀 短刀 剪刀 螺丝刀 起子 改锥 锥子 钢钎 钢筋 啤酒瓶 碎玻璃",
    CHOP: "菜刀 砍刀 柴刀 西瓜刀 镰刀 杀猪刀 长刀 斧头 斧子 斧 铁锹 铁铲 锄头 铡刀",
    CUT: "匕首 尖刀 水果刀 折叠刀 弹簧刀 跳刀 卡子刀 剔骨刀 杀猪刀 军刀 长刀 短刀 剪刀 菜刀 砍刀 柴刀 西瓜刀 镰刀 美工刀 刮胡刀 刀片 剃须刀 碎玻璃 啤酒瓶",
    BLUNT: "木棍 铁棍 木棒 铁棒 棍子 棒子 棍 棒球棍 棒球棒 甩棍 钢管 铁管 水管 钢筋 砖头 砖块 砖 石头 石块 斧头 斧子 铁锤 锤子 锤 榔头 扳手 撬棍 撬杠 钳子 酒瓶 啤酒瓶 板凳 凳子 椅子 马扎 铁锹 铁铲 锄头 镐把 扁担 拳头 拳脚 脚 拳",
    CORD: "绳子 麻绳 尼龙绳 绳 鞋带 电线 皮带 毛巾 围巾 铁丝 数据线 丝袜 腰带 布条 胶带",
    HAND: "双手 手 徒手 枕头 毛巾 被子 胶带 塑料袋",
    GUN: "猎枪 手枪 枪 气枪 火药枪",
    FIRE: "汽油 打火机 柴油 酒精",
    POISON: "农药 老鼠药 毒鼠强 安眠药 氰化物 砒霜",
}
"""What a tool that is named can do."""

SHOWN: dict[str, str] = {
    STAB: "刺器 刺切器 锐器 锐性", CHOP: "砍器 砍切器 锐器 锐性", CUT: "切器 刺切器 砍切器 锐器 锐性",
    BLUNT: "钝器 钝性 棍棒类", CORD: "绳索 条索 索状 带状物 勒颈 缢颈", HAND: "扼颈 徒手 捂压 捂闷 闷压",
    GUN: "枪弹 火器", FIRE: "烧死 火烧", POISON: "中毒",
}  # fmt: skip
"""What an opinion says of the means without naming a tool."""

_EDGES = re.compile(r"单刃|双刃")


def _row(rows: dict[str, str]) -> dict[str, frozenset[str]]:
    words = {word for row in rows.values() for word in row.split()}
    return {word: frozenset(one for one, row in rows.items() if word in row.split()) for word in words}


_TOOLS, _SHOWN = _row(TOOLS), _row(SHOWN)
_TOOL = re.compile("|".join(sorted(_TOOLS, key=len, reverse=True)))
_MEANS = re.compile("|".join(sorted(_SHOWN, key=len, reverse=True)))


def shown(text: str) -> frozenset[str]:
    """The means an opinion's words stand for; empty where they name a tool or nothing known."""
    return frozenset().union(*(_SHOWN[word] for word in _MEANS.findall(text)))


def means(text: str) -> frozenset[str]:
    """What the thing told can do, whether a tool is named or a kind of means; empty where neither is known."""
    return shown(text) or frozenset().union(*(_TOOLS[word] for word in _TOOL.findall(text)))


def excludes(one: str, other: str) -> bool | None:
    """Does what the body shows exclude the tool told?  None where neither says what the body shows, or either is unknown."""
    if not (shown(one) or shown(other)):
        return None
    mine, its = means(one), means(other)
    if not mine or not its:
        return None
    edges = set(_EDGES.findall(one)), set(_EDGES.findall(other))
    return not mine & its or (all(edges) and edges[0].isdisjoint(edges[1]))
