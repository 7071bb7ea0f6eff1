"""The plain questions of every interrogation; dealt out by seed, each asked once in a case."""

from __future__ import annotations

from benchmarks.planted_files.family_yi.plot import Talk
from benchmarks.planted_files.family_yi.story import Case

POOL: Talk = [
    (
        "你平时靠什么生活？",
        (
            "[打零工|跑腿送货|有活就干，没活就歇着]，一个月挣[三四千|两千来|四千左右]块钱，不固定，够吃饭，"
            "[攒不下什么|月底常常见底]。钱不够的时候家里会给一点。"
        ),
    ),
    ("案发那天你喝酒没有？", "没有喝，[头脑清醒|脑子是清楚的]，[也没吃过什么药|平时也很少碰酒]。"),
    (
        "这件事你跟谁说过？",
        "没跟人说过，[家里人一点都不知道|怕家里知道，一直瞒着]，要不是你们找来，我自己也不敢提。",
    ),
    (
        "你使用的手机号码是多少？",
        "{phone}，[用了好几年|办卡以来没换过]，是我本人身份证登记的，没有别的号码。",
    ),
    (
        "你本人或者家族有无精神方面的疾病史？",
        "没有，[我和父母都没看过这方面的病|家里几代人都没有]，我从来没住过院。",
    ),
    (
        "到案时民警有没有向你出示证件？",
        "出示了，[还念给我听了|我看清了上面的照片和警号]，我是跟着他们走的，没有反抗。",
    ),
    ("除现住处外你还有其他住处吗？", "没有，就这一处，[户口本上的老地址现在没人住|以前住过的地方早退了]。"),
    ("你有无曾用名、绰号？", "没有改过名字，[熟人喊我老二|小时候家里喊过毛头|没有外号]。"),
    ("你是不是人大代表、政协委员、中共党员？", "都不是，[我就是个普通老百姓|我没有参加过什么组织]。"),
    ("你平时出行用什么交通工具？", "没有汽车，也没有驾照，出门[坐公交|走路]，远一点就[骑共享单车|坐三轮]。"),
    (
        "你平时跟哪些人来往？",
        "朋友不多，[几个一块干过活的|两个老乡]，[有时候一起吃个饭|逢年过节打个电话]，跟这件事都没有关系。",
    ),
    (
        "你的作息、爱好讲一下。",
        "睡得晚起得晚，[爱看短视频|爱打牌，输赢不大]，[烟一天一包|烟抽得不多]，不爱跟人争。",
    ),
    (
        "你现在对自己的行为怎么认识？",
        "这些天[想得很多|翻来覆去睡不踏实]，[知道错了|明白这是犯法的]，对不起别人，也连累了父母，以后[老老实实做人|再也不干了]。",
    ),
    ("你有没有什么要求？", "[想给家里捎个话，让他们别担心|希望家里送几件换洗衣服]，[别的没有|其他没什么]。"),
]


def deal(case: Case) -> list[Talk]:
    """Some of the plain questions for each of the four interrogations of the police."""
    case.facts["phone"] = case.accused.phone
    pool = case.rng.sample(POOL, k=len(POOL))
    hands: list[Talk] = []
    for _ in range(4):
        count = case.rng.randint(2, 4)
        hands.append(case.talk(pool[:count]))
        pool = pool[count:]
    return [*hands, []]
