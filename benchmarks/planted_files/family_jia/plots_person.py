"""故意伤害 and 贩卖毒品: what is told, found and examined."""

from __future__ import annotations

from benchmarks.planted_files.family_jia.plot import Item, Lab, Plot, cn_day, part_of_day
from benchmarks.planted_files.family_jia.plots_property import LOOKS
from benchmarks.planted_files.family_jia.story import Story


def injury(story: Story) -> Plot:
    """A quarrel at a food stall ends with a stab wound."""
    s, pick, linked = story, story.pick, not story.has("confession_only")
    a, v = s.accused, s.victim
    when = s.times["crime"]
    stall = pick("老灶台烧烤摊", "河畔小炒店", "三碗面馆")
    road = s.cast.roads[2]
    cause = pick("碰翻酒瓶", "挪车", "抢座位")
    knife = Item(pick("折叠刀", "水果刀"), "1把", pick("黑色塑料柄，刃长约9厘米", "黄色木柄，刃长约11厘米"))
    shirt = Item(pick("白色短袖衬衫", "灰色T恤"), "1件", "右袖口有暗红色斑迹")
    hide = pick("自家菜地东头的粪坑石板下面", "渔梁坝第三个闸墩的石缝里", "村后土地庙供桌的夹层里")
    look = s.rng.choice(LOOKS)
    depth = s.rng.randrange(5, 8)
    brief = (
        f"{cn_day(when)}{part_of_day(when)}许，{v.name}在{s.cast.county}城关镇{road}“{stall}”门前因"
        f"{cause}与人发生争执，被人持刀刺伤腹部。"
    )
    face = f"捅我的人我不认识，{look}，穿白衣服，我们面对面吵了好几分钟，见了面认得出来。"
    dark = "正吵着突然停了电，我觉得肚子一热，是谁动的手我没看清，当时围着七八个人。"
    victim = [
        (
            "把你受伤的经过讲一下？",
            f"我们三个人在“{stall}”吃饭，因为{cause}跟邻桌的人吵起来，推了几把，对方从身上掏东西朝我肚子来了一下。"
            if linked
            else f"我们三个人在“{stall}”吃饭，因为{cause}跟旁边的人吵起来。",
        ),
        ("是谁捅的你？", face if linked else dark),
        ("你的治疗情况？", "送到县医院当晚做了手术，还要住院二十天左右，医生说伤到了肠子。"),
    ]
    first = [
        (
            "你是店主，当时看到什么？",
            "两桌人吵起来，我过去劝，"
            + (
                "看见穿白衣服的那个男的右手一伸，对面的人就捂着肚子蹲下去了，地上有血。"
                if linked
                else "刚走到跟前灯就灭了，再亮的时候有人已经躺在地上，谁动的手我没看到。"
            ),
        ),
        (
            "动手的人什么样子？",
            f"{look}，之前在我店里点过两次菜，我记得。" if linked else "说不出来，当时人挤在一起。",
        ),
    ]
    second = [
        (
            "你和被害人什么关系，怎么看到的？",
            f"我是{v.name}的朋友，坐在他对面。"
            + (
                "对方先骂人，后来从裤兜里拿出一把刀，往前捅了一下就往河边跑，我追了几十米没追上。"
                if linked
                else "吵的时候我去结账了，回来他已经受伤，我只管打电话叫救护车。"
            ),
        ),
        (
            "你能认出这个人吗？",
            "能认出来，当时店门口的灯很亮。" if linked else "认不出来，我没有看到动手的过程。",
        ),
    ]
    third = [
        (
            "你是怎么接诊伤者的？",
            f"当晚我在县医院急诊值班，{v.name}由救护车送来，左上腹有一处创口，我们联系外科急诊手术。",
        ),
        ("伤者当时说过什么？", "他只说肚子疼，别的没有说，我们忙着抢救。"),
    ]
    confess = [
        [
            (
                "你把当晚的事讲一下？",
                (
                    f"那天我在“{stall}”吃饭，{part_of_day(when)}多，因为{cause}跟旁边一桌的男的吵起来。"
                    f"他推了我两下，我火上来了，掏出带着的{knife.name}，朝他肚子捅了一刀，看到他蹲下去我就跑了。"
                ),
            ),
            ("捅了几刀？", "一刀，捅在左边肚子上。"),
            (
                "当时你穿什么衣服？",
                f"{shirt.name}，袖口沾了血，回家泡了没洗掉。" if linked else f"{shirt.name}，后来烧掉了。",
            ),
        ],
        [
            ("刀是从哪里来的？", "平时放在裤兜里削水果的，在集市上买的，十几块钱。"),
            (
                "刀现在在哪里？",
                f"第二天天没亮，我把刀塞到{hide}了，谁也没告诉。" if linked else "过河的时候扔到河中间去了。",
            ),
            ("你认识被害人吗？", "以前没见过，也没有仇。"),
        ],
        [
            ("你再讲一下争吵的起因？", f"就是{cause}的小事，双方都喝了酒，话越说越难听。"),
            ("你捅人的时候怎么想的？", "就想教训他一下，没有想要他的命，现在很后悔。"),
            ("有没有人劝架？", "店老板过来拉了一下，没拉住。"),
        ],
        [
            ("对逮捕你有什么意见？", "没有意见，我认，愿意想办法赔偿人家。"),
            ("还有什么要向公安机关说明的？", "没有了，前面说的都是事实。"),
        ],
        [
            ("你对起诉意见书认定的事实有没有意见？", "没有意见，刀是我捅的。"),
            ("侦查期间有没有受到逼供或者体罚？", "没有，民警对我态度正常，每次都让我看笔录。"),
        ],
    ]
    facts = (
        f"{cn_day(when)}晚，犯罪嫌疑人{a.name}在{s.cast.county}城关镇{road}“{stall}”因{cause}与被害人{v.name}"
        f"发生争执，持{knife.name}刺中其腹部一刀后逃离。"
        f"经鉴定，{v.name}所受损伤为重伤二级。"
    )
    match = f"{knife.name}刃部和{shirt.name}袖口斑迹检出的基因型与{v.name}一致；{knife.name}柄部检出的基因型与{a.name}一致"
    return Plot(
        case_name=f"{v.name}被故意伤害案",
        article="第二百三十四条",
        brief=brief,
        facts=facts,
        victim=victim,
        first=first,
        second=second,
        third=third,
        confess=confess,
        scene=[
            f"现场位于{s.cast.county}城关镇{road}“{stall}”门前空地。店面朝东，门前摆放方桌六张，店门上方挂白炽灯两盏，勘验时均能点亮。",
            f"中心现场在由北向南第三张方桌南侧，桌椅倾倒，地面有血泊一处，范围0.5米×{s.rng.randrange(3, 6)}0厘米，编号1号，用棉签提取。",
            "血泊旁散落啤酒瓶碎片。现场未发现刀具，未发现其他与案件有关的痕迹物证。",
        ],
        scene_items=[Item("血迹棉签", "2支", "现场1号血泊转移提取")],
        items=[shirt] if linked else [],
        tool=knife,
        hide=hide,
        lab=Lab(
            "人体损伤程度鉴定",
            f"{v.name}的损伤程度",
            ["县人民医院住院病历复印件1份", "腹部CT片1张", f"{v.name}本人"],
            [
                f"左上腹见长{depth}.1厘米手术缝合切口及长2.3厘米缝合创口。",
                "病历记载：空肠破裂一处，已行肠修补术。",
            ],
            f"{v.name}腹部刺创致空肠破裂并行手术治疗，其损伤程度评定为重伤二级",
            "法医临床鉴定",
        ),
        trace=Lab(
            "法医物证（DNA）鉴定",
            "送检检材与有关人员样本的DNA分型",
            (["血迹棉签2支", f"{knife.name}1把", f"{shirt.name}1件"] if linked else ["血迹棉签2支"])
            + [f"{a.name}血样1份", f"{v.name}血样1份"],
            ["提取检材DNA，进行复合扩增和毛细管电泳，得出基因分型。"],
            f"现场血迹检出的基因型与{v.name}一致" + (f"；{match}" if linked else ""),
            "法医物证鉴定",
        ),
        sign_of="DNA",
        scene_place=f"{s.cast.county}城关镇{road}“{stall}”门前",
    )


