"""虚构的卷宗：起诉书、笔录、法律手续、扫描页；测试和基准都用它，与任何真实案件无关。"""

from django.core.files.uploadedfile import SimpleUploadedFile

from gaoyao.web.jobs.models import Job
from gaoyao.web.jobs.running import run
from tests.intake.papers import packed, prose, scan, scan_pdf, text_pdf

INDICTMENT = """青岭县人民检察院
起诉书
青检刑诉〔2021〕66号
被告人赵某甲，男，1990年1月2日出生，汉族，农民。因涉嫌抢劫罪，于2021年3月7日被青岭县公安局刑事拘留，同年4月5日经本院批准逮捕，同日由青岭县公安局执行逮捕。
本案由青岭县公安局侦查终结，以被告人赵某甲涉嫌抢劫罪，于2021年6月1日向本院移送审查起诉。
经依法审查查明：
2021年3月5日22时许，被告人赵某甲在青岭县北街小店持刀抢走钱某乙的手提包，内有现金3000元。
认定上述事实的证据如下：
1.物证：作案工具单刃刀一把；
2.被害人钱某乙的陈述，证实当晚一名男子持刀抢走其手提包；
3.证人吴某的证言，证实其看见赵某甲从小店跑出；
4.被告人赵某甲的供述和辩解。
本院认为，被告人赵某甲持刀劫取他人财物，其行为触犯了《中华人民共和国刑法》第二百六十三条，应当以抢劫罪追究其刑事责任。
此致
青岭县人民法院
检察员：周某
2021年7月1日"""
WARRANT = "拘留证\n兹决定对赵某甲执行拘留。\n青岭县公安局\n2021年3月6日\n本证已于2021年3月7日10时向我宣布。"
CHECK = "入所健康检查表\n姓名 赵某甲 性别 男\n体表检查：左前臂有淤青两处。\n2021年3月7日"
VICTIM = """询问笔录
询问时间：2021年3月5日23时10分至23时50分
询问地点：青岭县北街小店
询问人：孙丁、周戊
被询问人：钱某乙 性别：女
问：你作为被害人，享有被害人诉讼权利义务，听清了吗？
答：听清了。"""


def questioning(number, day, place="青岭县看守所讯问室", tail="以上笔录我看过，和我说的相符。"):
    """一次讯问的笔录。"""
    return f"""讯问笔录（第{number}次）
时间 2021年3月{day}日9时10分至2021年3月{day}日11时20分
地点 {place}
讯问人 张某、李某
记录人 王某
被讯问人 赵某甲 性别 男 出生日期 1990年1月2日
问：说说经过。
答：我到过北街小店。
{tail}"""


def witness(number, name="吴某"):
    """一份证人的询问笔录，续一页正文。"""
    head = f"""询问笔录
询问时间：2021年3月{number % 20 + 8}日9时10分至2021年3月{number % 20 + 8}日10时00分
询问地点：青岭县公安局刑侦大队
询问人：孙丁、周戊　记录人：周戊
被询问人：{name}，男，1988年5月1日出生
问：把经过说一下。"""
    return head.split("\n") + prose()


def page(number, of):
    """一页续页。"""
    return [f"第{number}页 共{of}页", *prose()]


NAMES = ("吴某", "郑某", "冯某", "陈某", "褚某", "卫某", "蒋某", "沈某")
REFUSED = "赵某甲拒绝签名。"


def files(pages=8, scans=1):
    """名称 → 字节。约 `pages` 页文字（起诉书、三次讯问、被害人、手续，余为证人笔录）和 `scans` 页扫描件。"""
    made = {
        "案卷/卷一 起诉.txt": INDICTMENT.encode(),
        "案卷/卷二 讯问.pdf": text_pdf(
            questioning(3, 12, tail=REFUSED),
            questioning(2, 10),
            questioning(1, 8, "青岭县云河宾馆302房间", ""),
        ),
        "案卷/卷三 手续.zip": packed({"拘留证.pdf": text_pdf(WARRANT), "体检.pdf": text_pdf(CHECK)}),
    }
    left, sheets = pages - 6, [VICTIM.split("\n")]
    for n in range(max(0, left - 1)):
        sheets.append(witness(n // 4, NAMES[n // 4 % len(NAMES)]) if n % 4 == 0 else page(n % 4 + 1, 4))
    for at in range(0, len(sheets), 60):
        made[f"案卷/卷四 证言（{at // 60 + 1}）.pdf"] = text_pdf(*sheets[at : at + 60])
    if scans:
        made["案卷/卷五 扫描.pdf"] = scan_pdf(
            *(scan(witness(n, "韩某"), width=930, height=1316, size=25, seed=n) for n in range(scans))
        )
    return made


def send(client, given, **more):
    """像浏览器那样上传。"""
    import json

    data = {
        "file": [SimpleUploadedFile(name.rsplit("/", 1)[-1], data) for name, data in given.items()],
        "paths": json.dumps(list(given)),
    }
    return client.post("/upload/", data | more)


def read(client, given):
    """上传并在本进程里读完，返回工作。"""
    response = send(client, given)
    assert response.status_code == 302, response.content.decode()[:2000]
    key = response.headers["Location"].split("/")[2]
    run(key)
    return Job.objects.get(key=key)


PLEA = """认罪认罚具结书
犯罪嫌疑人 江某甲 男 1985年5月6日出生
本人对青岭县人民检察院指控的危险驾驶罪及量刑建议没有异议，自愿认罪认罚，同意适用速裁程序。
犯罪嫌疑人：江某甲
值班律师：石某
2022年3月2日"""
FAST = """青岭县人民检察院
起诉书
青检刑诉〔2022〕12号
被告人江某甲，男，1985年5月6日出生，汉族，工人。因涉嫌危险驾驶罪，于2022年2月10日被青岭县公安局取保候审。
经依法审查查明：
2022年2月9日21时许，被告人江某甲饮酒后驾驶小型轿车行驶至青岭县河堤路时被查获，经检验，其血液中酒精含量为132毫克/100毫升。
认定上述事实的证据如下：
1.鉴定意见，证实江某甲血液酒精含量；
2.被告人江某甲的供述和辩解。
本院认为，被告人江某甲在道路上醉酒驾驶机动车，其行为触犯了《中华人民共和国刑法》第一百三十三条之一，应当以危险驾驶罪追究其刑事责任。建议适用速裁程序。
此致
青岭县人民法院
检察员：周某
2022年3月3日"""
BLOOD = """鉴定书
青公鉴〔2022〕33号
委托单位 青岭县公安局交警大队
检验结果：从江某甲血样中检出乙醇，含量为132毫克/100毫升。
鉴定人：曹某、严某
2022年2月11日"""


def fast_track():
    """一件速裁案的材料（虚构）：起诉书、具结书、鉴定书、两次讯问、手续。"""
    asked = (
        questioning(1, 10, "青岭县公安局办案中心")
        .replace("赵某甲", "江某甲")
        .replace("1990年1月2日", "1985年5月6日")
        .replace("2021", "2022")
    )
    again = (
        questioning(2, 20, "青岭县人民检察院")
        .replace("赵某甲", "江某甲")
        .replace("1990年1月2日", "1985年5月6日")
        .replace("2021", "2022")
    )
    return {
        "速裁/卷一.pdf": text_pdf(FAST, PLEA),
        "速裁/卷二.pdf": text_pdf(asked, again, BLOOD),
        "速裁/卷三 扫描.pdf": scan_pdf(scan(witness(1, "魏某"), width=930, height=1316, size=25)),
    }
