"""讯问、询问笔录的不同写法：时间、地点、人员、权利、签名、录音录像、未成年人、翻译。材料全部虚构。"""

import pytest

from tests.intake.test_forms import value_of

HEAD = """讯 问 笔 录
（第 1 次）
{time}
{place}
{officers}
{subject}
"""
BODY = """问：我们是青岭县公安局的民警，现依法向你讯问，这是犯罪嫌疑人诉讼权利义务告知书，你看一下。
答：我看清楚了。
问：你因何事到案？
答：我拿了别人的手机。
以上笔录我看过，和我说的相符。
被讯问人：孙小满（签名、捺指印）  2023年3月4日
讯问人：赵大海（签名）  李立平（签名）
"""
USUAL = {
    "time": "时间：2023年3月4日10时05分至2023年3月4日11时40分",
    "place": "地点：青岭县公安局执法办案管理中心第三讯问室",
    "officers": "讯问人（签名）：赵大海、李立平  工作单位：青岭县公安局\n记录人（签名）：李立平  工作单位：青岭县公安局",
    "subject": "被讯问人：孙小满  性别：男  年龄：33  出生日期：1990年4月21日",
}


def record(body=BODY, **changed):
    """一份完整的讯问笔录，只换其中几处。"""
    return HEAD.format(**{**USUAL, **changed}) + body


START, END = "2023年3月4日10时5分", "2023年3月4日11时40分"
TIMES = [
    ("两端都写全日期", "时间：2023年3月4日10时05分至2023年3月4日11时40分"),
    ("后一端只写时分", "时间 2023年3月4日10时05分至11时40分"),
    ("汉字数字", "时间：二〇二三年三月四日十时五分至二〇二三年三月四日十一时四十分"),
    ("汉字数字，后一端只写时分", "讯问时间：二○二三年三月四日十时零五分至十一时四十分"),
    ("短横日期，冒号时刻", "讯问时间：2023-03-04 10:05 至 2023-03-04 11:40"),
    ("点分日期", "时间：2023.03.04 10:05－11:40"),
    ("斜线日期", "时间：2023/3/4 10:05-11:40"),
    ("上午下午", "时间：2023年3月4日上午10时05分至上午11时40分"),
    ("起止两栏", "讯问开始时间：2023年3月4日10时05分  讯问结束时间：2023年3月4日11时40分"),
    ("起、止", "起止时间：2023年3月4日10时05分起至2023年3月4日11时40分止"),
    ("同日", "时间：2023年3月4日10时5分至同日11时40分"),
    ("后一端只写日", "时间：2023年3月4日10时05分至4日11时40分"),
    ("后一端写月日", "时间：2023年3月4日10时05分至3月4日11时40分"),
    ("全角冒号", "时间：2023年3月4日10：05至11：40"),
    ("表格竖线", "| 讯问时间 | 2023年3月4日10时05分至2023年3月4日11时40分 |"),
    ("字间空格", "时 间  2023 年 3 月 4 日 10 时 05 分 至 2023 年 3 月 4 日 11 时 40 分"),
    ("带秒", "时间：2023年3月4日10时05分00秒至2023年3月4日11时40分30秒"),
    ("分两行", "时间：2023年3月4日10时05分\n至2023年3月4日11时40分"),
    ("开始、结束", "开始时间：2023-03-04 10:05\n结束时间：2023-03-04 11:40"),
]  # fmt: skip


@pytest.mark.parametrize(("says", "line"), TIMES, ids=[row[0] for row in TIMES])
def test_讯问起止时间(says: str, line: str) -> None:
    from gaoyao.intake.forms.base import Names  # noqa: F401

    _, form = _form(record(time=line))
    got = {cell.field.name: cell.value for cell in form.cells if cell.field.name in ("start", "end")}
    minutes = {name: getattr(value, "low", None) for name, value in got.items()}
    want = _minutes()
    assert (minutes.get("start"), minutes.get("end")) == want


def _form(text):
    from tests.intake.test_forms import form_of

    return form_of(text)


def _minutes():
    from gaoyao.dossier.exchange.moments import parse_moment

    return parse_moment(START).low, parse_moment(END).low


NIGHTS = [
    ("次日", "时间：2023年3月4日22时30分至次日1时10分"),
    ("翌日，汉字", "时间：二〇二三年三月四日二十二时三十分至翌日一时十分"),
    ("只写日", "时间：2023年3月4日22时30分至5日1时10分"),
    ("月日", "时间：2023年3月4日22时30分至3月5日1时10分"),
    ("凌晨", "时间：2023年3月4日晚上10时30分至次日凌晨1时10分"),
]