def drugs(story: Story) -> Plot:
    """A dealer sells to a user; more is found in his rooms, over fifty grams."""
    s, pick = story, story.pick
    a, w1 = s.accused, s.first
    when = s.times["crime"]
    spot = pick("旧客运站北门", "渔梁桥头", "人民公园东侧公厕旁")
    price = s.rng.randrange(5, 12) * 100
    sold = s.rng.randrange(91, 196) / 100
    packs = s.rng.randrange(3, 6)
    weight = s.rng.randrange(5210, 8890) / 100
    drug = Item("白色晶体", f"{packs}包", f"透明自封袋包装，编号1至{packs}号，净重共{weight:.2f}克")
    scale = Item("电子秤", "1台", "银灰色，最大称量200克")
    phone = Item("手机", "1部", pick("黑色“青鸟”牌K3型", "金色“澜芯”牌X8型"))
    tool = Item("铁盒", "1只", "内有空自封袋62只、剪断的吸管1根")
    hide = pick("屋后柴棚第二排木柴的底下", "出租屋楼顶水箱与墙的夹缝里", "院中枇杷树下的空花盆底下")
    brief = (
        f"{cn_day(s.times['report'])}，本局民警在{s.cast.county}城关镇{s.cast.roads[3]}检查时发现{w1.name}有吸毒嫌疑，"
        f"其交代所吸食的毒品系前一日在{spot}从一男子处以{price}元购得，当场交出剩余白色晶体1小包（净重{sold:.2f}克）。"
    )
    first = [
        (
            "你的毒品从哪里来的？",
            f"昨天{part_of_day(when)}多，我在{spot}从一个男的手里买的，微信转给他{price}元，他给我一小包“冰”。",
        ),
        ("你怎么和他联系？", "用微信，他的头像是一条鱼，别人推给我的，我不知道他的真名，当面见过两次。"),
        ("你见到他能认出来吗？", "能，白天交易，离得很近，" + s.rng.choice(LOOKS) + "。"),
    ]
    second = [
        (
            "那天下午你在哪里，看到什么？",
            f"我骑车带{w1.name}到{spot}，我在路对面等。他跟一个男的说了几句话，那人从口袋里摸出一个小东西塞给他。",
        ),
        (
            "你知道给的是什么吗？",
            f"当时不知道，回来路上{w1.name}给我看了，一小袋白色的东西。那个男的从我旁边走过去，脸我看得清。",
        ),
    ]
    third = [
        ("你把房子租给谁住？", f"{a.home}那处的偏房是我的，租给{a.name}，一直是他一个人住，钥匙只有他有。"),
        ("你进过那间屋吗？", "租出去以后没有进过，平时也没见别人住。"),
    ]
    confess = [
        [
            (
                "你把卖毒品的事讲一下？",
                f"那天{part_of_day(when)}左右，{w1.name}微信问我有没有东西，我叫他到{spot}，他转了{price}元，我给了他一小包冰毒，大约两克不到。",
            ),
            ("你的毒品还有多少？", f"我住处抽屉里还有{packs}包，五十多克，是准备零卖的，秤也在那里。"),
            (
                "毒品是从哪里买来的？",
                "从一个外地口音的人那里买的，现金交易，我不知道他的姓名，他的号码已经打不通。",
            ),
        ],
        [
            ("你用什么东西分装？", "自封袋，用剪断的吸管铲，秤好了装袋。"),
            ("自封袋和吸管现在在哪里？", f"装在一只铁盒里，出事前一晚我放到{hide}了，这个地方只有我知道。"),
            ("你卖给过几个人？", f"就卖给{w1.name}，一共两次，前一次是几天前，也是在{spot}，三百块钱。"),
        ],
        [
            ("你和买的人是怎样谈价的？", "微信上讲好的，一包多少钱，钱到了才给货，聊天记录我后来删掉了。"),
            ("你自己吸不吸？", "吸，有半年多了，卖一点是为了凑自己吸的钱。"),
            ("当天是谁送的货？", "我自己走路去的，没有让别人跑腿。"),
        ],
        [
            ("已对你执行逮捕，你听清楚没有？", "听清楚了，没有意见，以前讲的是真的。"),
            ("有没有检举揭发的？", "没有。"),
        ],
        [
            ("起诉意见书认定你贩卖毒品的事实是否属实？", "属实，卖的和屋里搜出来的都是我的。"),
            ("民警讯问、称量时有没有不合规定的地方？", "没有，称量时我和见证人都在场看着。"),
        ],
    ]
    facts = (
        f"{cn_day(when)}下午，犯罪嫌疑人{a.name}在{s.cast.county}城关镇{spot}将净重不足2克的甲基苯丙胺以{price}元卖给{w1.name}。"
        f"公安机关从{a.name}住处查获甲基苯丙胺{packs}包，净重共{weight:.2f}克。"
    )
    tags = "、".join(f"{number}号" for number in range(1, packs + 1))
    return Plot(
        case_name=f"“{when.month}·{when.day}”贩卖毒品案",
        article="第三百四十七条",
        brief=brief,
        facts=facts,
        victim=[],
        first=first,
        second=second,
        third=third,
        confess=confess,
        scene=[
            f"现场位于{s.cast.county}城关镇{spot}，为露天公共场所，沥青地面，北侧有公交站牌一块。",
            f"距站牌东侧{s.rng.randrange(3, 9)}米处即{w1.name}所指交易地点，地面平整，未发现遗留物品。",
            f"{w1.name}当场交出的白色晶体1小包另行提取、封存。现场未发现其他与案件有关的痕迹物证。",
        ],
        scene_items=[Item("白色晶体", "1小包", f"{w1.name}当场交出，净重{sold:.2f}克，编号0号")],
        items=[drug, scale, phone],
        tool=tool,
        hide=hide,
        lab=Lab(
            "毒品检验",
            "送检检材中是否含有甲基苯丙胺及其含量",
            [f"0号白色晶体1小包（净重{sold:.2f}克）", f"白色晶体{packs}包（编号{tags}）的取样各1份"],
            ["采用气相色谱-质谱联用法定性，采用高效液相色谱法定量。"],
            f"送检的各份检材中均检出甲基苯丙胺成分，含量均在{s.rng.randrange(61, 79)}%以上",
            "理化鉴定（毒品）",
        ),
        trace=Lab(
            "法医物证（DNA）鉴定",
            "自封袋擦拭物与有关人员样本的DNA分型",
            [f"{tags}自封袋封口擦拭棉签各1支", f"{a.name}血样1份"],
            ["提取检材DNA，进行复合扩增和毛细管电泳，得出基因分型。"],
            f"{tags}自封袋封口擦拭棉签检出的基因型均与{a.name}一致",
            "法医物证鉴定",
        ),
        sign_of="DNA",
        scene_place=f"{s.cast.county}城关镇{spot}",
    )
