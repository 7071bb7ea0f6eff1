"""期限数字的第二次书写：figures.txt 一行一段，由人对照条文读过；改动任何一个数字都要连同该行一起改。"""

from pathlib import Path

from gaoyao.procedure import RULES

FIGURES = Path(__file__).with_name("figures.txt").read_text(encoding="utf-8").splitlines()


def sentence(row, leg):
    first = leg.length.text if leg.length else "由文书或者情形决定"
    mark = "倒算" if leg.direction.value == "backward" else "至少" if leg.minimum else ""
    parts = [mark + first]
    parts += [f"{a.reason}＝{a.length.text}" for a in leg.alternatives]
    for extension in leg.extensions:
        least = f"{extension.least.text}—" if extension.least else ""
        parts.append(
            f"{extension.label}＝{'至' if extension.to_total else '加'}{least}{extension.length.text}"
        )
    parts += [f"一般{leg.ordinary.text}"] if leg.ordinary else []
    parts += [f"至迟{leg.outer.text}"] if leg.outer else []
    return f"{row.id}·{leg.name}（{leg.nature.label}）：{'；'.join(parts)}"


def test_每一段的数字与对照条文读过的一致():
    assert [sentence(row, leg) for row in RULES.values() for leg in row.legs] == FIGURES
