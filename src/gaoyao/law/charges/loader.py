"""Reading the charge files.  A wrong file is refused whole, with every problem, place and remedy named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import yaml

from gaoyao.dossier.schema import Answerer
from gaoyao.dossier.vocabulary import Fact, Item
from gaoyao.law.charges.model import LEVELS, Charge, ChargeFact, CounterCheck
from gaoyao.law.citation import Citation, cite

FOLDER = Path(__file__).parent
GENERAL = "_general"
_ROLES = {label: code for code, label in Fact.role.options}
_TYPES = {label: code for code, label in Item.type.options}
_ANSWERERS = {one.label: one for one in Answerer}
_SINCE = dict(zip(("审查逮捕", "审查起诉", "审判"), LEVELS, strict=True))
_TOP = {
    "罪名": True,
    "别名": False,
    "条文": True,
    "未核依据": False,
    "要件": True,
    "待证事实": True,
    "加重事实": False,
    "反证": True,
}
_FACT = {
    "代号": True,
    "内容": True,
    "性质": True,
    "范围": True,
    "起自": True,
    "留痕": False,
    "证据": False,
    "材料": True,
    "条件": False,
}
_AGGRAVATING = {
    "代号": True,
    "内容": True,
    "范围": True,
    "留痕": False,
    "证据": False,
    "材料": True,
    "条件": True,
}
_CHECK = {"代号": True, "陷阱": True, "问": True, "由谁": True, "依据": False}
_ARTICLE = {"法规": True, "条": True, "之": False, "款": False, "项": False}
_ID = re.compile(r"[a-z][a-z0-9_]{1,40}")
Code = TypeVar("Code", bound=str)
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class ChargeError(ValueError):
    """A charge file cannot be used; `problems` holds one line each: file, place, what is wrong, what to do."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


