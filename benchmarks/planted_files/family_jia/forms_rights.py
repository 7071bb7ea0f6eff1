"""What the accused is told: his rights, legal aid, the guardian who is to come."""

from __future__ import annotations

from datetime import timedelta

from benchmarks.planted_files.family_jia.blocks import Block, Paper, Para, Sign, Title, Val
from benchmarks.planted_files.family_jia.forms_filing import dotted
from benchmarks.planted_files.family_jia.plot import cn_day, cn_time
from benchmarks.planted_files.family_jia.story import Story


def rights(story: Story) -> list[Paper]:
    """犯罪嫌疑人诉讼权利义务告知书, and the notices of legal aid and of the guardian where the law asks for them."""
    s, begin = story, story.talks[0].begin
    papers: list[Paper] = []
    if not s.has("rights_not_told"):
        told = [
            "一、不通晓当地通用的语言文字时，有权要求配备翻译人员；有权用本民族语言文字进行诉讼。",
            "二、对侦查人员侵犯诉讼权利和人身侮辱的行为，有权提出申诉或者控告；有权申请有关人员回避。",
            "三、自接受第一次讯问或者被采取强制措施之日起，有权委托律师作为辩护人；经济困难的，可以申请法律援助；有权约见值班律师。",
            "四、对侦查人员的提问应当如实回答，与本案无关的问题有权拒绝回答；如实供述自己罪行、自愿认罪认罚的，可以依法从宽处理。",
            "五、有权核对讯问笔录，没有阅读能力的有权要求宣读；记载有遗漏或者差错的，可以提出补充或者改正。",
            "六、有权知道用作证据的鉴定意见的内容，可以申请补充鉴定或者重新鉴定。",
            "七、未满十八周岁的，讯问时有权要求通知法定代理人到场；聋、哑的，有权要求通晓手势的人参加。",
        ]
        blocks: list[Block] = [
            Title("犯罪嫌疑人诉讼权利义务告知书", 18),
            Para("根据《中华人民共和国刑事诉讼法》的规定，犯罪嫌疑人在侦查阶段有下列诉讼权利和义务："),
        ]
        blocks += [Para(line) for line in told]
        blocks.append(
            Para(
                f"本告知书我已收到并阅读（已向我宣读），内容清楚。  犯罪嫌疑人：{s.accused.name}（捺印）",
                marks=(Val("告知日期", f"{begin:%Y-%m-%d}"),),
            )
        )
        blocks.append(Sign([f"告知人：{s.officers[0]}、{s.officers[1]}", cn_time(begin)]))
        papers.append(Paper("犯罪嫌疑人诉讼权利义务告知书", blocks, "", dotted(begin)))
    if s.heavy or s.minor:
        why = "未成年人" if s.minor else "可能被判处无期徒刑以上刑罚的人"
        papers.append(
            Paper(
                "提供法律援助通知书",
                [
                    Title("提 供 法 律 援 助 通 知 书"),
                    Para(f"{s.cast.county}法律援助中心："),
                    Para(
                        f"我局办理的{s.charge}案，犯罪嫌疑人{s.accused.name}系{why}，没有委托辩护人。根据《中华人民共和国刑事诉讼法》{'第二百七十八条' if s.minor else '第三十五条第三款'}"
                        "之规定，请指派律师为其提供辩护。"
                    ),
                    Sign([s.bureau, cn_day(s.times["jailed"])], seal=s.bureau),
                    Para(
                        f"回执：已指派{s.cast.city}恒岳律师事务所律师{s.lawyer}担任{s.accused.name}的辩护人。    {cn_day(s.times['jailed'] + timedelta(days=1))}",
                        indent=False,
                    ),
                ],
                "提供法律援助通知书及回执",
                dotted(s.times["jailed"]),
            )
        )
    if s.minor:
        papers.append(
            Paper(
                "未成年人法定代理人到场通知书",
                [
                    Title("未成年人法定代理人到场通知书", 18),
                    Para(f"{s.kin.name}："),
                    Para(
                        f"我局对涉嫌{s.charge}的未成年犯罪嫌疑人{s.accused.name}进行讯问，根据《中华人民共和国刑事诉讼法》第二百八十一条之规定，请你届时到场。"
                    ),
                    Sign([s.bureau, cn_day(s.times["arrive"])], seal=s.bureau),
                    Para(f"本通知书已收到。  法定代理人：{s.kin.name}（捺印）", indent=False),
                ],
                "",
                dotted(s.times["arrive"]),
            )
        )
    return papers
