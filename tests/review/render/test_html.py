"""审查意见页：内容齐全、自成一体、结构规整、用语有界限。"""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from datetime import date

import pytest

from gaoyao import __version__
from gaoyao.law.interpretations import INTERPRETATIONS
from gaoyao.law.rule import Weight
from gaoyao.review.model import Certificate, FactState, NotChecked, QuestionLine, Review, Subject
from gaoyao.review.render.html import index, page
from gaoyao.review.render.style import PAPER, TINTS, TONES
from gaoyao.review.render.wording import told
from tests.review.render.pages import Element, parsed, sample

HOSTILE = (
    "</style></title><script>alert(1)</script>\"'><img src=x onerror=alert(1)>&amp;\u202e}}{content:url(//x)}"
)
TAGS = {
    "html", "head", "meta", "title", "style", "body", "a", "div", "header", "main", "footer", "section", "nav", "article",
    "h1", "h2", "h3", "p", "ul", "ol", "li", "dl", "dt", "dd", "strong", "span", "b", "br", "del", "code", "details", "summary",
    "table", "caption", "thead", "tbody", "tr", "th", "td", "figure", "figcaption",
    "svg", "desc", "g", "rect", "line", "circle", "text", "tspan", "path",
}  # fmt: skip


@pytest.fixture(scope="module")
def tree() -> Element:
    return parsed(page(sample()))


def everything_hostile(review: Review) -> Review:
    """The same review with every text that a file supplies replaced by a hostile one."""

    def subject(one: Subject) -> Subject:
        return replace(one, name=HOSTILE, id=HOSTILE)

    def maybe(one: Subject | None) -> Subject | None:
        return None if one is None else subject(one)

    return replace(
        review, title=HOSTILE, case_id=HOSTILE, certificate=Certificate(False, (HOSTILE,)),
        findings=tuple(replace(one, subject=subject(one.subject), sentence=HOSTILE,
                               sources=tuple(replace(s, page=HOSTILE, file=HOSTILE, quote=HOSTILE) for s in one.sources),
                               reason=replace(one.reason, name=HOSTILE, sentence=HOSTILE)) for one in review.findings),
        items=tuple(replace(one, subject=subject(one.subject), page=HOSTILE) for one in review.items),
        points=tuple(replace(one, subject=subject(one.subject), fact=subject(one.fact), count=subject(one.count), charge=HOSTILE,
                             accused=maybe(one.accused), incident=maybe(one.incident), pending=(HOSTILE,),
                             supports=tuple(replace(s, item=subject(s.item), page=HOSTILE) for s in one.supports))
                     for one in review.points),
        questions=tuple(replace(one, text=HOSTILE, subjects=tuple(map(subject, one.subjects))) for one in review.questions),
        not_checked=(NotChecked(HOSTILE, HOSTILE),),
        make_timeline=lambda: tuple((when, HOSTILE, subject(one)) for when, _, one in review.timeline),
    )  # fmt: skip


def test_same_review_same_bytes() -> None:
    # 同一份审查意见，两次生成的文件一个字节也不差
    assert page(sample()) == page(sample())
    assert page(sample()).endswith("</html>\n")