@pytest.mark.parametrize(("says", "line"), NIGHTS, ids=[row[0] for row in NIGHTS])
def test_跨夜的讯问(says: str, line: str) -> None:
    from gaoyao.dossier.exchange.moments import parse_moment

    _, form = _form(record(time=line))
    end = next(cell.value for cell in form.cells if cell.field.name == "end")
    assert end.low == parse_moment("2023年3月5日1时10分").low


OFFICERS = [
    ("讯问人", "讯问人：赵大海、李立平\n记录人：李立平"),
    ("讯问人（签名）", "讯问人（签名）：赵大海 李立平  工作单位：青岭县公安局\n记录人（签名）：李立平"),
    ("侦查员姓名、单位", "侦查员姓名、单位：赵大海、李立平，青岭县公安局刑侦大队\n记录员：李立平"),
    ("侦查员", "侦查员：赵大海、李立平  记录员：李立平"),
    ("讯问民警", "讯问民警：赵大海（警号012345）、李立平（警号012346）\n记录民警：李立平"),
    ("办案民警", "办案民警：赵大海，李立平\n记录人：李立平"),
    ("侦查人员", "侦查人员：赵大海、李立平（均系青岭县公安局刑事侦查大队民警）\n记录人：李立平"),
    ("讯问人员", "讯问人员 赵大海 李立平 单位 青岭县公安局\n记录人员 李立平"),
    ("表格", "| 讯问人 | 赵大海、李立平 | 记录人 | 李立平 |"),
    ("空格的名字", "讯问人：赵大海　李立平\n记录人：李立平"),
]


@pytest.mark.parametrize(("says", "lines"), OFFICERS, ids=[row[0] for row in OFFICERS])
def test_讯问人(says: str, lines: str) -> None:
    assert value_of(record(officers=lines), "interrogation.officers") == ("赵大海", "李立平")
    assert value_of(record(officers=lines), "interrogation.too_few_officers") is False


ALONE = BODY.replace("  李立平（签名）", "")
SINGLE = [
    ("讯问、记录都是一人", "讯问人：赵大海\n记录人：赵大海"),
    ("侦查员一人，没有记录员", "侦查员姓名、单位：赵大海，青岭县公安局刑侦大队\n记录员：赵大海"),
    ("讯问民警带警号", "讯问民警：赵大海（警号012345）  记录民警：赵大海"),
    ("只有讯问人一栏", "讯问人（签名）：赵大海  工作单位：青岭县公安局"),
    ("写作兼记录", "讯问人：赵大海（兼记录）"),
]  # fmt: skip


@pytest.mark.parametrize(("says", "lines"), SINGLE, ids=[row[0] for row in SINGLE])
def test_只有一名侦查人员(says: str, lines: str) -> None:
    assert value_of(record(ALONE, officers=lines), "interrogation.too_few_officers") is True


PLACES = [
    ("看守所", "地点：青岭县看守所第二讯问室", "detention_room"),
    ("办案中心", "讯问地点 青岭县公安局执法办案管理中心3号讯问室", "case_room"),
    ("派出所", "地点：青岭县公安局城关派出所办案区", "case_room"),
    ("刑警队办公室", "讯问地点：青岭县公安局刑事侦查大队三楼办公室", "case_room"),
    ("检察院", "地点：青岭县人民检察院办案工作区讯问室", "case_room"),
    ("宾馆", "地点：青岭县云河宾馆302房间", "other"),
    ("医院", "地点：青岭县人民医院外科病房", "hospital"),
]


@pytest.mark.parametrize(("says", "line", "code"), PLACES, ids=[row[0] for row in PLACES])
def test_讯问地点(says: str, line: str, code: str) -> None:
    assert value_of(record(place=line), "interrogation.place_type") == code


