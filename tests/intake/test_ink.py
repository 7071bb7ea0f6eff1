"""纸面上的墨迹：阴影是纸，装订孔、略歪的格线不是要读的字，黑块和没有框住的字是。"""

import numpy as np
import pytest

from benchmarks.worn import Wear, drawn, lines_of
from gaoyao.intake.ocr.reading import without_red
from gaoyao.intake.pages.quality import uncovered

LINES = lines_of(1)


def red(**how):
    """一页，红色分量。"""
    return np.ascontiguousarray(drawn(LINES, Wear(dpi=150, jpeg=80, **how), 1)[:, :, 0])


def boxes(grey):
    """每一行字的框。"""
    size = round(14 / 72 * 150)
    left, top, step = int(grey.shape[1] * 0.11), int(grey.shape[0] * 0.09), int(size * 1.9)
    return [
        (left - 4, top + n * step - 4, grey.shape[1] - 40, top + n * step + size + 12) for n in range(len(LINES))
    ]  # fmt: skip


ROWS = [
    # 字都框住了：没有漏的
    ("清楚", {}, 0.0, 0.02),
    # 阴影、灰底、装订孔和黑边、格线（正的、歪的）不算漏
    ("半边阴影", {"shadow": 0.55}, 0.0, 0.02),
    ("灰底", {"paper": 205, "noise": 14}, 0.0, 0.02),
    ("装订孔", {"holes": True}, 0.0, 0.02),
    ("格线", {"ruled": True}, 0.0, 0.02),
]


@pytest.mark.parametrize(("name", "how", "low", "high"), ROWS, ids=[row[0] for row in ROWS])
def test_框住的页没有漏(name, how, low, high):
    grey = red(**how)
    assert low <= uncovered(grey, boxes(grey), spread=6) <= high


@pytest.mark.parametrize("how", [{}, {"shadow": 0.55}, {"paper": 205, "noise": 14}])
def test_少框几行就漏(how):
    grey = red(**how)
    assert uncovered(grey, boxes(grey)[:-4], spread=6) > 0.1


def test_黑块是漏读的内容_不当作阴影():
    grey = red()
    grey[400:640, 100:1130] = 15
    outside = [one for one in boxes(grey) if not 350 < one[1] < 640]
    assert uncovered(grey, outside, spread=6) > 0.5


def test_歪的格线不是字():
    grey = np.ascontiguousarray(drawn([" "] * 16, Wear(dpi=150, ruled=True, skew=1.3), 1)[:, :, 0])
    text = np.ascontiguousarray(drawn(LINES, Wear(dpi=150, ruled=True, skew=1.3), 1)[:, :, 0])
    assert uncovered(grey, []) < 0.05
    assert uncovered(text, []) == 1.0


@pytest.mark.parametrize("shape", [(0, 0), (1, 1), (1, 50), (7, 3), (33, 2001), (2001, 5)])
def test_很小很窄的图也不出错(shape):
    rng = np.random.default_rng(1)
    assert 0.0 <= uncovered(rng.integers(0, 256, shape).astype(np.uint8), []) <= 1.0


def test_红章变成纸_章下的黑字留着():
    plain, stamped = drawn(LINES, Wear(dpi=150), 1), drawn(LINES, Wear(dpi=150, stamps=2), 1)
    reds = (stamped[:, :, 0] > 150) & (stamped[:, :, 1] < 120)
    assert reds.sum() > 5000
    assert (without_red(stamped)[reds] > 200).mean() > 0.97
    dark = plain[:, :, 0] < 60
    assert (without_red(stamped)[dark] < 130).mean() > 0.98
