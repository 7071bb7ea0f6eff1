"""Loading case files: text → tree → content → checks → one log.  All problems at once, or a whole log."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from gaoyao.dossier.chain import PartKey
from gaoyao.dossier.exchange import versions
from gaoyao.dossier.exchange.check import check
from gaoyao.dossier.exchange.json_tree import NotJson, looks_like_json, parse_json
from gaoyao.dossier.exchange.nodes import Mapping, Node, shape
from gaoyao.dossier.exchange.problems import Problem, Problems, error_of
from gaoyao.dossier.exchange.source import text_of
from gaoyao.dossier.exchange.subjects import UNKNOWN_TIME, Content, read_content
from gaoyao.dossier.exchange.yaml_tree import parse_yaml
from gaoyao.dossier.log import Log, in_order
from gaoyao.dossier.model import DossierError

ACTION = "载入案件文件"
SOMEBODY = "未注明"
TEXT_NAME = "（文本）"

Source = Path | str | bytes


@dataclass(frozen=True, slots=True)
class Loaded:
    """A case that was read without a problem: its log and the files it came from."""

    log: Log
    files: tuple[str, ...]


def load(source: Source, *, name: str = "", actor: str = "", at: str = "") -> Loaded:
    """Read one case file: a Path, or the text (or bytes) itself, YAML or JSON.

    `name` is how messages and addresses call the file; `actor` and `at` (ISO 8601) go into the revision where
    the file does not say 录入人 and 录入时间.  Raises DossierError with every problem of the file.
    """
    return load_many([source], names=[name], actor=actor, at=at)


def load_many(
    sources: Iterable[Source], *, names: Sequence[str] = (), actor: str = "", at: str = ""
) -> Loaded:
    """Read several files of one case (正卷, 辩护材料 …) into one log.

    A later file may add to a subject of an earlier one by naming its id again.  Raises DossierError with every
    problem of every file; files that state different 案号 are not one case.
    """
    files: list[str] = []
    contents: list[Content] = []
    found: list[Problem] = []
    stopped: list[str] = []
    for n, source in enumerate(sources):
        file = (names[n] if n < len(names) else "") or (
            source.name if isinstance(source, Path) else TEXT_NAME
        )
        files.append(file)
        problems = Problems(file)
        try:
            contents.append(read_content(_root(source, problems), problems))
        except DossierError as error:
            stopped.extend(error.problems)
            continue
        found.extend(problems.found)
    if not stopped:
        between, contents = check(contents)
        found.extend(between)
        found.extend(_one_case(contents))
    if found or stopped:
        raise DossierError((*stopped, *(error_of(found).problems if found else ())))
    return Loaded(_log(contents, files, actor, at), tuple(files))


def tree_of(source: Source, problems: Problems) -> Mapping:
    """The tree of a file as it was written, before any upgrade.  Raises DossierError."""
    text = text_of(source, problems)
    if isinstance(source, str) and "\n" not in text and text.endswith((".yaml", ".yml", ".json")):
        raise problems.stop(0, f"“{text[-60:]}”像是文件路径。文件请用 Path 传入；文本请传全文。")
    root = _parse(source, text, problems)
    if root is None:
        raise problems.stop(0, "文件是空的。请从 gaoyao new 写出的样本开始。")
    if not isinstance(root, Mapping):
        raise problems.stop(root.line, f"最外层应为“键: 值”的组合，不能是{shape(root)}。第一行写“皋陶: 1”。")
    return root


def _root(source: Source, problems: Problems) -> Mapping:
    return versions.upgrade(tree_of(source, problems), problems)


def _parse(source: Source, text: str, problems: Problems) -> Node | None:
    named_json = isinstance(source, Path) and source.suffix.lower() == ".json"
    if named_json or looks_like_json(text):
        try:
            return parse_json(text, problems)
        except NotJson as error:
            if named_json:
                raise problems.stop(error.line, f"JSON 写法有误：{error}。") from None
    return parse_yaml(text, problems)


def _one_case(contents: list[Content]) -> list[Problem]:
    numbers = [put for content in contents for put in content.puts if put.field.path == "case.number"]
    stated = {put.value: put for put in numbers if isinstance(put.value, str)}
    by_file = {put.address.file for put in stated.values()}
    if len(stated) < 2 or len(by_file) < 2:
        return []
    first, *_, last = stated.values()
    text = (
        f"案号“{last.value}”与 {first.address.file} 的案号“{first.value}”不同，不是同一案件，不能一并载入。"
    )
    return [Problem(last.address.file, last.address.line, "案件.案号", text)]


# ---------------------------------------------------------------- into the log


def _log(contents: list[Content], files: list[str], actor: str, at: str) -> Log:
    log = Log()
    places = {place for content in contents for declared in content.declarations for place in declared.places}
    places |= {put.place for content in contents for put in content.puts}
    for place in in_order(places):
        for content, file in zip(contents, files, strict=True):
            _write(
                log, place, content, file, content.entered_by or actor or SOMEBODY, content.entered_at or at
            )
    return log


def _write(log: Log, place: PartKey, content: Content, file: str, actor: str, at: str) -> None:
    part, owner = place
    declarations = [declared for declared in content.declarations if place in declared.places]
    puts = [put for put in content.puts if put.place == place]
    if not declarations and not puts:
        return
    with log.begin(part, actor, ACTION, file, at or UNKNOWN_TIME, owner) as transaction:
        for declared in declarations:
            transaction.declare(declared.kind.kind, declared.subject, declared.parent, declared.address)
        put_value = transaction.put
        for put in puts:
            field = put.field
            put_value(
                field.kind,
                put.subject,
                field.name,
                put.value,
                put.basis,
                put.address,
                put.confidence,
                put.note,
            )