RIGHTS = [
    ("告知书给他看", "问：现在把《犯罪嫌疑人诉讼权利义务告知书》交给你，请阅读。\n答：看过了。", True),
    ("口头告知", "问：根据刑事诉讼法的规定，你享有以下诉讼权利：有权委托律师辩护，有权申请回避……听清楚没有？\n答：听清楚了。", True),
    ("享有的权利", "问：现告知你在侦查阶段依法享有的权利和应当履行的义务。\n答：知道了。", True),
    ("已告知", "（已向犯罪嫌疑人告知诉讼权利和有关法律规定）", True),
    ("宣读", "问：下面向你宣读权利义务告知书。\n答：明白。", True),
    ("送达", "问：《犯罪嫌疑人诉讼权利义务告知书》已送达给你，有无不明白的？\n答：没有。", True),
    ("没有一个字说到", "问：说说吧。\n答：好。", False),
]  # fmt: skip


@pytest.mark.parametrize(("says", "words", "value"), RIGHTS, ids=[row[0] for row in RIGHTS])
def test_告知权利(says: str, words: str, value: bool) -> None:
    body = BODY.split("\n", 2)[2]
    assert value_of(record(words + "\n" + body), "interrogation.rights_recorded") is value


SIGNED_LINE = "被讯问人：孙小满（签名、捺指印）  2023年3月4日"
CLOSING = "以上笔录我看过，和我说的相符。\n"
SIGNS = [
    ("签名、捺指印", SIGNED_LINE, True),
    ("签名在前", "被讯问人签名：孙小满（捺指印）  2023年3月4日", True),
    ("犯罪嫌疑人签名", "犯罪嫌疑人（签名、捺指印）：孙小满  2023.3.4", True),
    ("名字后面写签字按印", "被讯问人：孙小满（签字、按印）2023年3月4日", True),
    ("横线", "被讯问人：____________  ____年__月__日", False),
    ("空栏", "被讯问人（签名、捺指印）：              年    月    日", False),
    ("写着空白", "被讯问人（签名）：（空白）", False),
    ("写着未签", "被讯问人签名：未签名", False),
    ("写着无", "被讯问人签名、捺指印：无", False),
    ("拒签", "被讯问人孙小满看过笔录后拒绝签名。", False),
    ("没有签名的一行", "", False),
]  # fmt: skip


@pytest.mark.parametrize(("says", "line", "value"), SIGNS, ids=[row[0] for row in SIGNS])
def test_被讯问人签名(says: str, line: str, value: bool) -> None:
    body = BODY.replace(SIGNED_LINE, line)
    if not value:
        body = body.replace(CLOSING, "")
    assert value_of(record(body), "interrogation.confirmed") is value


RECORDED = [
    ("全程同步录音录像", "问：本次讯问全程同步录音录像，你是否清楚？\n答：清楚。", True),
    ("勾选是", "同步录音录像：☑是 □否", True),
    ("打勾有", "录音录像：√有 □无", True),
    ("方括号", "是否同步录音录像：[x]是 [ ]否", True),
    ("正在录像", "问：告诉你，现在正在对讯问过程进行同步录音录像。\n答：知道。", True),
    ("勾选否", "同步录音录像：□是 ☑否", False),
    ("打勾无", "录音录像：□有 √无", False),
    ("未录", "本次讯问未进行同步录音录像。", False),
    ("设备故障", "因讯问室设备检修，本次讯问未能同步录音录像。", False),
    ("没有录", "（本次讯问没有录音录像）", False),
    ("无录", "同步录音录像情况：无", False),
    ("未录制", "讯问过程未录制音视频。", False),
    ("答话里的监控不算", "问：你看见录像了吗？\n答：监控录像里的人是我。", None),
]  # fmt: skip


@pytest.mark.parametrize(("says", "words", "value"), RECORDED, ids=[row[0] for row in RECORDED])
def test_录音录像(says: str, words: str, value: bool | None) -> None:
    got = value_of(record(words + "\n" + BODY), "interrogation.recorded")
    assert got is value if value is not None else got not in (True, False)


