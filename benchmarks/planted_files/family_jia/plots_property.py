"""盗窃 and 抢劫: what is told, found and examined."""

from __future__ import annotations

from benchmarks.planted_files.family_jia.plot import Item, Lab, Plot, cn_day, part_of_day
from benchmarks.planted_files.family_jia.story import Story

LOOKS = ("瘦高个，长脸", "中等个子，方脸，眉毛浓", "个子不高，圆脸，短头发", "偏瘦，尖下巴，留平头")


def theft(story: Story) -> Plot:
    """A shop is broken into at night."""
    s, pick, linked = story, story.pick, not story.has("confession_only")
    a, v = s.accused, s.victim
    when = s.times["crime"]
    shop = f"{v.name[0]}记" + pick("便民超市", "烟酒店", "副食商行")
    road = s.cast.roads[0]
    phone = pick("黑色“澜芯”牌X30型", "蓝色“岷星”牌S9型", "白色“青鸟”牌K7型")
    cash = s.rng.randrange(12, 39) * 100
    boxes = s.rng.randrange(6, 14)
    worth = boxes * 230 + s.rng.randrange(21, 33) * 100
    coat = pick("深蓝色夹克", "黑色连帽衫", "灰色工装外套")
    bag = pick("编织袋", "黑色双肩包", "绿色帆布袋")
    tool = s.rng.choice(
        (
            Item("一字螺丝刀", "1把", "红色塑料柄，全长约26厘米"),
            Item("撬棍", "1根", "铁质，一端扁平，长约41厘米"),
        )
    )
    hide = pick("村口废砖窑左侧第二个窑洞的砖缝里", "北塘泵房后面的水泥管里", "老榨坊西墙根的石槽下面")
    look = s.rng.choice(LOOKS)
    goods = f"“云榆叶”牌香烟{boxes}条、{phone}手机1部"
    stolen = [
        Item("“云榆叶”牌香烟", f"{boxes}条", "硬盒，未拆封"),
        Item("手机", "1部", f"{phone}，屏幕右下角有裂纹"),
    ]
    brief = (
        f"{cn_day(when)}早上，{v.name}报案称：其经营的位于{s.cast.county}城关镇{road}的“{shop}”夜间后窗被撬，"
        f"店内{goods}及现金{cash}元被盗。"
    )
    seen = (
        f"我看到一个男的从“{shop}”后面的小巷出来，穿{coat}，背着个鼓鼓的{bag}。路灯正照着他，我离他也就四五米，{look}，"
        "他看了我一眼就加快步子走了。"
    )
    unseen = f"我听到“{shop}”后面“哐”的一声，以为是猫碰倒了东西，没有起来看，人我没有看到。"
    first = [
        (
            "你把当晚看到、听到的情况讲一下？",
            f"{part_of_day(when)}多，我起夜。" + (seen if linked else unseen),
        ),
        ("当时光线怎么样？", "巷口有一盏路灯，是亮的。" if linked else "我屋里没开灯，外面的情况看不见。"),
    ]
    if linked:
        first.append(("如果再见到这个人，你能认出来吗？", "能认出来，他的脸我看得清楚。"))
    second = [
        (
            "那天凌晨你在做什么，看到什么？",
            f"我在{road}口卖早点，三点不到就出来生炉子。"
            + (
                f"有个男的骑一辆红色踏板摩托从巷子里出来，前面踏板上放着一个{bag}，到我摊子前还刹了一下车，脸朝着我这边，我的灯挂在棚子上，看得见。"
                if linked
                else "我只顾着和面，路上有没有人过去没有留意。"
            ),
        ),
        ("你认识这个人吗？", "不认识，但见了面认得出来。" if linked else "没看到人，说不上认识不认识。"),
    ]
    third = [
        (
            "店里的货物和现金平时由谁经管？",
            f"我帮{v.name}管账。头天晚上九点半我盘的货，“云榆叶”香烟柜里正好{boxes}条整的。",
        ),
        (
            "现金和手机放在哪里？",
            f"抽屉里留了{cash}元找零的钱，那部{phone}手机是店里收款用的，充着电放在柜台上。",
        ),
    ]
    victim = [
        (
            "你把发现被盗的经过讲一下？",
            "今天早上我去开门，一进店就看见柜台乱了，后窗的木框被撬开，玻璃掉在地上。我马上打了110，没有动里面的东西。",
        ),
        ("丢了哪些东西？", f"{goods}，还有抽屉里的现金{cash}元。手机屏幕右下角有一道裂纹，是上个月摔的。"),
        ("你有没有怀疑的人？", "没有，平时也没有跟人结怨。"),
    ]
    sold = "" if linked else "香烟在路上卖给了过路的货车司机，手机扔进河里了，"
    confess = [
        [
            (
                "你把这次盗窃的经过讲一下？",
                (
                    f"那天{part_of_day(when)}左右，我一个人走到{road}，绕到“{shop}”后面，用{tool.name}把后窗的木框撬开，翻进去。"
                    f"柜台里的香烟我装了{boxes}条，又拿了抽屉里的钱和一部正在充电的手机，装进{bag}，还是从窗户出来的。前后十来分钟。"
                ),
            ),
            ("钱是多少？", f"出来以后数的，{cash}元，都是零钱。"),
            (
                "东西现在在哪里？",
                f"{sold}钱已经花完了。" if sold else "香烟和手机还在我住的屋里，床下面，钱花完了。",
            ),
        ],
        [
            ("你为什么选这家店？", "我去买过烟，知道后面是条死巷，晚上店里不住人。"),
            ("你进去的时候穿什么衣服？", f"{coat}，手套没有戴，撬窗户时左手扶着玻璃。"),
            (
                "撬窗户的工具现在在哪里？",
                f"我把{tool.name}藏在{hide}了，没跟别人说过。"
                if linked
                else f"{tool.name}半路扔河里了，找不到了。",
            ),
        ],
        [
            (
                "你再说一下从店里出来后的路线？",
                f"出了窗户往西走到巷口，再骑摩托走{s.cast.roads[1]}回的家，路上没有停。",
            ),
            ("这件事还有谁参与？", "没有别人，从头到尾都是我自己。"),
            ("你对自己的行为有什么认识？", "我欠了别人一点钱，一时糊涂，愿意把东西和钱都赔给人家。"),
        ],
        [
            ("对你执行逮捕，你有什么要说的？", "没有意见，以前讲的都属实，希望从轻处理。"),
            ("有没有要补充的？", "没有补充。"),
        ],
        [
            ("公安机关起诉意见书认定的事实你看过了吗，是否属实？", "看过，属实，是我撬窗进去拿的东西。"),
            ("公安机关讯问你时有没有打骂、诱骗？", "没有，都是我自己讲的，笔录我也看过。"),
        ],
    ]
    facts = (
        f"{cn_day(when)}凌晨，犯罪嫌疑人{a.name}来到{s.cast.county}城关镇{road}“{shop}”，用{tool.name}撬开后窗入内，"
        f"盗走被害人{v.name}的{goods}及现金{cash}元。经认定，被盗香烟、手机共价值{worth}元。"
    )
    return Plot(
        case_name=f"{v.name}的“{shop}”被盗窃案",
        article="第二百六十四条",
        brief=brief,
        facts=facts,
        victim=victim,
        first=first,
        second=second,
        third=third,
        confess=confess,
        scene=[
            f"现场位于{s.cast.county}城关镇{road}“{shop}”。店铺坐北朝南，系一层砖混结构，东邻五金店，西邻一条宽1.6米的小巷，北侧为后院。",
            (
                f"中心现场在店铺北墙后窗处。后窗为木框玻璃窗，高1.1米、宽0.9米，窗框下沿距地面1.3米，下沿见宽{s.rng.randrange(8, 15)}毫米的撬压痕"
                "迹一处，玻璃一块脱落于室内地面。"
            ),
            "柜台香烟货架第二层空缺，收银抽屉呈打开状，抽屉内散落硬币数枚。",
            "在脱落的玻璃内侧刷显出指纹1枚，编号1号；在收银抽屉面板刷显出指纹1枚，编号2号。均拍照后用胶带提取。",
        ],
        scene_items=[Item("指纹", "2枚", "1号位于脱落玻璃内侧，2号位于收银抽屉面板，均用胶带提取")],
        items=stolen if linked else [],
        tool=tool,
        hide=hide,
        lab=Lab(
            "价格认定",
            "被盗香烟、手机在案发时的市场价格",
            [f"“云榆叶”牌香烟{boxes}条", f"{phone}手机1部"],
            ["按照市场法，调查本县三家烟草零售点同期价格。", "手机按购置发票和使用年限计算成新率。"],
            f"标的在基准日{cn_day(when)}的市场零售价格合计为人民币{worth}元",
            "涉案财物价格认定",
            True,
        ),
        trace=Lab(
            "手印鉴定",
            f"现场提取的指纹与{a.name}、{v.name}的捺印样本是否同一",
            ["现场指纹2枚（1号、2号）", f"{a.name}十指指纹样本1份", f"{v.name}十指指纹样本1份"],
            ["对检材和样本分别检验、比对，标注细节特征点。"],
            (
                f"1号指纹与{a.name}左手中指指纹样本是同一人所留；2号指纹与{v.name}右手拇指指纹样本是同一人所留"
                if linked
                else f"1号指纹纹线模糊，不具备鉴定条件；2号指纹与{v.name}右手拇指指纹样本是同一人所留"
            ),
            "痕迹鉴定（手印）",
        ),
        sign_of="指纹",
        scene_place=f"{s.cast.county}城关镇{road}“{shop}”",
        returned=stolen if linked else [],
    )