class _Reader:
    """Reads one file and collects what is wrong with it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: list[str] = []

    def wrong(self, place: str, message: str) -> None:
        self.problems.append(f"{self.path.name} {place}：{message}".replace(" ：", "："))

    def keys(self, place: str, raw: object, allowed: Mapping[str, bool]) -> dict[str, Any] | None:
        if not isinstance(raw, dict):
            self.wrong(place, f"应为“键: 值”的组合，可用的键：{'、'.join(allowed)}")
            return None
        for key in raw:
            if key not in allowed:
                self.wrong(place, f"不认识的键“{key}”；可用的键：{'、'.join(allowed)}")
        missing = [key for key, must in allowed.items() if must and raw.get(key) in (None, "", [])]
        for key in missing:
            self.wrong(place, f"缺少“{key}”")
        return None if missing else raw

    def text(self, place: str, raw: object) -> str:
        if not isinstance(raw, str) or not raw.strip() or "\n" in raw:
            self.wrong(place, f"应为一行文字，现为 {raw!r}")
            return ""
        return raw.strip()

    def texts(self, place: str, raw: object) -> tuple[str, ...]:
        if raw is None:
            return ()
        if not isinstance(raw, list):
            self.wrong(place, "应为列表")
            return ()
        return tuple(self.text(f"{place} 第{n}项", one) for n, one in enumerate(raw, 1))

    def rows(self, place: str, raw: object) -> list[Any]:
        if raw is None:
            return []
        if not isinstance(raw, list):
            self.wrong(place, "应为列表，每项一条")
            return []
        return raw

    def one_of(self, place: str, raw: object, table: Mapping[str, Code], default: Code) -> Code:
        for label, code in table.items():
            if raw in (code, label):
                return code
        self.wrong(place, f"没有“{raw}”；可用的是：{'、'.join(table)}")
        return default

    def ident(self, place: str, raw: object) -> str:
        if not isinstance(raw, str) or not _ID.fullmatch(raw):
            self.wrong(place, f"代号应为小写英文字母、数字和下划线，如 victim_identity，现为 {raw!r}")
            return ""
        return raw

    def article(self, place: str, raw: object) -> Citation | None:
        told = self.keys(place, raw, _ARTICLE)
        if told is None:
            return None
        for key in ("条", "之", "款", "项"):
            if told.get(key) is not None and (not isinstance(told[key], int) or isinstance(told[key], bool)):
                self.wrong(place, f"“{key}”应为数字，如 232，现为 {told[key]!r}")
                return None
        try:
            return cite(str(told["法规"]), told["条"], told.get("款"), told.get("项"), sub=told.get("之"))
        except (LookupError, ValueError) as error:
            self.wrong(place, str(error.args[0]))
            return None

    def fact(self, place: str, raw: object, aggravating: bool) -> ChargeFact | None:
        told = self.keys(place, raw, _AGGRAVATING if aggravating else _FACT)
        if told is None:
            return None
        kinds = tuple(
            self.one_of(f"{place} 证据", one, _TYPES, "")
            for one in self.texts(f"{place} 证据", told.get("证据"))
        )
        traces = told.get("留痕", False)
        if traces not in (True, False, "是", "否"):
            self.wrong(f"{place} 留痕", f"应为 是 或 否，现为 {traces!r}")
        return ChargeFact(
            self.ident(place, told["代号"]), self.text(f"{place} 内容", told["内容"]),
            "aggravating" if aggravating else self.one_of(f"{place} 性质", told["性质"], _ROLES, "element"),
            self.one_of(f"{place} 范围", told["范围"], {"个人": "personal", "共同": "common"}, "common") == "personal",
            "trial" if aggravating else self.one_of(f"{place} 起自", told["起自"], _SINCE, "trial"), traces in (True, "是"), kinds,
            self.text(f"{place} 材料", told["材料"]), self.text(f"{place} 条件", told["条件"]) if told.get("条件") else "",
        )  # fmt: skip

    def check(self, place: str, raw: object) -> CounterCheck | None:
        told = self.keys(place, raw, _CHECK)
        if told is None:
            return None
        question = self.text(f"{place} 问", told["问"])
        if question and not question.endswith("？"):
            self.wrong(f"{place} 问", "应为问句，以“？”结尾，用中性的话写")
        return CounterCheck(
            self.ident(place, told["代号"]), self.text(f"{place} 陷阱", told["陷阱"]), question,
            self.one_of(f"{place} 由谁", told["由谁"], _ANSWERERS, Answerer.COURT),
            self.article(f"{place} 依据", told["依据"]) if told.get("依据") else None,
        )  # fmt: skip

    def unique(self, place: str, names: Iterable[str]) -> None:
        seen: set[str] = set()
        for name in names:
            if name in seen:
                self.wrong(place, f"代号“{name}”用了两次")
            seen.add(name)


def read(path: Path) -> Charge:
    """One charge file.  Raises ChargeError with every problem."""
    reader = _Reader(path)
    try:
        raw = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise ChargeError(
            (f"{path.name}{f' 第{mark.line + 1}行' if mark else ''}：YAML 写法有误；检查缩进、冒号和括号",)
        ) from None
    except (OSError, UnicodeDecodeError):
        raise ChargeError((f"{path.name}：读不出来；文件应为 UTF-8 文字",)) from None
    made = _charge(reader, path.stem, raw)
    if reader.problems or made is None:
        raise ChargeError(reader.problems)
    return made


def _charge(reader: _Reader, ident: str, raw: object) -> Charge | None:
    told = reader.keys("", raw, _TOP)
    if told is None:
        return None
    facts = [
        reader.fact(f"待证事实 第{n}项", one, False)
        for n, one in enumerate(reader.rows("待证事实", told["待证事实"]), 1)
    ]
    worse = [
        reader.fact(f"加重事实 第{n}项", one, True)
        for n, one in enumerate(reader.rows("加重事实", told.get("加重事实")), 1)
    ]
    checks = [
        reader.check(f"反证 第{n}项", one) for n, one in enumerate(reader.rows("反证", told["反证"]), 1)
    ]
    articles = [
        reader.article(f"条文 第{n}项", one) for n, one in enumerate(reader.rows("条文", told["条文"]), 1)
    ]
    kept, worse_kept = tuple(filter(None, facts)), tuple(filter(None, worse))
    kept_checks = tuple(filter(None, checks))
    reader.unique("待证事实、加重事实", (one.id for one in (*kept, *worse_kept)))
    reader.unique("反证", (one.id for one in kept_checks))
    if not any(one.role in ("identity", "act") for one in kept):
        reader.wrong("待证事实", "至少要有一项性质为“系被告人所为”或者“行为”的事实")
    return Charge(
        ident, reader.text("罪名", told["罪名"]), reader.texts("别名", told.get("别名")), tuple(filter(None, articles)),
        reader.texts("未核依据", told.get("未核依据")), reader.text("要件", told["要件"]), kept, worse_kept, kept_checks,
    )  # fmt: skip


def read_folder(folder: Path) -> dict[str, Charge]:
    """Every charge of a folder by id (the file's name), in the order of names.  Raises ChargeError."""
    found: dict[str, Charge] = {}
    problems: list[str] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            found[path.stem] = read(path)
        except ChargeError as error:
            problems += error.problems
    owner: dict[str, str] = {}
    for one in found.values():
        for name in {plain(name) for name in (one.name, *one.aliases)}:
            if owner.setdefault(name, one.id) != one.id:
                problems.append(
                    f"{one.id}.yaml：罪名或者别名“{name}”已被 {owner[name]}.yaml 使用；一个名称只能归一个罪名"
                )
    if problems:
        raise ChargeError(problems)
    return found


@cache
def charges() -> dict[str, Charge]:
    """The charges that come with the program, the general template among them."""
    return read_folder(FOLDER)


def plain(name: str) -> str:
    """A charge's name for comparison: without blanks, remarks in brackets and the final 罪."""
    bare = re.sub(r"[（(].*?[）)]|[\s，、]", "", name)
    return bare.removesuffix("罪")


def find(name: str, known: Mapping[str, Charge] | None = None) -> Charge | None:
    """The charge of that name or alias; None where there is no file for it (use `general`)."""
    wanted = plain(name)
    for one in (charges() if known is None else known).values():
        if not one.general and wanted in {plain(other) for other in (one.name, *one.aliases)}:
            return one
    return None


def general(known: Mapping[str, Charge] | None = None) -> Charge:
    """The template for charges without a file of their own."""
    return (charges() if known is None else known)[GENERAL]