MINORS = [
    ("出生日期，没有成年人", "被讯问人：孙小满  性别：男  出生日期：2007年4月21日", "", False),
    ("点分的出生日期", "被讯问人：孙小满  性别：男  出生日期：2007.04.21", "", False),
    ("只有身份证号", "被讯问人：孙小满，男，身份证号码990123200704211236", "", False),
    ("只写年龄", "被讯问人：孙小满  性别：男  年龄：15岁", "", False),
    ("空着的法定代理人栏", "被讯问人：孙小满  性别：男  出生日期：2007年4月21日\n法定代理人：________", "", False),
    ("写着未到场", "被讯问人：孙小满  性别：男  出生日期：2007年4月21日\n合适成年人：（未到场）", "", False),
    ("写着无", "被讯问人：孙小满  性别：男  出生日期：2007年4月21日\n法定代理人/合适成年人：无", "", False),
    ("问过但没有人到场", "被讯问人：孙小满  性别：男  出生日期：2007年4月21日", "问：你未满十八周岁，是否需要通知法定代理人到场？\n答：不用了，我爸妈在外地。\n", False),
    ("父亲到场", "被讯问人：孙小满  性别：男  出生日期：2007年4月21日\n法定代理人：孙大满（系其父亲）", "", True),
    ("合适成年人到场并签名", "被讯问人：孙小满  性别：男  出生日期：2007年4月21日\n到场的合适成年人：周文秀（青岭县团委工作人员）", "", True),
    ("签名处有法定代理人", "被讯问人：孙小满  性别：男  出生日期：2007年4月21日", "法定代理人：孙大满（签名）\n", True),
    ("母亲在场签名", "被讯问人：孙小满  性别：男  出生日期：2007年4月21日", "在场监护人：吴秀英（签名、捺指印）\n", True),
]  # fmt: skip


@pytest.mark.parametrize(("says", "subject", "more", "value"), MINORS, ids=[row[0] for row in MINORS])
def test_讯问未成年人(says: str, subject: str, more: str, value: bool) -> None:
    text = record(more + BODY if more.startswith("问") else BODY + more, subject=subject)
    assert value_of(text, "interrogation.minor") is True
    assert value_of(text, "interrogation.adult_present") is value


TONGUES = [
    ("民族语言，没有翻译", "问：你懂汉语吗？\n答：我不懂汉语，只会说一点。\n", False),
    ("听不懂普通话", "问：你能听懂普通话吗？\n答：我听不太懂普通话，平时讲彝语。\n", False),
    ("栏目写不通晓", "语言文字：不通晓汉语\n", False),
    ("有翻译", "翻译人员：阿依古丽（青岭县民族语文翻译中心）\n问：你懂汉语吗？\n答：我不懂汉语。\n", True),
    ("翻译在签名处", "问：你懂汉语吗？\n答：不懂汉语，请给我请个翻译。\n翻译：阿依古丽（签名）\n", True),
    ("会说普通话的不问", "问：你懂汉语吗？\n答：我能听懂普通话。\n", None),
]  # fmt: skip


@pytest.mark.parametrize(("says", "words", "value"), TONGUES, ids=[row[0] for row in TONGUES])
def test_翻译(says: str, words: str, value: bool | None) -> None:
    assert value_of(record(words + BODY), "interrogation.interpreter_present") is value


WITNESS = """询问笔录
时间：2023年3月5日9时10分至10时
地点：青岭县东街1号
询问人：赵大海、李立平  记录人：李立平
被询问人：{who}
问：你应当如实作证，有意作伪证要负法律责任。
答：知道了。
问：你看见什么？
答：我看见有人从楼里跑出来。{more}
{end}
询问人：赵大海（签名）  李立平（签名）
"""
TOGETHER = [
    ("两人签在一起", "钱秋生，男", "", "以上笔录我们看过，和我们说的相符。\n被询问人：钱秋生（签名、捺印） 周春林（签名、捺印）", False),
    ("头上写两人", "钱秋生、周春林", "", "被询问人：钱秋生（签名） 周春林（签名）", False),
    ("写着同时询问", "钱秋生", "\n问：你们二人一起说说。\n答：（周春林）是这样的。", "被询问人：钱秋生（签名）", False),
    ("证人带着另一人在旁", "钱秋生", "\n（证人周春林在旁一同回答）", "被询问人：钱秋生（签名）", False),
    ("一人", "钱秋生", "", "被询问人：钱秋生（签名、捺印）", None),
    ("一人提到两人一起吃饭", "钱秋生", "\n答：我和周春林二人一起吃的饭。", "被询问人：钱秋生（签名、捺印）", None),
    ("写明个别进行", "钱秋生", "\n问：今天单独对你进行询问。\n答：好。", "被询问人：钱秋生（签名、捺印）", True),
]  # fmt: skip


@pytest.mark.parametrize(("says", "who", "more", "end", "value"), TOGETHER, ids=[row[0] for row in TOGETHER])
def test_个别询问(says: str, who: str, more: str, end: str, value: bool | None) -> None:
    assert value_of(WITNESS.format(who=who, more=more, end=end), "inquiry.individual") is value