@pytest.mark.parametrize("hostile", [False, True], ids=["平常案卷", "恶意案卷"])
def test_nothing_outside_is_needed(hostile: bool) -> None:
    # 不引用任何外部资源，没有脚本；链接只指向本页
    review = everything_hostile(sample()) if hostile else sample()
    text = page(review)
    root = parsed(text)
    assert {one.name for one in root.walk()} - {""} <= TAGS
    for one in root.walk():
        assert not [
            name
            for name in one.attributes
            if name.startswith("on") or name in ("src", "style", "srcset", "data")
        ]
        assert one.attributes.get("href", "#").startswith("#")
    (css,) = list(root.all("style"))
    assert "url(" not in "".join(map(str, css.parts))
    assert "@import" not in text
    policy = next(
        one for one in root.all("meta") if one.attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.attributes["content"].startswith("default-src 'none'; style-src 'unsafe-inline'")
    assert "http://www.w3.org/2000/svg" in text
    assert len(re.findall("https?://", text)) == text.count("http://www.w3.org/2000/svg")


def test_hostile_texts_are_shown_as_texts() -> None:
    # 案卷里写的标记只当文字显示，翻转方向的字符显示为�
    root = parsed(page(everything_hostile(sample())))
    shown = HOSTILE.replace("\u202e", "\ufffd")
    assert root.all("h1")[0].text == shown
    assert root.at("questions").text.count(shown) >= len(sample().questions)
    assert "\u202e" not in root.text


def test_links_lead_somewhere_and_ids_are_single(tree: Element) -> None:
    # 每个页内链接都有去处，编号不重复
    ids = [one.attributes["id"] for one in tree.walk() if "id" in one.attributes]
    assert len(ids) == len(set(ids))
    targets = {one.attributes["href"][1:] for one in tree.all("a")}
    assert targets <= set(ids)
    assert {one.id for one in sample().findings} <= set(ids)


def test_head(tree: Element) -> None:
    # 页首：案名、虚构标记、阶段、审查者、法律日、由谁判断
    assert tree.all("html")[0].attributes["lang"] == "zh-CN"
    header = tree.all("header")[0].text
    for words in (
        "河边命案（虚构）",
        "虚构案例",
        "一审",
        "审判人员",
        "2023-05-10（录入的开庭或者裁判日）",
        "2023-05-12",
        "甲某、乙某",
    ):
        assert words in header
    result = tree.at("certificate").text
    assert "不出具“未见障碍”" in result
    assert "由审判人员判断" in result
    assert all(why in result for why in sample().certificate.withheld_because)
    first = tree.all("body")[0].parts[0]
    assert isinstance(first, Element)
    assert first.attributes["class"] == "skip"
    assert first.attributes["href"] == "#content"


def test_a_granted_certificate_says_what_it_is_not() -> None:
    # 出具“未见障碍”时，写明这不表示指控成立
    result = parsed(page(replace(sample(), certificate=Certificate(True, ())))).at("certificate").text
    assert "○ 未见障碍" in result
    assert "不表示指控成立" in result
    assert "由审判人员判断" in result


def test_without_a_hearing_date_the_page_says_so() -> None:
    # 没有开庭日，以今日代替，须由人核对条文版本
    header = parsed(page(replace(sample(), hearing_entered=False))).all("header")[0].text
    assert "未录入开庭日，以今日代替；条文版本须由人核对" in header


def test_a_real_case_has_no_mark() -> None:
    # 没有写明虚构的，不加虚构标记
    assert "虚构案例" not in parsed(page(replace(sample(), invented=False, title="某案"))).text


def test_sections_in_the_order_a_judge_needs(tree: Element) -> None:
    # 先发现，再证据、事实、处理、辩护意见、职责、问题、时间、口径、未检查
    made = [one.attributes["id"] for one in tree.all("section")]
    assert made == [
        "certificate", *(f"findings-{weight.value}" for weight in Weight if any(one.weight is weight for one in sample().findings)),
        "standing", "facts", "graphs", "registers", "statements", "dispositions", "arguments", "duties", "periods", "questions", "timeline", "schools", "not-checked",
    ]  # fmt: skip


def test_every_finding_is_told_in_full(tree: Element) -> None:
    # 每一发现：名称、对象、理由、条文、出处、后果、补救、规则
    for one in sample().findings:
        section = tree.at(f"findings-{one.weight.value}")
        article = next(
            article
            for article in section.all("article")
            if any(e.attributes.get("id") == one.id for e in article.walk())
        )
        words = article.text
        for part in (
            one.rule.title,
            one.subject.name,
            told(one),
            one.rule.consequence,
            one.rule.cure,
            one.rule.statement,
            one.rule.id,
        ):
            assert part in words
        assert all(cited.brief in words for cited in one.citations)
        for source in one.sources:
            assert source.page in words
            assert source.file in words
            assert source.line == 0 or re.search(rf"(?<!\d){source.line}(?!\d)|至", words)
        if one.rule.interpretation:
            name, school = one.rule.interpretation
            assert INTERPRETATIONS[name].school(school).label in words
            assert f"--interpretation {name}=" in words


def test_findings_of_one_rule_stand_together(tree: Element) -> None:
    # 同一规则的几项发现合在一处，逐项列出对象和出处
    one = next(one for one in sample().findings if one.rule.id == "confession.unconfirmed")
    (article,) = [article for article in tree.all("article") if one.rule.id in article.text]
    assert "共 2 项" in article.text
    assert "卷二第15页" in article.text
    assert "卷二第25页" in article.text


def test_proofs_say_yes_no_unknown_in_words(tree: Element) -> None:
    # 推理过程逐步写明是、否、不明，并带出处和来历
    proof = next(one for one in tree.all("details") if one.attributes.get("class") == "proof")
    assert re.search("● 是", proof.text)
    assert "人员录入" in proof.text


def test_unverified_articles_are_marked() -> None:
    # 条号没有核对过的，写明“条号未核”
    first = sample().findings[0]
    unsure = replace(first, citations=tuple(replace(one, verified=False) for one in first.citations))
    words = (
        parsed(page(replace(sample(), findings=(unsure, *sample().findings[1:]))))
        .at(f"findings-{first.weight.value}")
        .text
    )
    assert "条号未核" in words


def test_every_picture_has_title_description_and_table(tree: Element) -> None:
    # 每幅图有标题和说明，同一部分里有内容相同的文字表
    review = sample()
    pictures = tree.all("svg")
    assert len(pictures) >= 4
    for one in pictures:
        label, described = (tree.at(one.attributes[key]) for key in ("aria-labelledby", "aria-describedby"))
        assert one.attributes["role"] == "img"
        assert label.text
        assert described.text
    standing = "".join(one.text for one in tree.at("standing").all("table"))
    for item in review.items:
        assert item.subject.id in standing
        assert item.rung.label in standing
        assert item.page in standing
    twin = tree.at("facts").all("table")[-1]
    rows = [one.text for body in twin.all("tbody") for one in body.all("tr")]
    for point in review.points:
        assert any(point.fact.id in one and point.state.label in one for one in rows)
    assert sum("支持" in one or "反对" in one for one in rows) == sum(
        len(point.supports) for point in review.points
    )
    told = tree.at("timeline").text
    assert all(when[:10] in told for when, _, _ in review.timeline)


def test_facts_by_accused_incident_and_charge(tree: Element) -> None:
    # 每一被告人、每一起、每一罪名分别列出；不能用的证据划线并写明
    words = tree.at("facts").text
    assert "甲某 · 故意杀人罪 · I1 河边的死者" in words
    assert "乙某 · 窝藏罪 · I1 河边的死者" in words
    assert [one.text for one in tree.at("facts").all("del")][:1] == ["E1"]
    assert "不能用" in words
    assert all(state.label in words for state in (FactState.NO_OBSTACLE, FactState.OBSTACLE))
    assert "依供述提取隐蔽性证据" in words


def test_every_question_is_asked(tree: Element) -> None:
    # 每一问写明问什么、由谁答、为了什么
    words = tree.at("questions").text
    for one in sample().questions:
        assert one.text in words
        assert one.answers in words
        assert all(because in words for because in one.because)


def test_questions_beyond_twenty_are_folded() -> None:
    # 超过二十问的，其余折叠，但一问不少
    many = tuple(
        QuestionLine(f"第{n}问是否查明？", "合议庭", "f", (), (), (), False, False) for n in range(1, 31)
    )
    section = parsed(page(replace(sample(), questions=many))).at("questions")
    (folded,) = section.all("details")
    assert "第20问是否查明" not in folded.text
    assert "第21问是否查明" in folded.text
    assert "第30问是否查明" in folded.text


def test_schools_with_their_switch(tree: Element) -> None:
    # 解释口径：问题、用了哪一说、谁主张、默认还是改用、怎样切换
    words = tree.at("schools").text
    for one in sample().schools:
        assert one.question in words
        assert one.label in words
        assert one.holders in words
        others = [
            school.id for school in INTERPRETATIONS[one.interpretation].schools if school.id != one.school
        ]
        assert all(f"--interpretation {one.interpretation}={other}" in words for other in others)


def test_footer_tells_limits_and_version(tree: Element) -> None:
    # 页尾写明界限、版本、审查者、日期、运行规则数
    words = tree.all("footer")[0].text
    for part in (
        __version__,
        "审判人员",
        "2023-05-12",
        "2023-05-10",
        f"运行规则 {sample().rules_run} 条",
        "不判断有罪与否",
        "虚构案例",
    ):
        assert part in words


def test_words_that_never_stand_on_the_page(tree: Element) -> None:
    # 本软件不说已证、不作有罪认定、不打分、不预测量刑
    for words in (
        "已证",
        "证成",
        "有罪认定",
        "认定有罪。",
        "罪名成立",
        "足以定罪",
        "可以定罪",
        "有罪概率",
        "得分",
        "评分",
        "建议判处",
    ):
        assert words not in tree.text


def test_tables_and_headings_are_orderly(tree: Element) -> None:
    # 每张表有标题、列头有范围；标题级别不跳级
    for table in tree.all("table"):
        assert table.parts
        assert isinstance(table.parts[0], Element)
        assert table.parts[0].name == "caption"
        assert all(head.attributes.get("scope") in ("col", "row", "rowgroup") for head in table.all("th"))
    levels = [int(one.name[1]) for one in tree.walk() if one.name in ("h1", "h2", "h3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("tone", TONES)
def test_contrast(tone: str) -> None:
    # 文字与底色的对比度不低于 4.5（WCAG AA）
    for ground in (PAPER, *TINTS.values()):
        light, dark = sorted((_luminance(ground), _luminance(TONES[tone])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_index_lists_every_file() -> None:
    # 汇总页：一件一行，有数字、链接和虚构标记，不排名次
    reviews = [("甲 案.html", sample()), ("b:c.html", replace(sample(), title=HOSTILE, invented=False))]
    root = parsed(index(reviews))
    assert [one.attributes["href"] for one in root.all("a")] == [
        "#content",
        "./%E7%94%B2%20%E6%A1%88.html",
        "./b%3Ac.html",
    ]
    first, second = root.all("tbody")[0].all("tr")
    mandatory = sum(one.weight is Weight.MANDATORY for one in sample().findings)
    assert first.all("td")[1].text == str(mandatory)
    assert "虚构案例" in first.text
    assert "虚构案例" not in second.text
    assert HOSTILE.replace("\u202e", "\ufffd") in second.text
    assert "不排名次" in root.text
    assert {one.name for one in root.walk()} - {""} <= TAGS
    assert index(reviews) == index(reviews)


def test_an_empty_case_is_not_a_pass() -> None:
    # 什么都没有录入的案件：各部分写明没有录入、未检查
    empty = Review(
        "", "", False, "first_instance", "一审", "judge", "审判人员", date(2024, 1, 2), date(2024, 1, 2), False,
        Certificate(False, ("没有录入待证事实，事实部分未检查",)), (), (), (), (), (), (), 0,
    )  # fmt: skip
    words = parsed(page(empty)).text
    assert "未命名案件" in words
    assert "没有录入证据，这一部分未检查" in words
    assert "没有录入待证事实，事实部分未检查" in words
