"""Ordinary questions that fill a record without telling anything against the rest of the file."""

from __future__ import annotations

from benchmarks.planted_files.family_jia.plot import QA
from benchmarks.planted_files.family_jia.story import Story

ACCUSED: tuple[tuple[QA, ...], ...] = (
    (
        ("你平时花销大不大？", "不大，吃饭抽烟，一个月千把块。"),
        ("你有什么疾病、残疾吗？", "没有大病，前年割过阑尾，早就好了。"),
        ("你平时使用什么交通工具？", "近处走路，远一点搭乡里的班车，有时借别人的摩托车。"),
        ("你和家里人关系怎么样？", "还可以，一个月回去吃几顿饭。"),
        ("你的手机号码用了多久？", "三年多了，没有换过，也没有借给别人用。"),
    ),
    (
        ("你住的地方有几间屋？", "两间，一间睡觉，一间堆杂物，门上一把挂锁。"),
        ("你平时的作息是怎样的？", "晚上睡得晚，早上起得也晚。"),
        ("你最近手头宽裕吗？", "不宽裕，上个月的电费还是借钱交的。"),
        ("当时地上是干的还是湿的？", "干的，那几天没有下雨。"),
        ("进入看守所以后生活怎么样？", "按时吃饭睡觉，同监室的人没有欺负我。"),
    ),
    (
        ("事后你跟谁讲过这件事？", "没跟任何人讲，自己心里怕。"),
        ("事后几天你去了哪里？", "哪里也没去，就在家附近，没有离开过本县。"),
        ("你为什么没有来投案？", "抱着侥幸，想着也许找不到我。"),
        ("你以前去过那一带没有？", "去过几回，路熟。"),
        ("你家属知道你的事情吗？", "通知书寄到以后他们才知道的。"),
    ),
    (
        ("你收到逮捕通知方面的文书没有？", "民警给我看过，告诉我已经通知了家里。"),
        ("你在所内有无不适？", "换季有点咳嗽，医生给了药。"),
        ("你见过律师吗？", "在会见室见过一次，谈了二十来分钟。"),
    ),
    (
        ("你在侦查阶段的笔录，签名是你本人签的吗？", "都是我自己签的名、按的手印。"),
        ("你对管辖、回避有没有意见？", "没有意见。"),
        ("家里有没有需要我们联系的事情？", "请告诉我父亲不要来回跑，保重身体。"),
    ),
)
WITNESS: tuple[QA, ...] = (
    ("那天的天气怎么样？", "晴天，没有下雨，也没有雾。"),
    ("你的视力、听力怎么样？", "都正常，不戴眼镜，耳朵也好使。"),
    ("你在当地住了多久？", "七八年了，附近的路都认得。"),
    ("你和办案的民警认识吗？", "不认识，没有打过交道。"),
    ("事后有没有人为这件事找过你？", "没有，除了你们没有人来问过。"),
    ("你当时喝酒没有？", "没有喝，我平时不沾酒。"),
    ("你手机里有没有拍照或者录像？", "没有，当时没想到要拍。"),
    ("你说的时间是怎么记得的？", "当时看过手机上的钟，前后差不了几分钟。"),
)


def for_accused(story: Story, index: int) -> list[QA]:
    """Some of the ordinary questions of the record of this number, in another order each time."""
    pool = list(ACCUSED[index])
    story.rng.shuffle(pool)
    return pool[: story.rng.randrange(2, len(pool) + 1)]


def for_witness(story: Story, order: int) -> list[QA]:
    """Two ordinary questions for the witness of this number; no two witnesses are asked the same."""
    start = order * 2 % len(WITNESS)
    return list(WITNESS[start : start + 2])