def robbery(story: Story) -> Plot:
    """A woman is struck down on her way home and her bag taken; serious injury."""
    s, pick, linked = story, story.pick, not story.has("confession_only")
    a, v = s.accused, s.victim
    when = s.times["crime"]
    lane = f"{s.cast.roads[1]}{s.rng.randrange(3, 40)}弄"
    phone = pick("银色“青鸟”牌K9型", "红色“岷星”牌M2型", "黑色“澜芯”牌V5型")
    cash = s.rng.randrange(6, 29) * 50
    bag = Item("女式挎包", "1个", pick("棕色，带金属扣，内侧有蓝墨水渍", "黑色，肩带用白线缝补过"))
    tool = s.rng.choice(
        (
            Item("活动扳手", "1把", "长约30厘米，柄部缠黑胶布"),
            Item("铁管", "1根", "长约52厘米，一端有螺纹"),
        )
    )
    hide = pick("新津桥下东侧涵洞的淤泥里", "磨坊巷口变电箱后面的草丛里", "文笔山脚废弃岗亭的地板下面")
    look = s.rng.choice(LOOKS)
    brief = (
        f"{cn_day(when)}{part_of_day(when)}许，{v.name}下班回家走到{s.cast.county}城关镇{lane}时，被人从身后用硬物击打头部，"
        f"随身挎包（内有{phone}手机1部、现金{cash}元）被抢走。"
    )
    face = f"他抢包的时候我扯住包带，他回过头来，弄堂口的灯照着，{look}。"
    dark = "弄堂里没有灯，他又是从后面打的我，人长什么样我一点没看见。"
    victim = [
        (
            "把你被抢的经过讲一下？",
            f"我下班走到{lane}中间，听见后面有脚步声，还没回头，头上就挨了一下，接着有人拽我的包。"
            + (face if linked else dark),
        ),
        ("包里有什么？", f"一部{phone}手机、现金{cash}元、一串钥匙。包是{bag.feature.split('，')[0]}的。"),
        ("你伤在哪里？", "头顶偏右边，流了很多血，当晚在县医院做的手术。"),
    ]
    first = [
        (
            "你看到了什么？",
            f"我骑车经过{lane}口，听见里面有女的喊“抢包了”，"
            + (
                f"随后一个男的从里面跑出来，差点撞到我车上，手里抓着一个女式包。{look}，我跟他打了个照面。"
                if linked
                else "我停车的时候只听见往北跑的脚步声，人没看到，就进去扶受伤的人了。"
            ),
        ),
        ("后来呢？", "我进去看到一个女的坐在地上，头上都是血，我打了120和110，一直等到民警来。"),
    ]
    second = [
        (
            "你店里最近收过旧手机吗？",
            f"收过。{cn_day(when)}的第二天下午，一个男的来卖一部{phone}手机，要价六百，他拿不出购机发票，我没有收。他在我柜台前站了十来分钟。"
            if linked
            else "我登记的都是熟客的手机，那几天没有人来卖过你们说的那种手机。",
        ),
        (
            "来人什么样子？",
            f"{look}，说本地口音，穿一双旧布鞋。" if linked else "没有人来卖，也就没有什么样子可说。",
        ),
    ]
    third = [
        ("你和被害人是什么关系？", f"我和{v.name}一个单位，那天一起下的班，在路口分的手。"),
        (
            "她当天带了什么东西？",
            f"背着她常背的那个{bag.name}，手机在包里，下午刚领了{cash}元的补助，也放在包里。",
        ),
    ]
    rest = (
        "包和手机都扔进河里了，钱用掉了。"
        if not linked
        else "手机没卖掉，跟包一起放在我屋里衣柜顶上，钱用掉了。"
    )
    confess = [
        [
            (
                "你把抢东西的经过讲一下？",
                f"那天{part_of_day(when)}多，我在{lane}看到一个女的一个人走，背个挎包。我跟上去，用带着的{tool.name}朝她头上打了一下，"
                "她坐到地上，我拽她的包，她扯着不放，我用力拽断了她的手，跑了出来。".replace(
                    "拽断了她的手", "把包拽了过来"
                ),
            ),
            ("抢到些什么？", f"一部{phone}手机，{cash}元钱，钥匙我随手丢了。"),
            ("东西怎么处理的？", rest),
        ],
        [
            ("你打了她几下，打在哪里？", "就一下，从后面往头顶右边打的，她戴没戴帽子我记不得了。"),
            (
                "打人的东西现在在哪里？",
                f"第二天早上我拿去藏在{hide}，外面看不出来，没有人知道。"
                if linked
                else "当晚过桥的时候扔进河里，被水冲走了。",
            ),
            ("你事先有什么准备？", f"就带了{tool.name}，想着吓唬一下，没有想到她会拉着不放。"),
        ],
        [
            (
                "你跑出来以后遇到过谁？",
                "弄堂口有个骑车的，差点撞上，我没有停。" if linked else "没有遇到人，路上很黑。",
            ),
            ("为什么要抢东西？", "打牌输了，房租又欠了两个月，急着用钱。"),
            ("还有没有其他人和你一起？", "只有我自己，别人不知道这件事。"),
        ],
        [
            ("现在向你宣布逮捕，你是否清楚？", "清楚了，逮捕证上我签了字。"),
            ("之前的供述是否属实？", "属实，我想向她道歉，愿意赔医药费。"),
        ],
        [
            ("对起诉意见书写的事实有没有异议？", "没有异议，人是我打的，包是我抢的。"),
            ("侦查人员讯问时是否有刑讯逼供、诱供？", "都没有，问话时有录像，吃饭休息也安排了。"),
        ],
    ]
    facts = (
        f"{cn_day(when)}晚，犯罪嫌疑人{a.name}在{s.cast.county}城关镇{lane}尾随被害人{v.name}，持{tool.name}击打其头部，劫得挎包一个，"
        f"内有{phone}手机1部、现金{cash}元。经鉴定，{v.name}所受损伤为重伤二级。"
    )
    got = [bag, Item("手机", "1部", phone)]
    blood = f"现场血迹和{tool.name}头部血迹检出的基因型与{v.name}一致；{tool.name}握持部位检出的基因型与{a.name}一致"
    return Plot(
        case_name=f"{v.name}被抢劫案",
        article="第二百六十三条",
        brief=brief,
        facts=facts,
        victim=victim,
        first=first,
        second=second,
        third=third,
        confess=confess,
        scene=[
            f"现场位于{s.cast.county}城关镇{lane}，弄堂南北走向，宽2.1米，水泥路面，两侧为居民楼围墙，南口接{s.cast.roads[1]}。",
            f"中心现场距南口{s.rng.randrange(14, 33)}米，地面有点片状滴落血迹，范围约0.6米×0.4米，编号1号，用棉签转移提取。",
            "血迹东侧0.8米处有断裂的包带金属环一枚，编号2号，原物提取。现场未发现其他与案件有关的痕迹物证。",
        ],
        scene_items=[
            Item("血迹棉签", "2支", "现场1号血迹转移提取"),
            Item("金属环", "1枚", "现场2号物证，断口新鲜"),
        ],
        items=got if linked else [],
        tool=tool,
        hide=hide,
        lab=Lab(
            "人体损伤程度鉴定",
            f"{v.name}的损伤程度",
            ["县人民医院住院病历复印件1份", "头颅CT片2张", f"{v.name}本人"],
            [
                "被鉴定人神志清，右顶部见长5.2厘米的手术缝合切口。",
                "阅CT片：右顶骨凹陷性骨折，伴硬膜外血肿，已行开颅血肿清除术。",
            ],
            f"{v.name}右顶骨凹陷性骨折伴硬膜外血肿并行手术治疗，其损伤程度评定为重伤二级",
            "法医临床鉴定",
        ),
        trace=Lab(
            "法医物证（DNA）鉴定",
            "送检检材与有关人员样本的DNA分型",
            (["血迹棉签2支", f"{tool.name}{tool.count}"] if linked else ["血迹棉签2支"])
            + [f"{a.name}血样1份", f"{v.name}血样1份"],
            ["提取检材DNA，进行复合扩增和毛细管电泳，得出基因分型。"],
            blood if linked else f"现场血迹检出的基因型与{v.name}一致",
            "法医物证鉴定",
        ),
        sign_of="DNA",
        scene_place=f"{s.cast.county}城关镇{lane}",
        returned=got if linked else [],
    )
